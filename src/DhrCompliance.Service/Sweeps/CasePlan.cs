using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Escalations;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;

namespace DhrCompliance.Service.Sweeps;

/// <summary>One case decided: its assessment, and the rows and mails that tell of it.</summary>
internal sealed record CasePlan(CaseFile File, Assessment Assessment, OutboxEntries Entries);

/// <summary>Decides cases under one rulebook, with the notices and contacts it was given. Pure.</summary>
/// <param name="rulebook">The rulebook.</param>
/// <param name="outbox">Who is told of a plan, and in what words.</param>
/// <param name="lastSweep">The day of the last finished sweep; null: there was none.</param>
/// <param name="baseline">Which rules a case was assessed under before.</param>
/// <param name="served">To whom a mail of the day was planned already; in any case of letters.</param>
internal sealed class CasePlanner(CompiledRulebook rulebook, Outbox outbox, DateOnly? lastSweep, Baseline baseline, IReadOnlySet<string> served)
{
    private readonly NoticePlanner _planner = new(rulebook.Rulebook);

    /// <param name="file">The case.</param>
    /// <param name="day">The day.</param>
    /// <param name="planned">What was ever planned for it; null: nothing.</param>
    /// <param name="previous">The last assessment that the register holds of it; null: there is none.</param>
    public CasePlan Plan(CaseFile file, DateOnly day, IReadOnlyList<PlannedNotice>? planned, StoredAssessment? previous)
    {
        file = rulebook.Current(file);
        var sent = SentReading.Of(planned);
        var assessment = rulebook.Assess(rulebook.Bind(file), day);
        var plan = _planner.Plan(assessment, sent, file.Jurisdiction, new PlanContext(lastSweep, baseline.Of(previous), served.Count == 0 ? null : notice => Waits(notice, file, day)));

        // The next change is of the assessment, or of what is told of it.
        var next = assessment.NextChangeOn is { } change && plan.NextOn is { } step
            ? change < step ? change : step
            : assessment.NextChangeOn ?? plan.NextOn;
        return new CasePlan(file, assessment with { NextChangeOn = next }, outbox.Prepare(plan, assessment, file));
    }

    /// <summary>One mail a person a day: what comes later on the day waits for the next, unless it is urgent or waits for a person anyway.</summary>
    private bool Waits(Notice notice, CaseFile file, DateOnly day) =>
        !notice.Held && !notice.Step.Urgent && outbox.To(notice, file, day).To.Any(told => served.Contains(told.Address));
}
