using System.Collections.Immutable;
using System.Text.Json;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Service.Reports.Json;

/// <summary>One case of the audit.</summary>
internal sealed class CaseJson(Utf8JsonWriter json, Rulebook rulebook, Citations citations)
{
    private readonly Dictionary<string, bool> _verifiedPacks =
        rulebook.Packs.DistinctBy(pack => pack.Id).ToDictionary(pack => pack.Id, pack => pack.Verified, StringComparer.Ordinal);

    public void Write(CaseFile file, Assessment assessment)
    {
        var time = CaseTime.Of(file, rulebook.Vocabulary);
        json.WriteStartObject();
        json.WriteString("reference", assessment.Reference);
        json.WriteString("partnership", file.Partnership);
        json.WriteTexts("joint", file.OtherPartnerships.Select(other => other.Partnership));
        json.WriteString("kind", Words.Of(file.Kind));
        json.WriteBoolean("live", assessment.Live);
        json.WriteTexts("editions", assessment.Editions);
        WriteRows("criteria", assessment.Criteria, Criterion);
        WriteRows("timescales", assessment.Timescales, row => Timescale(time, assessment, row));
        WriteRows("checks", assessment.Checks, Check);
        WriteRows("milestones", assessment.Milestones, milestone =>
        {
            json.WriteString("from", milestone.From);
            json.WriteString("to", milestone.To);
            json.WriteCount("days", milestone.DaysAtLeast, milestone.DaysAtMost);
        });
        new CourseJson(json, rulebook.Vocabulary).Write(file, assessment);
        json.WriteDate("reopenedOn", assessment.ReopenedOn);
        WriteRows("questions", assessment.Questions, question =>
        {
            json.WriteString("about", question.About);
            json.WriteString("text", Sentences.Of(question.Reason, rulebook.Vocabulary));
            json.WriteNumber("settles", question.Settles);
        });
        json.WriteDay("nextChangeOn", assessment.NextChangeOn);
        json.WriteEndObject();
    }

    private void WriteRows<T>(string name, ImmutableArray<T> rows, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var row in rows)
        {
            json.WriteStartObject();
            write(row);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Criterion(CriterionResult row)
    {
        json.WriteString("rule", row.Rule.FullName);
        json.WriteString("answer", Words.Of(row.Answer));
        Grounds(row.Rule, row.Missing, row.Because);
    }

    private void Check(CheckResult row)
    {
        json.WriteString("rule", row.Rule.FullName);
        json.WriteString("instance", row.Instance);
        json.WriteText("item", row.Item);
        Standing(row.Rule);
        json.WriteString("state", Words.Of(row.State));
        json.WriteDate("at", row.At);
        Points(row.Rule);
        Grounds(row.Rule, row.Missing, row.Because);
    }

    /// <summary>Of a checklist: what is signed for. Nobody answers the points one by one; any other check has none.</summary>
    private void Points(Check rule)
    {
        json.WriteStartArray("points");
        foreach (var point in rule.Points)
        {
            json.WriteStartObject();
            json.WriteString("text", point.Text);
            json.WriteText("obligation", point.Obligation);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Timescale(CaseTime time, Assessment assessment, TimescaleResult row)
    {
        json.WriteString("rule", row.Rule.FullName);
        json.WriteString("instance", row.Instance);
        json.WriteText("item", row.Item);
        Standing(row.Rule);
        json.WriteString("state", Words.Of(row.State));
        json.WriteTexts("possible", row.Possible.States().Select(state => Words.Of(state)));
        json.WriteDate("started", row.Started);
        json.WriteDate("originalDue", row.OriginalDue);
        json.WriteDate("due", row.Due);
        json.WriteDay("target", row.Target);
        json.WriteDate("metOn", row.MetOn);
        json.WriteCount("daysLate", row.DaysLateAtLeast, row.DaysLateAtMost);
        json.WriteCount("daysLateAgainstOriginal", row.DaysLateAgainstOriginalAtLeast, row.DaysLateAgainstOriginalAtMost);
        json.WriteBoolean("provisional", row.Provisional);
        WriteExplained(Explained.Of(time, row.Rule, assessment.AsOf));
        CourseJson.Held(json, HeldTime.Of(time, row, assessment.AsOf));
        Grounds(row.Rule, row.Missing, row.Because);
    }

    private void Standing(Rule rule)
    {
        json.WriteText("owner", rule.Owner);
        json.WriteString("force", Words.Of(rule.Force));
        json.WriteString("basis", Words.Of(rule.Basis));
        json.WriteBoolean("verified", rule.Verified && _verifiedPacks.GetValueOrDefault(rule.Pack, true));
    }

    private void WriteExplained(Explained? explained)
    {
        if (explained is null)
        {
            json.WriteNull("explained");
            return;
        }

        json.WriteStartObject("explained");
        json.WriteDate("recordedOn", explained.RecordedOn);
        json.WriteDay("until", explained.Until);
        json.WriteEndObject();
    }

    private void Grounds(Rule rule, ImmutableArray<string> missing, ImmutableArray<Reason> because)
    {
        json.WriteTexts("missing", missing.IsDefault ? [] : missing);
        json.WriteTexts("because", Explanation.SentencesOf(because, rulebook.Vocabulary));
        json.WritePropertyName("cite");
        json.WriteRawValue(citations.Of(rule), skipInputValidation: true);
    }
}
