using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Escalations;
using DhrCompliance.Escalations.Wording;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;

namespace DhrCompliance.Service.Sweeps;

/// <summary>One case decided: its assessment, and the rows and mails that tell of it.</summary>
internal sealed record CasePlan(CaseFile File, Assessment Assessment, OutboxEntries Entries);

/// <summary>Decides cases under one rulebook, with the notices and contacts it was given. Pure.</summary>
/// <param name="rulebook">The rulebook.</param>
/// <param name="contacts">Who holds which role.</param>
/// <param name="from">The address that mails come from.</param>
/// <param name="lastSweep">The day of the last finished sweep; null: there was none.</param>
internal sealed class CasePlanner(CompiledRulebook rulebook, ContactBook contacts, string from, DateOnly? lastSweep)
{
    private readonly NoticePlanner _planner = new(rulebook.Rulebook);
    private readonly Outbox _outbox = new(new NoticeWriter(rulebook.Rulebook), contacts, from);

    public CasePlan Plan(CaseFile file, DateOnly day, IReadOnlyList<PlannedNotice>? planned)
    {
        file = rulebook.Current(file);
        var sent = SentReading.Of(planned);
        var assessment = rulebook.Assess(rulebook.Bind(file), day);
        var plan = _planner.Plan(assessment, sent, file.Jurisdiction, new PlanContext(lastSweep));

        // The next change is of the assessment, or of what is told of it.
        var next = assessment.NextChangeOn is { } change && plan.NextOn is { } step
            ? change < step ? change : step
            : assessment.NextChangeOn ?? plan.NextOn;
        return new CasePlan(file, assessment with { NextChangeOn = next }, _outbox.Prepare(plan, sent, assessment, file));
    }
}
