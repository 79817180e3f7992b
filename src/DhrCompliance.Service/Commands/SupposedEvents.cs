using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Assessments.Workplans;
using DhrCompliance.Cases;
using DhrCompliance.Service.Intake.Cells;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Commands;

/// <summary>Reads what a work plan is to suppose: <c>EVENT=DATE</c>.</summary>
internal static class SupposedEvents
{
    /// <exception cref="UsageException">One of them is not an event of a review and a day; the message names it.</exception>
    public static ImmutableArray<SupposedEvent> Read(IEnumerable<string> texts, CaseFile file, Vocabulary vocabulary) => [.. texts.Select(text => One(text, file, vocabulary))];

    private static SupposedEvent One(string text, CaseFile file, Vocabulary vocabulary)
    {
        if (text.Split('=') is not [var word, var date] || !DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            throw new UsageException($"--suppose '{text}' is no event and day: write it like 'decision=2027-01-12'.");
        }

        var kind = vocabulary.Events.FirstOrDefault(kind => kind.Name == word || kind.Was.Contains(word));
        if (kind is null)
        {
            var near = Nearest.Of(word, vocabulary.Events.Select(each => each.Name));
            throw new UsageException($"--suppose '{text}': unknown event '{word}'{(near is null ? "" : $"; did you mean '{near}'?")}");
        }

        if (!kind.Repeats && file.Events.Any(happened => happened.Event == kind.Name))
        {
            throw new UsageException($"--suppose '{text}': '{kind.Name}' happens once, and is recorded of {file.Reference} already.");
        }

        return kind.Of is null
            ? new SupposedEvent(kind.Name, day)
            : throw new UsageException($"--suppose '{text}': '{kind.Name}' happens to one of several items ({kind.Of}), and only what happens to the review itself can be supposed.");
    }
}
