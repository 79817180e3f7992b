using DhrCompliance.Assessments.Explaining.Rules;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining.Glossaries;

/// <summary>What an event is: what it means to the program, how often it may happen, what is recorded with it, and what follows from it.</summary>
internal static class EventSentences
{
    public static IEnumerable<RulePoint> Of(EventKind kind, Phrases phrases)
    {
        if (Meaning(kind.Means) is { } meaning)
        {
            yield return new("meaning", meaning);
        }

        var to = kind.Of is { } item ? $"to each {phrases.Item(item)}" : "in each review";
        yield return new("how often", kind.Repeats
            ? $"It may happen more than once {to}."
            : $"It happens once {to}; a second record of it is a correction of the first, or is refused.");
        if (kind.Plannable)
        {
            yield return new("planned", "It may be planned, and so lie in the future.");
        }

        if (kind.ExpectedOnWorkingDay)
        {
            yield return new("working day", "A date that is no working day is asked about.");
        }

        if (kind.HeldBy is { } holder)
        {
            yield return new("held by", $"The time until it happens is put down to {phrases.Who(holder)}.");
        }

        if (kind.Milestone)
        {
            yield return new("milestone", "The time from the milestone before it is reported.");
        }

        foreach (var point in ConcernSentences.Of(kind.Concerns))
        {
            yield return point;
        }

        if (kind.Ends is { } ended)
        {
            yield return new("ends", $"It ends what began with {phrases.Event(ended)}.");
        }

        if (kind.NotAfter is { } last)
        {
            yield return new("not after", $"A date after this is asked about: {phrases.Event(last)}.");
        }

        if (!kind.Attributes.IsEmpty)
        {
            yield return new("recorded with it", $"Recorded with it: {string.Join("; ", kind.Attributes.Select(attribute => Attribute(attribute, phrases)))}.");
        }

        foreach (var point in Implications.From(kind, phrases))
        {
            yield return point;
        }
    }

    private static string Attribute(AttributeType attribute, Phrases phrases) =>
        $"“{English.Plain(attribute.Name)}” ({FactSentences.Answer(attribute.Type, attribute.Choices, phrases)}{Meaning(attribute.Means)})";

    private static string Meaning(AttributeMeaning meaning) => meaning switch
    {
        AttributeMeaning.Reason => ", which is why",
        AttributeMeaning.Rule => ", which it is about",
        AttributeMeaning.Until => ", the day that was agreed",
        AttributeMeaning.ReviewBy => ", by which it is looked at again",
        AttributeMeaning.AgreedBy => ", who agreed or signed",
        AttributeMeaning.Stage => ", the stage that is signed for",
        _ => string.Empty,
    };

    private static string? Meaning(EventMeaning meaning) => meaning switch
    {
        EventMeaning.Beginning => "Nothing of a review comes before it.",
        EventMeaning.PauseStart => "A pause begins with it. It stops the clocks of those rules that name its reason, and no others.",
        EventMeaning.PauseEnd => "A pause ends with it.",
        EventMeaning.Extension => "With it another date was agreed for a rule that allows it.",
        EventMeaning.Departure => "With it a departure from a rule is put on record, with the reason.",
        EventMeaning.Reopening => "It opens a review again that had ended or was not to be held.",
        EventMeaning.NextStep => "It sets the day of the next step.",
        EventMeaning.Closing => "The review is closed with it.",
        EventMeaning.Signing => "A checklist is signed with it.",
        _ => null,
    };
}
