using System.Text.Json;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Cases;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Reports.Json;

/// <summary>How a case went: its rounds with whose time they were, and how long the family has been without word.</summary>
internal sealed class CourseJson(Utf8JsonWriter json, Vocabulary vocabulary)
{
    public void Write(CaseFile file, Assessment assessment)
    {
        json.WriteStartArray("rounds");
        foreach (var round in ReportRound.Of(file, vocabulary, assessment.AsOf, assessment.Live))
        {
            Round(round);
        }

        json.WriteEndArray();
        if (file.Kind == SubjectKind.Review)
        {
            Family(LastTold.Of(file, assessment, vocabulary));
        }
        else
        {
            json.WriteNull("family");
        }
    }

    /// <summary>Days by whose time it was, under "heldBy".</summary>
    public static void Held(Utf8JsonWriter json, HeldTime? held)
    {
        if (held is null)
        {
            json.WriteNull("heldBy");
            return;
        }

        json.WriteStartObject("heldBy");
        foreach (var part in held.Parts.GroupBy(part => part.Who, StringComparer.Ordinal))
        {
            json.WriteNumber(part.Key, part.Sum(share => share.Days));
        }

        json.WriteNumber("unexplained", held.Unexplained);
        json.WriteEndObject();
    }

    private void Round(ReportRound round)
    {
        json.WriteStartObject();
        json.WriteNumber("round", round.Number);
        json.WriteDate("sentOn", round.Sent?.Date);
        json.WriteDate("answeredOn", round.Answer?.Date);
        json.WriteDate("learnedOn", round.LearnedOn);
        json.WriteStartObject("answer");
        if (round.Answer is { } answer)
        {
            foreach (var (name, value) in ReportRound.ChoicesOf(answer, vocabulary.Events.FirstOrDefault(kind => kind.Name == answer.Event)))
            {
                json.WriteString(name, value);
            }
        }

        json.WriteEndObject();
        json.WriteText("waitsFor", round.Awaited);
        json.WriteText("heldNow", round.HeldNow);
        Held(json, round.Held);
        json.WriteEndObject();
    }

    private void Family(LastTold told)
    {
        json.WriteStartObject("family");
        json.WriteText("lastEvent", told.Event?.Event);
        json.WriteDate("lastOn", told.Event?.Date);
        if (told is { DaysAtLeast: { } fewest, DaysAtMost: { } most })
        {
            json.WriteCount("daysWithoutWord", fewest, most);
        }
        else
        {
            json.WriteNull("daysWithoutWord");
            json.WriteNull("daysWithoutWordRange");
        }

        json.WriteNumber("owed", told.Owed);
        json.WriteNumber("overdue", told.Overdue);
        json.WriteEndObject();
    }
}
