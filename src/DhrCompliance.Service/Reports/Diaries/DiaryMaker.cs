using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Cases;
using DhrCompliance.Diaries;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Reports.Board;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Reports.Diaries;

/// <summary>Due dates that still matter and meetings that are planned, as days to note. No names, nothing sensitive. Pure.</summary>
public sealed class DiaryMaker
{
    private readonly Rulebook _rulebook;
    private readonly RoleNames _roles;
    private readonly Dictionary<string, string> _duties;
    private readonly Dictionary<string, EventKind> _planned;

    public DiaryMaker(Rulebook rulebook)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        (_rulebook, _roles) = (rulebook, new RoleNames(rulebook.Vocabulary));
        _duties = rulebook.Packs.SelectMany(pack => pack.Rules.Select(rule => (rule.FullName, Duty: pack.DutyOf(rule.Id))))
            .DistinctBy(pair => pair.FullName).ToDictionary(pair => pair.FullName, pair => pair.Duty, StringComparer.Ordinal);
        _planned = rulebook.Vocabulary.Events.Where(kind => kind.Plannable && kind.Of is null).DistinctBy(kind => kind.Name).ToDictionary(kind => kind.Name, StringComparer.Ordinal);
    }

    /// <summary>A calendar of live reviews and of the partnership's own meetings.</summary>
    public Diary Of(string name, DateOnly asOf, IReadOnlyList<(CaseFile File, Assessment Assessment)> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var partnerships = cases.Select(entry => entry.File.Kind is SubjectKind.Partnership ? entry.File : entry.File.OfPartnership).OfType<CaseFile>().DistinctBy(file => file.Reference);
        return new()
        {
            Name = name,
            AsOf = asOf,
            Entries =
            [
                .. cases.Where(entry => entry.Assessment.Live).SelectMany(entry => Dues(entry.Assessment)),
                .. cases.Where(entry => entry.Assessment.Live && entry.File.Kind is SubjectKind.Review).SelectMany(entry => Meetings(entry.File, asOf)),
                .. partnerships.SelectMany(file => Meetings(file, asOf)),
            ],
        };
    }

    /// <summary>What an entry about a rule is known by: the duty, whichever edition of it governs.</summary>
    public DiaryKey KeyOf(string subject, Rule rule, string instance)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return new(subject, _duties.GetValueOrDefault(rule.FullName, rule.FullName), instance);
    }

    /// <summary>Whose duty it is and where it comes from, as lines.</summary>
    public string Whose(Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return $"Whose duty: {_roles.Of(rule.Owner)}.\nSource: {Provenance.Standing(rule, _rulebook)}.";
    }

    private IEnumerable<DiaryEntry> Dues(Assessment assessment)
    {
        foreach (var row in assessment.Timescales)
        {
            if (row.Due is not { } due || (!due.HasEarliest && !due.HasLatest)
                || row.State is not (TimescaleState.Running or TimescaleState.DueSoon or TimescaleState.Overdue or TimescaleState.Paused)
                || Sensitivity.Tells(row.Rule, _rulebook.Vocabulary))
            {
                continue;
            }

            var title = Explanation.Title(row.Rule, "once", row.Item);
            yield return new()
            {
                Key = KeyOf(assessment.Reference, row.Rule, row.Instance),
                Day = due.HasEarliest ? due.Earliest : due.Latest,
                Title = $"{assessment.Reference}: {title}{(row.State is TimescaleState.Overdue ? " (overdue)" : row.State is TimescaleState.Paused ? " (paused)" : "")}",
                Text = $"{(due.IsDay ? $"Due {DateWords.Day(due.Earliest)}." : $"The date is not certain: {BoardDates.Text(due).Replace('\u00A0', ' ')}.")}{Target(row)}\n{Whose(row.Rule)}",
                Category = "due",
                IsTentative = !due.IsDay || row.Provisional,
            };
        }
    }

    private static string Target(TimescaleResult row) => row.Target is { } target && row.Due is { IsDay: true } due && target != due.Latest ? $" The last working day before is {DateWords.Day(target)}." : "";

    private IEnumerable<DiaryEntry> Meetings(CaseFile file, DateOnly asOf) => file.Events
        .Where(one => one.Item is null && one.Date.IsDay && one.Date.Latest >= asOf && _planned.ContainsKey(one.Event))
        .Select(one => new DiaryEntry
        {
            Key = new DiaryKey(file.Reference, one.Event, one.Id),
            Day = one.Date.Latest,
            Title = $"{file.Reference}: {_planned[one.Event].Title}",
            Category = "planned",
        });
}
