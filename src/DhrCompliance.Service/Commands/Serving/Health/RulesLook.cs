using System.Collections.Immutable;
using DhrCompliance.Rulebooks;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Service.Commands.Adoption;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations;
using DhrCompliance.Service.Operations.Health;

namespace DhrCompliance.Service.Commands.Serving.Health;

/// <summary>What the rule files make and what is in force, worked out again only where one of them has changed. Not for several threads at once.</summary>
internal sealed class RulesLook(string folder)
{
    private (string Hash, Rulebook? Rulebook, int Mistakes)? _folder;
    private (string Hash, Rulebook? Rulebook)? _inForce;
    private RulesFacts? _last;

    /// <param name="ledger">The register; null: it cannot be read now, and what it said last stands.</param>
    public RulesFacts Look(LedgerDatabase? ledger)
    {
        LookAtFolder();
        var standing = ledger?.Rulebooks();
        var inForce = ledger is null ? _last?.InForce : standing!.InForce;
        if (ledger is not null && inForce is not null && _inForce?.Hash != inForce)
        {
            _inForce = (inForce, Read(inForce, ledger));
        }

        var counted = inForce is null ? _folder?.Rulebook : _inForce?.Rulebook;
        var facts = new RulesFacts(_folder?.Rulebook?.Hash, _folder?.Mistakes ?? 0, Holidays(counted))
        {
            InForce = inForce,
            IsUsable = inForce is null || _inForce?.Rulebook is not null,
            Refused = standing is null ? _last?.Refused : RefusedIn(standing),
            Waiting = standing is null ? _last?.Waiting ?? [] : [.. standing.Waiting.Select(step => Hashes.Short(step.Hash)).Distinct()],
        };
        return _last = Same(_last, facts) ? _last! : facts;
    }

    private void LookAtFolder()
    {
        try
        {
            var files = RulesFolder.Files(folder);
            if (_folder?.Hash != RulebookReader.HashOf(files))
            {
                var reading = RuleReadings.Of(files);
                _folder = (reading.Hash, reading.Rulebook, reading.Diagnostics.Count(one => one.Severity == Severity.Error));
            }
        }
        catch (Exception error) when (error is RulesException or IOException or UnauthorizedAccessException)
        {
            _folder = null;
        }
    }

    private string? RefusedIn(RulebookStanding standing) =>
        standing.LastOf(RulebookStep.Folder) is { Kind: RulebookStep.Refused } last && last.Hash == _folder?.Hash ? RulesNews.FirstLine(last.Detail) : null;

    private static Rulebook? Read(string hash, LedgerDatabase ledger)
    {
        try
        {
            return RulesFolder.Read(ledger, hash);
        }
        catch (RulesException)
        {
            return null;
        }
    }

    private static ImmutableArray<(string Calendar, DateOnly KnownUntil)> Holidays(Rulebook? rulebook) =>
        rulebook is null ? [] : [.. rulebook.Calendars.Values.DistinctBy(one => one.Name).Select(one => (one.Name, one.KnownUntil))];

    private static bool Same(RulesFacts? one, RulesFacts other) =>
        one is not null && one with { Holidays = [], Waiting = [] } == other with { Holidays = [], Waiting = [] }
        && one.Holidays.SequenceEqual(other.Holidays) && one.Waiting.SequenceEqual(other.Waiting);
}
