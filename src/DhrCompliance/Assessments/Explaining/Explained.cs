using System.Collections.Immutable;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining;

/// <summary>A lateness that is explained: a departure from the rule is recorded with its reason, and a dated next step that has not passed.</summary>
/// <param name="RecordedOn">When the departure was recorded.</param>
/// <param name="Until">The day of the next step (its last, where it is known in part).</param>
public sealed record Explained(DateInterval RecordedOn, DateOnly Until)
{
    /// <summary>
    /// The explanation of a rule's lateness that stands on a day, or null. A departure counts for the rule that it names, short or in
    /// full, and only with a reason; both it and the agreement of the next step must have happened by then.
    /// </summary>
    public static Explained? Of(CaseFile file, Vocabulary vocabulary, Rule rule, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(rule);
        return Of(Explaining(file, vocabulary), rule, asOf);
    }

    /// <summary>As the other, of a case whose rows have much in common.</summary>
    public static Explained? Of(CaseTime time, Rule rule, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(rule);
        return Of(time.Explaining, rule, asOf);
    }

    /// <summary>The events of a case that explain lateness: departures, and next steps agreed.</summary>
    internal static ImmutableArray<(CaseEvent Event, EventKind Kind)> Explaining(CaseFile file, Vocabulary vocabulary)
    {
        var titles = Titles.Of(vocabulary);
        List<(CaseEvent Event, EventKind Kind)>? found = null;
        foreach (var happened in file.Events)
        {
            if (titles.Event(happened.Event) is { Means: EventMeaning.Departure or EventMeaning.NextStep } kind)
            {
                (found ??= []).Add((happened, kind));
            }
        }

        return found is null ? [] : [.. found];
    }

    private static Explained? Of(ImmutableArray<(CaseEvent Event, EventKind Kind)> explaining, Rule rule, DateOnly asOf)
    {
        CaseEvent? departure = null;
        DateOnly? until = null;
        foreach (var (happened, kind) in explaining)
        {
            if (happened.Date.Latest > asOf)
            {
                continue;
            }

            if (kind.Means is EventMeaning.Departure && Names(Value(happened, kind, AttributeMeaning.Rule), rule)
                && HasReason(happened, kind)
                && (departure is null || departure.Date.Latest < happened.Date.Latest))
            {
                departure = happened;
            }

            if (kind.Means is EventMeaning.NextStep
                && PartialDate.TryParse(Value(happened, kind, AttributeMeaning.Until), out var step, out _)
                && step.HasLatest && step.Latest >= asOf && (until is null || until < step.Latest))
            {
                until = step.Latest;
            }
        }

        return departure is not null && until is { } day ? new Explained(departure.Date, day) : null;
    }

    private static bool Names(string? name, Rule rule) =>
        string.Equals(name, rule.Id, StringComparison.Ordinal) || string.Equals(name, rule.FullName, StringComparison.Ordinal);

    private static string? Value(CaseEvent happened, EventKind kind, AttributeMeaning meaning) =>
        kind.Attributes.FirstOrDefault(attribute => attribute.Means == meaning) is { } attribute
            ? happened.Attributes.GetValueOrDefault(attribute.Name)
            : null;

    // Words of its own are its reason where the vocabulary does not say which attribute is.
    private static bool HasReason(CaseEvent happened, EventKind kind) => kind.Attributes.Any(attribute =>
        (attribute.Means is AttributeMeaning.Reason || attribute.Type is ValueKind.Text) && happened.Attributes.ContainsKey(attribute.Name));
}
