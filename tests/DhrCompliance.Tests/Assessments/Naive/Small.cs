using System.Globalization;
using System.Text;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Tests.Assessments.Naive;

/// <summary>A small rulebook, a small case and a day: small enough to try every date.</summary>
internal sealed record Small(Rulebook Rulebook, CaseFile File, DateOnly AsOf)
{
    public IEnumerable<Rule> Rules => Rulebook.Packs.SelectMany(pack => pack.Timescales.Cast<Rule>().Concat(pack.Checks));

    /// <summary>A rule and all whose lateness starts its clock.</summary>
    public IEnumerable<Rule> Chain(Rule rule) => (rule as Timescale)?.Starts.OfType<StartOverdue>()
        .SelectMany(start => Chain(Rules.Single(other => other.Id == start.Rule || other.FullName == start.Rule))).Prepend(rule) ?? [rule];

    public EventKind Kind(string word) => Rulebook.Vocabulary.Events.Single(kind => kind.Name == word);

    /// <summary>What a failing test prints.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"as of {AsOf:yyyy-MM-dd}, kept since {File.KeptSince?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-"}");
        foreach (var happened in File.Events)
        {
            var attributes = string.Join(", ", happened.Attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));
            text.AppendLine($"  {happened.Id} {happened.Event} {happened.Item} {happened.Date} {attributes}");
        }

        foreach (var meeting in File.OfPartnership?.Events ?? [])
        {
            text.AppendLine($"  of the partnership: {meeting.Id} {meeting.Date} {string.Join(", ", meeting.Attributes.Values)}");
        }

        text.AppendLine($"  facts {string.Join(", ", File.Facts.Select(pair => $"{pair.Key}={pair.Value}"))}");
        foreach (var item in File.Items)
        {
            text.AppendLine($"  {item.Kind} {item.Id} {string.Join(", ", item.Facts.Select(pair => $"{pair.Key}={pair.Value}"))}");
        }

        foreach (var rule in Rules)
        {
            text.AppendLine($"  {Describe(rule)}");
        }

        var implications = Rulebook.Vocabulary.Events.Where(kind => kind.ImpliedBy.Length > 0).Select(kind => kind.Name);
        text.AppendLine($"  implied: {string.Join(", ", implications)}");
        return text.ToString();
    }

    private static string Describe(Rule rule)
    {
        var governed = $"applies {Tell(rule.AppliesWhen)}; waived {Tell(rule.WaivedBy)}; for-each {Tell(rule.ForEach)}; path {rule.Escalation}";
        return rule switch
        {
            Timescale timescale =>
                $"{timescale.Id}: starts [{string.Join(", ", timescale.Starts.Select(Tell))}] {Tell(timescale.Limit)} met-by {Tell(timescale.MetBy)}; "
                + $"extended {Tell(timescale.ExtendedBy)}; paused [{string.Join(", ", timescale.PausedBy)}]; "
                + $"ends [{string.Join(", ", timescale.EndsWith.Select(Tell))}]; {governed}",
            Check check =>
                $"{check.Id}: order [{string.Join(", ", check.Order.Select(Tell))}] require {Tell(check.Require)} at {Tell(check.At)} signed {Tell(check.SignedBy)}; {governed}",
            _ => rule.Id,
        };
    }

    private static string Tell(object? part) => part switch
    {
        null => "-",
        EventPattern pattern => pattern.Event + string.Concat(pattern.Where.Select(test => $"({test.Attribute} {string.Join('|', test.OneOf)})"))
            + (pattern.After is null ? "" : $" after {Tell(pattern.After)}"),
        StartEvent start => Tell(start.Event),
        StartOverdue late => $"overdue {late.Rule}",
        StartOwnDate own => $"own {own.Name}",
        Within within => $"within {PeriodText.Of(within.Terms.Length)}{(within.Terms.BeginningWith ? " beginning-with" : "")} {within.Terms.Rounding} {within.Terms.Roll}",
        Promptly promptly => $"promptly {PeriodText.Of(promptly.AskAfter)}",
        NextEvent next => $"next {Tell(next.Event)}",
        ByDate date => $"date [{string.Join(", ", date.Dates.Select(source => $"{source.Event}.{source.Name}"))}]",
        MetByEvent met => Tell(met.Event),
        MetByAll all => $"all({string.Join(", ", all.Events.Select(Tell))})",
        MetByAny any => $"any({string.Join(", ", any.Events.Select(Tell))})",
        ForEachEvent each => Tell(each.Event),
        ForEachItem item => $"item {item.ItemKind} {Tell(item.Where)}",
        AllOf all => $"all({string.Join(", ", all.Parts.Select(Tell))})",
        AnyOf any => $"any({string.Join(", ", any.Parts.Select(Tell))})",
        NotSo not => $"not({Tell(not.Inner)})",
        FactTest fact => $"{fact.Fact} {fact.Comparison} {string.Join('|', fact.Values)}{fact.Number}",
        EventTest test => $"{test.Occurrence} {Tell(test.Event)}",
        OverItems over => $"{over.Quantifier} {over.ItemKind} {Tell(over.Body)}",
        _ => part.ToString() ?? "",
    };
}
