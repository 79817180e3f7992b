using DhrCompliance.Assessments.Compiling;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;

namespace DhrCompliance.Assessments.Binding;

/// <summary>An event of a case by slot: recorded, or implied by another.</summary>
internal sealed class BoundEvent(EventShape kind, string?[] attributes, int item)
{
    public EventShape Kind { get; } = kind;

    public string?[] Attributes { get; } = attributes;

    /// <summary>The place of its item among the case's items; -1 for an event of the case.</summary>
    public int Item { get; } = item;

    /// <summary>The row it comes from; null when it is implied.</summary>
    public CaseEvent? Recorded { get; init; }

    /// <summary>The event that implies it, or that bounds its latest day.</summary>
    public BoundEvent? Because { get; set; }

    public DateOnly Earliest { get; set; } = DateOnly.MinValue;

    public DateOnly Latest { get; set; } = DateOnly.MaxValue;

    /// <summary>Where no latest day is known: it had happened by the day the service first saw it.</summary>
    public DateOnly Cap { get; set; } = DateOnly.MaxValue;

    public string Id => Recorded?.Id ?? "";

    public bool IsDay => Earliest == Latest;

    /// <summary>The interval as of a day: what is on record without a latest day had happened by then.</summary>
    public DateInterval On(DateOnly asOf)
    {
        if (Latest != DateOnly.MaxValue)
        {
            return new DateInterval(Earliest, Latest);
        }

        var latest = Cap < asOf && Cap >= Earliest ? Cap : asOf;
        return new DateInterval(Earliest, latest < Earliest ? Earliest : latest);
    }
}
