using System.CommandLine;
using DhrCompliance.Service.Commands.Adoption;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations;
using DhrCompliance.Service.Settings;

namespace DhrCompliance.Service.Commands;

/// <summary>What a review has several of, as commands of their own: <c>dhr KIND add CASE</c> for every item kind of the vocabulary.</summary>
internal static class ItemKinds
{
    private const string Add = "add";

    /// <summary>The same in the words of <c>dhr item add</c>, where the first word is an item kind of the rules in use; otherwise null.</summary>
    public static IReadOnlyList<string>? Meant(IReadOnlyList<string> arguments, RootCommand root, Shared shared, Invocation invocation)
    {
        if (arguments is not [var kind, Add, ..] || kind.StartsWith('-') || root.Subcommands.Any(command => command.Name == kind))
        {
            return null;
        }

        string[] meant = [.. arguments.Skip(2).FirstOrDefault() is { } reference && !reference.StartsWith('-')
            ? ["item", Add, reference, kind, .. arguments.Skip(3)]
            : new[] { "item", Add }.Concat(arguments.Skip(2))];
        return Kinds(root.Parse(meant), shared, invocation).Contains(kind, StringComparer.Ordinal) ? meant : null;
    }

    private static IEnumerable<string> Kinds(ParseResult parsed, Shared shared, Invocation invocation)
    {
        try
        {
            var silent = invocation with { Output = TextWriter.Null, Errors = TextWriter.Null };
            var settings = shared.Settings(parsed, silent);
            using var ledger = File.Exists(settings.Ledger.Path) ? LedgerDatabase.Open(settings.Ledger.Path, OpenMode.ReadOnly, invocation.Clock) : null;
            return [.. RulesInUse.For(settings, ledger, silent).Vocabulary.Items.Select(item => item.Name)];
        }
        catch (Exception error) when (error is SettingsException or RulesException or LedgerException or IOException or UnauthorizedAccessException)
        {
            // The command that was typed is told as unknown; what is wrong beside that is told by the next one.
            return [];
        }
    }
}
