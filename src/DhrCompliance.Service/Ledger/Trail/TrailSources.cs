namespace DhrCompliance.Service.Ledger.Trail;

/// <summary>A table whose rows stand in the trail: how to read those that wait for their place, and how to read all of them again.</summary>
/// <param name="Name">The table.</param>
/// <param name="Waiting">Arrival, partnership, row, and the values that are digested.</param>
/// <param name="All">Row, and the values that are digested, the same ones in the same order.</param>
internal sealed record TrailSource(string Name, string Waiting, string All);

/// <summary>Every table whose rows stand in the trail.</summary>
internal static class TrailSources
{
    private const string Wait = "SELECT q.arrival, q.partnership, ";
    private const string From = " FROM to_chain q CROSS JOIN ";
    private const string Joined = " t ON t.row = q.row WHERE q.source = '";
    private const string Arrived = "' ORDER BY q.arrival";
    private const string Every = "SELECT ";
    private const string Ordered = " t ORDER BY t.row";

    private const string Partnerships = "t.row, t.id, t.name, t.jurisdiction, t.kept_since, t.witnessed_at";
    private const string Protocols = "t.row, t.partnership, t.pack, t.from_day, t.until_day, t.witnessed_at";
    private const string Contacts = "t.row, t.partnership, t.reference, t.agency, t.role, t.email, t.from_day, t.until_day, t.witnessed_at";
    private const string Cases = "t.row, t.reference, t.partnership, t.kept_since, t.facts, t.witnessed_at";
    private const string CasePartnerships = "t.row, t.reference, t.partnership, t.part, t.witnessed_at";
    private const string Items = "t.row, t.id, t.reference, t.kind, t.facts, t.witnessed_at";
    private const string Events =
        "t.row, t.id, t.reference, t.item, t.event, t.date, t.withdrawn, t.note, t.recorded_by, t.recorded_at, t.attributes, t.witnessed_at";

    private const string Rulebooks = "t.row, t.hash, t.packs";
    private const string RulebookFiles = "t.row, t.hash, t.path, t.text";
    private const string Assessments = "t.row, t.reference, t.partnership, t.as_of, t.rulebook, t.digest, t.payload";
    private const string Notices =
        "t.row, t.key, t.subject, t.partnership, t.rule, t.kind, t.role, t.step, t.planned_on, t.held, t.delivery";

    private const string Withdrawals = "t.row, t.key, t.partnership, t.withdrawn_on";
    // Those of earlier versions have no kind and no calendar, and were digested without: neither stands in a column of its own.
    private const string Deliveries =
        "t.row, t.id, t.partnership, t.address, t.message_id, t.subject, t.text, t.html, t.planned_on, "
        + "CASE WHEN t.kind IS NULL AND t.calendar IS NULL THEN t.notices "
        + "ELSE t.notices || char(10) || coalesce(t.kind, '') || char(10) || coalesce(t.calendar, '') END";

    private const string States = "t.row, t.delivery, t.partnership, t.state, t.answer, t.at";
    private const string Sweeps = "t.row, t.day, t.rulebook, t.assessed, t.failed, t.notices, t.deliveries";
    private const string SweepFailures = "t.row, t.day, t.kind, t.reason, t.at";
    private const string OperatorMails = "t.row, t.kind, t.about, t.subject, t.text, t.at";

    private const string Acknowledgements = "t.row, t.key, t.subject, t.partnership, t.until_day, t.reason, t.at";

    private const string RulebookSteps = "t.row, t.kind, t.source, t.content, t.hash, t.kept, t.base, t.by_whom, t.account, t.detail, t.at";

    private const string Intakes = "t.row, t.unit, t.hash, t.partnership, t.made, t.refused, t.detail, t.at";

    public static IReadOnlyList<TrailSource> All { get; } =
    [
        new("partnerships", Wait + Partnerships + From + "partnerships" + Joined + "partnerships" + Arrived, Every + Partnerships + " FROM partnerships" + Ordered),
        new("protocols", Wait + Protocols + From + "protocols" + Joined + "protocols" + Arrived, Every + Protocols + " FROM protocols" + Ordered),
        new("contacts", Wait + Contacts + From + "contacts" + Joined + "contacts" + Arrived, Every + Contacts + " FROM contacts" + Ordered),
        new("cases", Wait + Cases + From + "cases" + Joined + "cases" + Arrived, Every + Cases + " FROM cases" + Ordered),
        new("case_partnerships", Wait + CasePartnerships + From + "case_partnerships" + Joined + "case_partnerships" + Arrived, Every + CasePartnerships + " FROM case_partnerships" + Ordered),
        new("items", Wait + Items + From + "items" + Joined + "items" + Arrived, Every + Items + " FROM items" + Ordered),
        new("events", Wait + Events + From + "events" + Joined + "events" + Arrived, Every + Events + " FROM events" + Ordered),
        new("rulebooks", Wait + Rulebooks + From + "rulebooks" + Joined + "rulebooks" + Arrived, Every + Rulebooks + " FROM rulebooks" + Ordered),
        new("rulebook_files", Wait + RulebookFiles + From + "rulebook_files" + Joined + "rulebook_files" + Arrived, Every + RulebookFiles + " FROM rulebook_files" + Ordered),
        new("assessments", Wait + Assessments + From + "assessments" + Joined + "assessments" + Arrived, Every + Assessments + " FROM assessments" + Ordered),
        new("notices", Wait + Notices + From + "notices" + Joined + "notices" + Arrived, Every + Notices + " FROM notices" + Ordered),
        new("notice_withdrawals", Wait + Withdrawals + From + "notice_withdrawals" + Joined + "notice_withdrawals" + Arrived, Every + Withdrawals + " FROM notice_withdrawals" + Ordered),
        new("deliveries", Wait + Deliveries + From + "deliveries" + Joined + "deliveries" + Arrived, Every + Deliveries + " FROM deliveries" + Ordered),
        new("delivery_states", Wait + States + From + "delivery_states" + Joined + "delivery_states" + Arrived, Every + States + " FROM delivery_states" + Ordered),
        new("sweeps", Wait + Sweeps + From + "sweeps" + Joined + "sweeps" + Arrived, Every + Sweeps + " FROM sweeps" + Ordered),
        new("sweep_failures", Wait + SweepFailures + From + "sweep_failures" + Joined + "sweep_failures" + Arrived, Every + SweepFailures + " FROM sweep_failures" + Ordered),
        new("operator_mails", Wait + OperatorMails + From + "operator_mails" + Joined + "operator_mails" + Arrived, Every + OperatorMails + " FROM operator_mails" + Ordered),
        new("acknowledgements", Wait + Acknowledgements + From + "acknowledgements" + Joined + "acknowledgements" + Arrived, Every + Acknowledgements + " FROM acknowledgements" + Ordered),
        new("rulebook_steps", Wait + RulebookSteps + From + "rulebook_steps" + Joined + "rulebook_steps" + Arrived, Every + RulebookSteps + " FROM rulebook_steps" + Ordered),
        new("intakes", Wait + Intakes + From + "intakes" + Joined + "intakes" + Arrived, Every + Intakes + " FROM intakes" + Ordered),
    ];
}
