using DhrCompliance.Cases;
using DhrCompliance.Scenarios.Impact;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;

namespace DhrCompliance.Service.Sweeps;

/// <summary>Lays a rulebook beside another over the cases of a register. Writes nothing.</summary>
public sealed class ImpactRun(LedgerDatabase ledger, RulebookImpact impact)
{
    private readonly UnknownWords _unknown = new(impact.Now.Rulebook.Vocabulary);

    /// <summary>What differs, and what could not be assessed. Of the cases only those that differ are kept.</summary>
    /// <param name="files">Case files as the register gives them, read as they are needed.</param>
    /// <param name="day">The day assessed, and planned for.</param>
    public ImpactFound Over(IEnumerable<CaseFile> files, DateOnly day)
    {
        var sent = ledger.PlannedNotices();
        var differing = new List<CaseImpact>();
        var failures = new List<CaseFailure>();
        var cases = 0;
        foreach (var (file, found, error) in Ahead.Of(files.Where(impact.Concerns), file => TryCompare(file, sent.GetValueOrDefault(file.Reference), day)))
        {
            if (found is null)
            {
                failures.Add(new CaseFailure(file.Reference, null, $"could not be assessed: {error}"));
                continue;
            }

            cases++;
            failures.AddRange(found.Failures.Select(failure => new CaseFailure(file.Reference, failure.Rule, $"could not be assessed: {failure.Error}")));
            failures.AddRange(_unknown.Of(impact.Now.Current(file)).Select(sentence => new CaseFailure(file.Reference, null, sentence)));
            if (found.Differs)
            {
                differing.Add(found);
            }
        }

        failures.AddRange(ledger.Unreadable.Select(row => new CaseFailure(row.Reference, null, row.ToString())));
        return new ImpactFound(cases, differing, failures);
    }

    private (CaseFile File, CaseImpact? Found, string? Error) TryCompare(CaseFile file, IReadOnlyList<PlannedNotice>? sent, DateOnly day)
    {
        try
        {
            return (file, impact.Of(file, SentReading.Of(sent), day), null);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return (file, null, error.Message);
        }
    }
}

/// <summary>What a comparison found.</summary>
/// <param name="Cases">How many cases were assessed under both rulebooks.</param>
/// <param name="Differing">Those of them that differ, by reference.</param>
/// <param name="Failures">What could not be assessed, or not with all that the register says of it.</param>
public sealed record ImpactFound(int Cases, IReadOnlyList<CaseImpact> Differing, IReadOnlyList<CaseFailure> Failures);
