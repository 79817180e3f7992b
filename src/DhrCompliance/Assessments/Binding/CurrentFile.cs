using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Assessments.Binding;

/// <summary>Case files in the words of today: a register keeps the words it was written in, and those mean what they were renamed to.</summary>
internal sealed class CurrentFile(CurrentNames names)
{
    public CaseFile Of(CaseFile file) => names.AreAll ? file : file with
    {
        Facts = names.Facts(file.Facts, null),
        Events = [.. file.Events.Select(happened => happened with { Event = names.Event(happened.Event), Attributes = names.Attributes(happened.Attributes, happened.Event) })],
        Items = [.. file.Items.Select(item => item with { Kind = names.Item(item.Kind), Facts = names.Facts(item.Facts, item.Kind) })],
        OfPartnership = file.OfPartnership is { } partnership ? Of(partnership) : null,
    };
}
