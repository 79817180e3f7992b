namespace DhrCompliance.Service.Ledger.Reading;

/// <summary>Every version of the rows of an input table, in the order of its key and then of its versions; of all subjects or of one (?2).</summary>
internal static class RegisterSql
{
    public const string AllPartnerships = Partnerships + PartnershipOrder;
    public const string PartnershipsOf =
        Partnerships + " AND id = (SELECT partnership FROM subjects WHERE reference = ?2)" + PartnershipOrder;

    public const string AllProtocols = Protocols + ProtocolOrder;
    public const string ProtocolsOf =
        Protocols + " AND partnership = (SELECT partnership FROM subjects WHERE reference = ?2)" + ProtocolOrder;

    public const string AllContacts = Contacts + ContactOrder;
    public const string ContactsOf = Contacts + """
         AND (reference = ?2 OR (reference IS NULL
            AND (partnership IS NULL OR partnership = (SELECT partnership FROM subjects WHERE reference = ?2))))
        """ + ContactOrder;

    public const string AllCases = Cases + CaseOrder;
    public const string CasesOf = Cases + Of + CaseOrder;

    public const string AllCasePartnerships = CasePartnerships + CasePartnershipOrder;
    public const string CasePartnershipsOf = CasePartnerships + Of + CasePartnershipOrder;

    public const string AllItems = Items + IdOrder;
    public const string ItemsOf = Items + Of + IdOrder;

    public const string AllEvents = Events + IdOrder;
    public const string EventsOf = Events + Of + IdOrder;

    private const string Of = " AND reference = ?2";

    private const string Partnerships = """
        SELECT witnessed_at, id, name, jurisdiction, kept_since FROM partnerships WHERE witnessed_at <= ?1
        """;

    private const string PartnershipOrder = " ORDER BY id, row";

    private const string Protocols = """
        SELECT witnessed_at, partnership, pack, from_day, until_day FROM protocols WHERE witnessed_at <= ?1
        """;

    private const string ProtocolOrder = " ORDER BY partnership, pack, from_day, row";

    private const string Contacts = """
        SELECT witnessed_at, partnership, reference, agency, role, email, from_day, until_day FROM contacts WHERE witnessed_at <= ?1
        """;

    private const string ContactOrder = " ORDER BY partnership, reference, agency, role, email, from_day, row";

    private const string Cases = """
        SELECT witnessed_at, reference, partnership, kept_since, facts FROM cases WHERE witnessed_at <= ?1
        """;

    private const string CaseOrder = " ORDER BY reference, row";

    private const string CasePartnerships = """
        SELECT witnessed_at, reference, partnership, part FROM case_partnerships WHERE witnessed_at <= ?1
        """;

    private const string CasePartnershipOrder = " ORDER BY reference, partnership, row";

    private const string Items = """
        SELECT witnessed_at, id, reference, kind, facts FROM items WHERE witnessed_at <= ?1
        """;

    private const string Events = """
        SELECT witnessed_at, id, reference, item, event, date, withdrawn, note, recorded_by, recorded_at, attributes
        FROM events WHERE witnessed_at <= ?1
        """;

    private const string IdOrder = " ORDER BY reference, id, row";
}
