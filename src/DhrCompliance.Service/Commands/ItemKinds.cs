using System.Collections.Immutable;
using System.CommandLine;
using DhrCompliance.Service.Commands.Adoption;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations;
using DhrCompliance.Service.Settings;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Commands;

/// <summary>What a review has several of, as commands of their own: <c>dhr KIND add CASE</c> for every item kind of the vocabulary.</summary>
internal static class ItemKinds
{
    private const string Suggest = "[suggest";

    /// <summary>Adds them, where the first word is no other command, or a shell asks what there is: the rules in use are read for that.</summary>
    public static void AddTo(RootCommand root, IReadOnlyList<string> arguments, Shared shared, Invocation invocation)
    {
        if (arguments is not [var first, ..] || first.StartsWith('-') || root.Subcommands.Any(command => command.Name == first))
        {
            return;
        }

        // The options of the register and the rules stand where they stand for any item.
        string[] like = first.StartsWith(Suggest, StringComparison.Ordinal) ? ["item"] : ["item", .. arguments.Skip(1)];
        foreach (var kind in Kinds(root.Parse(like, Entry.Literally), shared, invocation).Where(kind => root.Subcommands.All(command => command.Name != kind.Name)))
        {
            root.Subcommands.Add(ItemCommand.Of(kind, invocation, shared));
        }
    }

    private static ImmutableArray<ItemKind> Kinds(ParseResult parsed, Shared shared, Invocation invocation)
    {
        try
        {
            var silent = invocation with { Output = TextWriter.Null, Errors = TextWriter.Null };
            var settings = shared.Settings(parsed, silent);
            using var ledger = File.Exists(settings.Ledger.Path) ? LedgerDatabase.Open(settings.Ledger.Path, OpenMode.ReadOnly, invocation.Clock) : null;
            return RulesInUse.For(settings, ledger, silent).Vocabulary.Items;
        }
        catch (Exception error) when (error is SettingsException or RulesException or LedgerException or IOException or UnauthorizedAccessException)
        {
            // The command that was typed is told as unknown; what is wrong beside that is told by the next one.
            return [];
        }
    }
}
