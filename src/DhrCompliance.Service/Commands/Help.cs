using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace DhrCompliance.Service.Commands;

/// <summary>Help of a command: its own words and examples in full, a line for each command below it.</summary>
internal sealed class Help(HelpAction inner) : SynchronousCommandLineAction
{
    /// <summary>Takes the place of the plain help.</summary>
    public static void Improve(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = new Help((HelpAction)option.Action!);
        }
    }

    /// <summary>Help needs no arguments.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        foreach (var below in parseResult.CommandResult.Command.Subcommands)
        {
            below.Description = FirstSentence(below.Description ?? "");
        }

        return inner.Invoke(parseResult);
    }

    private static string FirstSentence(string description)
    {
        var line = description.Split('\n')[0];
        return line.IndexOf(". ", StringComparison.Ordinal) is var end and > 0 ? line[..(end + 1)] : line;
    }
}
