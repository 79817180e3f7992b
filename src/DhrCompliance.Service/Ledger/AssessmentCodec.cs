using System.Security.Cryptography;
using System.Text.Json;
using DhrCompliance.Assessments;
using DhrCompliance.Calendars;
using DhrCompliance.Service.Ledger.Storing;

namespace DhrCompliance.Service.Ledger;

/// <summary>
/// An assessment as it is stored: rules by full name, enumerated values as words, reasons as template number and values, days as text.
/// What follows from the day assessed alone (days late, days left) stands apart at the end, outside the digest. Not for several threads at once.
/// </summary>
public sealed class AssessmentCodec : IDisposable
{
    private readonly StoredJson stored = new();
    private readonly Utf8JsonWriter json;

    public AssessmentCodec() => json = stored.Json;

    /// <summary>The stored form and its digest.</summary>
    public EncodedAssessment Encode(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        stored.Start();
        json.WriteStartArray();
        WriteConclusions(assessment);
        var digest = Convert.ToHexStringLower(SHA256.HashData(stored.Written));
        WriteDaily(assessment);
        json.WriteEndArray();
        return new EncodedAssessment(digest, StoredForm.Compress(stored.Written));
    }

    public void Dispose() => stored.Dispose();

    private void WriteConclusions(Assessment assessment)
    {
        json.WriteStartObject();
        json.WriteString("reference"u8, assessment.Reference);
        json.WriteBoolean("live"u8, assessment.Live);
        stored.Texts("editions"u8, assessment.Editions);
        json.WriteStartArray("criteria"u8);
        foreach (var result in assessment.Criteria)
        {
            json.WriteStartObject();
            json.WriteString("rule"u8, result.Rule.FullName);
            json.WriteString("answer"u8, Words.Of(result.Answer));
            stored.Texts("missing"u8, result.Missing);
            stored.Because(result.Because);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("timescales"u8);
        foreach (var result in assessment.Timescales)
        {
            Write(result);
        }

        json.WriteEndArray();
        json.WriteStartArray("checks"u8);
        foreach (var result in assessment.Checks)
        {
            Write(result);
        }

        json.WriteEndArray();
        WriteRest(assessment);
        json.WriteEndObject();
    }

    private void Write(TimescaleResult result)
    {
        json.WriteStartObject();
        json.WriteString("rule"u8, result.Rule.FullName);
        stored.Instance(result.Instance, result.Item);
        json.WriteString("state"u8, Words.Of(result.State));
        if (result.Possible != StateSet.Of(result.State))
        {
            json.WriteStartArray("possible"u8);
            foreach (var state in result.Possible.States())
            {
                json.WriteStringValue(Words.Of(state));
            }

            json.WriteEndArray();
        }

        stored.Days("clockFrom"u8, result.Started);
        stored.Days("dueAtFirst"u8, result.OriginalDue);
        stored.Days("dueNow"u8, result.Due);
        stored.Days("target"u8, result.Target is { } target ? DateInterval.On(target) : null);
        stored.Days("askedFor"u8, result.AskedFor);
        stored.Days("metOn"u8, result.MetOn);
        if (result.Provisional)
        {
            json.WriteBoolean("provisional"u8, true);
        }

        stored.Counters.Add(result.DaysLateAtLeast);
        stored.Counters.Add(result.DaysLateAtMost);
        stored.Counters.Add(result.DaysLateAgainstOriginalAtLeast);
        stored.Counters.Add(result.DaysLateAgainstOriginalAtMost);
        stored.Texts("missing"u8, result.Missing);
        stored.Because(result.Because);
        json.WriteEndObject();
    }

    private void Write(CheckResult result)
    {
        json.WriteStartObject();
        json.WriteString("rule"u8, result.Rule.FullName);
        stored.Instance(result.Instance, result.Item);
        json.WriteString("state"u8, Words.Of(result.State));
        stored.Days("at"u8, result.At);
        stored.Texts("missing"u8, result.Missing);
        stored.Because(result.Because);
        json.WriteEndObject();
    }

    private void WriteRest(Assessment assessment)
    {
        json.WriteStartArray("milestones"u8);
        foreach (var milestone in assessment.Milestones)
        {
            json.WriteStartArray();
            json.WriteStringValue(milestone.From);
            json.WriteStringValue(milestone.To);
            json.WriteNumberValue(milestone.DaysAtLeast);
            json.WriteNumberValue(milestone.DaysAtMost);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        stored.Days("reopenedOn"u8, assessment.ReopenedOn);
        json.WriteStartArray("questions"u8);
        foreach (var question in assessment.Questions)
        {
            json.WriteStartArray();
            json.WriteStringValue(question.About);
            json.WriteNumberValue(question.Settles);
            stored.Because(question.Reason);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("failures"u8);
        foreach (var failure in assessment.Failures)
        {
            json.WriteStartArray();
            json.WriteStringValue(failure.Rule);
            json.WriteStringValue(failure.Error);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private void WriteDaily(Assessment assessment)
    {
        json.WriteStartObject();
        stored.Days("asOf"u8, DateInterval.On(assessment.AsOf));
        stored.Days("nextChangeOn"u8, assessment.NextChangeOn is { } next ? DateInterval.On(next) : null);
        json.WriteStartArray("counters"u8);
        foreach (var counter in stored.Counters)
        {
            json.WriteNumberValue(counter);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
