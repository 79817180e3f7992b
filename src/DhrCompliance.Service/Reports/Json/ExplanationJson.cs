using DhrCompliance.Assessments.Explaining;

namespace DhrCompliance.Service.Reports.Json;

/// <summary>A case explained, as JSON: the same sentences that a terminal, a mail and a page show.</summary>
public static class ExplanationJson
{
    /// <summary>The document.</summary>
    public static string Of(CaseExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        return JsonValues.Document(json =>
        {
            json.WriteStartObject();
            json.WriteString("heading", explanation.Heading);
            json.WriteTexts("standing", explanation.Standing);
            json.WriteStartArray("rules");
            foreach (var rule in explanation.Rules)
            {
                json.WriteStartObject();
                json.WriteString("rule", rule.Rule);
                json.WriteString("state", rule.State);
                json.WriteString("heading", rule.Heading);
                json.WriteTexts("paragraphs", rule.Paragraphs);
                json.WriteTexts("points", rule.Points);
                json.WriteText("toSettle", rule.ToSettle);
                json.WriteText("next", rule.Next);
                json.WriteTexts("sources", rule.Sources);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteTexts("failures", explanation.Failures);
            json.WriteTexts("questions", explanation.Questions);
            json.WriteTexts("milestones", explanation.Milestones);
            json.WriteTexts("rounds", explanation.Rounds);
            json.WriteTexts("told", explanation.Told);
            json.WriteTexts("settled", explanation.Settled);
            json.WriteTexts("quiet", explanation.Quiet);
            json.WriteEndObject();
        });
    }
}
