using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Scenarios;
using DhrCompliance.Service.Reports.Impact;
using DhrCompliance.Service.Sweeps;

namespace DhrCompliance.Service.Commands.Adoption;

/// <summary>What is to be said of a set of rule files that somebody would have in force.</summary>
internal sealed record Verdict
{
    /// <summary>What is said where <see cref="IsBlind"/>.</summary>
    public const string Unknown = "What they change is not known, since this version of the program cannot read the rules in force.";

    private const int MostLines = 50;

    /// <summary>Mistakes that keep it from being a rulebook.</summary>
    public ImmutableArray<Diagnostic> Mistakes { get; init; } = [];

    /// <summary>What was worth saying of it otherwise.</summary>
    public ImmutableArray<Diagnostic> Warnings { get; init; } = [];

    /// <summary>Scenarios that are not as expected.</summary>
    public ImmutableArray<ScenarioResult> Failing { get; init; } = [];

    /// <summary>How many scenarios were run.</summary>
    public int Scenarios { get; init; }

    /// <summary>The rulebook; null where there are mistakes.</summary>
    public RulesNow? Rules { get; init; }

    /// <summary>What it does to the register; null where there are mistakes or failing scenarios.</summary>
    public ImpactReport? Impact { get; init; }

    /// <summary>True: this version of the program cannot read the rules in force, so that what differs from them is not known.</summary>
    public bool IsBlind { get; init; }

    public bool IsGood => Impact is not null;

    /// <summary>In a sentence or some: the impact in numbers; or what keeps it from coming into force, with a line for each mistake or scenario.</summary>
    public string Detail => IsBlind ? Unknown
        : Impact is { } impact
        ? string.Join(' ', [ImpactWords.Headline(impact), .. ImpactWords.Remarks(impact)])
        : Mistakes.IsEmpty ? Listed(
            $"{Recorded.Counted(Failing.Length, "scenario")} of {Scenarios} {(Failing.Length == 1 ? "is" : "are")} not as expected.",
            Failing.SelectMany(result => result.Failures.Select(failure => $"{result.Scenario.Path}:{failure.Line}: on {Invocation.Text(failure.Day)}, {failure.About}: expected {failure.Expected} | found {failure.Found}")))
        : Listed($"{Recorded.Counted(Mistakes.Length, "mistake")}.", Mistakes.Select(DiagnosticText.Headline));

    private static string Listed(string sentence, IEnumerable<string> lines) => string.Join('\n', [sentence, .. lines.Take(MostLines)]);
}
