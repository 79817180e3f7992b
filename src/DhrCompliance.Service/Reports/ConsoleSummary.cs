using System.Globalization;
using DhrCompliance.Assessments.Explaining;

namespace DhrCompliance.Service.Reports;

/// <summary>What a sweep did, as the console tells it.</summary>
/// <param name="Day">The day swept.</param>
/// <param name="DryRun">True: nothing was written.</param>
/// <param name="Cases">Cases looked at.</param>
/// <param name="Changed">Cases whose assessment differs from the last one.</param>
/// <param name="Notices">Notices planned.</param>
/// <param name="Mails">Mails made of them.</param>
/// <param name="Held">Mails that wait for a person to release them.</param>
/// <param name="Withdrawn">Notices whose ground no longer holds.</param>
/// <param name="NoAddress">Roles that should be written to and have no address, each with its case or partnership.</param>
/// <param name="Failed">Cases, rules or mails that failed.</param>
public sealed record SweepFigures(
    DateOnly Day, bool DryRun, int Cases, int Changed, int Notices, int Mails, int Held, int Withdrawn, IReadOnlyList<string> NoAddress, int Failed);

/// <summary>The plain words in which <c>run</c> and <c>demo</c> say what they did.</summary>
public static class ConsoleSummary
{
    /// <summary>A sweep in a few lines; what did not happen is not mentioned.</summary>
    public static IEnumerable<string> Of(SweepFigures sweep, StateCounts? states = null)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        var verb = sweep.DryRun ? "would change" : "changed";
        yield return $"{Count(sweep.Cases, "case")} looked at as of {DateWords.Day(sweep.Day)}; {Count(sweep.Changed, "assessment")} {verb}.";
        if (states is not null)
        {
            yield return $"Live: {States(states.Live)}.";
            if (states.Historic.Count > 0)
            {
                yield return $"History: {States(states.Historic)}.";
            }
        }

        yield return sweep.Mails + sweep.Notices == 0
            ? sweep.DryRun ? "Nobody would be written to." : "Nobody had to be written to."
            : $"{Count(sweep.Notices, "notice")} in {Count(sweep.Mails, "mail")}{(sweep.DryRun ? " would go out" : string.Empty)}"
                + (sweep.Held > 0 ? $"; {Number(sweep.Held)} of the mails {(sweep.Held == 1 ? "waits" : "wait")} for a person to release {(sweep.Held == 1 ? "it" : "them")}." : ".");
        if (sweep.Withdrawn > 0)
        {
            yield return $"{Count(sweep.Withdrawn, "earlier notice")} no longer {(sweep.Withdrawn == 1 ? "stands" : "stand")}; those who were told are told so.";
        }

        foreach (var role in sweep.NoAddress)
        {
            yield return $"No address: {role}.";
        }

        if (sweep.Failed > 0)
        {
            yield return $"{Count(sweep.Failed, "thing")} failed; each is listed above.";
        }

        if (sweep.DryRun)
        {
            yield return "Nothing was written: this was a dry run.";
        }
    }

    /// <summary>What the demonstration left, and what to try next.</summary>
    public static IEnumerable<string> Demo(string register, string outbox, int mails, string report, string exampleCase)
    {
        yield return "The sample borough is ready. Everything in it is made up.";
        yield return $"  The register     {register}";
        yield return $"  The mails        {outbox} ({Count(mails, "mail")}; any mail program opens them)";
        yield return $"  The board's page {report}";
        yield return "What to try next:";
        yield return $"  dhr explain {exampleCase} --ledger {register}";
        yield return $"  dhr audit --ledger {register}";
        yield return $"  dhr outbox list --ledger {register}";
    }

    private static string States(IReadOnlyDictionary<string, int> counts) => counts.Count == 0
        ? "nothing"
        : string.Join(", ", counts.OrderBy(pair => Rank(pair.Key)).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{Number(pair.Value)} {pair.Key.Replace('-', ' ')}"));

    private static int Rank(string state) => Tables.StateMark.Of(state) is var tone && tone is Tables.StateTone.Quiet ? 9 : (int)tone;

    private static string Count(int number, string thing) => $"{Number(number)} {thing}{(number == 1 ? string.Empty : "s")}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
