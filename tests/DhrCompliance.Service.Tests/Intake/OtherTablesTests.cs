namespace DhrCompliance.Service.Tests.Intake;

public sealed class OtherTablesTests
{
    private const string Contacts = "partnership,case,agency,role,email,from,until\n";

    [Theory]
    [InlineData("partnerships.csv", "id,name,jurisdiction\nmole-valley,Mole Valley,scotland\n", "partnerships.csv, row 2, column jurisdiction: 'scotland': expected a jurisdiction (england, wales)")]
    [InlineData("partnerships.csv", "id\nmole-valley\n", "partnerships.csv, row 2, column name: expected a value: a new row needs it")]
    [InlineData("partnerships.csv", "id,name,jurisdiction,kept-since\nmole,Mole,england,2026-03\n", "partnerships.csv, row 2, column kept-since: '2026-03': expected a day that is known, such as 2026-03-31, or nothing")]
    [InlineData("partnerships.csv", "id,name,jurisdiction\nBEX-1,Mole,england\n", "partnerships.csv, row 2, column id: 'BEX-1': expected an id that no case has as its reference: cases and partnerships share one namespace")]
    [InlineData("partnerships.csv", "id,name,jurisdiction\nBexley,Mole,england\n", "partnerships.csv, row 2, column id: 'Bexley': expected an id that differs from 'bexley' in more than capitals")]
    [InlineData("partnerships.csv", "id,name,jurisdiction\nbexley,unknown,\n", "partnerships.csv, row 2, column name: 'unknown': expected a value: this cannot be unknown")]
    [InlineData("cases.csv", "reference,partnership\nbexley,bexley\n", "cases.csv, row 2, column reference: 'bexley': expected a reference that no partnership has as its id: cases and partnerships share one namespace")]
    [InlineData("cases.csv", "reference,partnership\nBEX-3,bexly\n", "cases.csv, row 2, column partnership: 'bexly': expected a partnership that is known; did you mean 'bexley'?")]
    [InlineData("cases.csv", "reference,partnership\n../etc/passwd,bexley\n", "cases.csv, row 2, column reference: '../etc/passwd': expected 1 to 64 plain letters, digits, '.', '_', '-' or single spaces, beginning and ending with a letter or digit")]
    [InlineData("cases.csv", "reference,partnership,count\nBEX-3,bexley,1e5\n", "cases.csv, row 2, column count: '1e5': expected a number in figures, such as 47 or 1.5")]
    [InlineData("cases.csv", "reference,partnership,parallel-review\nBEX-3,bexley,perhaps\n", "cases.csv, row 2, column parallel-review: 'perhaps': expected yes or no")]
    [InlineData("cases.csv", "reference,partnership,suicide\nBEX-3,bexley,no\n", "cases.csv, row 1, column suicide: expected a column of the import format, or one that the vocabulary knows")]
    [InlineData("case-partnerships.csv", "reference,partnership,part\nBEX-1,bexley,leading\n", "case-partnerships.csv, row 2, column part: 'leading': expected a part in a review (joint, lead, contributing, administering, none)")]
    [InlineData("protocols.csv", "partnership,pack,from,until\nbexley,pack-three,2026-01-01,\n", "protocols.csv, row 2, column pack: 'pack-three': expected a pack's id (pack-one, pack-two)")]
    [InlineData("contacts.csv", Contacts + "bexley,,,csp-tem,team@example.org,,\n", "contacts.csv, row 2, column role: 'csp-tem': expected a role (csp-team, review-chair, operator); did you mean 'csp-team'?")]
    [InlineData("contacts.csv", Contacts + "bexley,,,csp-team,\"team@example.org, other@example.org\",,\n", "contacts.csv, row 2, column email: 'team@example.org, other@example.org': expected one plain mail address, such as team@example.gov.uk")]
    [InlineData("contacts.csv", Contacts + "bexley,,,csp-team,\"team@example.org\nBcc: all@example.org\",,\n", "contacts.csv, row 2, column email: 'team@example.org<U+000A>Bcc: all@example.org': expected one line without tabs")]
    [InlineData("contacts.csv", Contacts + ",BEX-7,,csp-team,team@example.org,,\n", "contacts.csv, row 2, column case: 'BEX-7': expected a case that is known; did you mean 'BEX-1'?")]
    [InlineData("items.csv", "id,reference,kind,suicide\n,BEX-1,action,no\n", "items.csv, row 2, column suicide: 'no': expected nothing here: 'action' has due, lead-agency")]
    [InlineData("items.csv", "id,reference,kind\nA3,BEX-2,\n", "items.csv, row 2, column reference: 'BEX-2': expected 'BEX-1', to which A3 belongs: an id keeps its case")]
    [InlineData("items.csv", "id,reference,kind\nA3,BEX-1,deceased\n", "items.csv, row 2, column kind: 'deceased': expected 'action', which A3 is: an id keeps its kind")]
    [InlineData("actions.csv", "id,reference,kind\nA4,BEX-1,deceased\n", "actions.csv, row 2, column kind: 'deceased': expected 'action', as the file's name says")]
    public void A_wrong_row_is_told_with_its_place_and_what_was_expected(string file, string text, string said) =>
        Importing.Plan((file, text)).Said().ShouldContain(said);

    [Theory]
    [InlineData("action.csv", "action")]
    [InlineData("actions.csv", "action")]
    [InlineData("Actions.CSV", "action")]
    [InlineData("agency-reviews.csv", "agency-review")]
    [InlineData("families.csv", "family")]
    [InlineData("deceased.csv", "deceased")]
    public void Items_of_one_kind_may_stand_in_a_file_named_by_it(string file, string kind) =>
        Importing.Plan((file, "id,reference\nX1,BEX-1\n")).Items.ShouldHaveSingleItem().Row.Kind.ShouldBe(kind);

    [Fact]
    public void Rows_may_refer_to_what_the_same_import_brings()
    {
        var plan = Importing.Plan(
            ("events.csv", "id,reference,item,event,date\n,MOLE-1,M1,completed,2026-01-01\n"),
            ("items.csv", "id,reference,kind,due\nM1,MOLE-1,action,2027-01\n"),
            ("cases.csv", "reference,partnership,parallel-review\nMOLE-1,mole,YES\n"),
            ("partnerships.csv", "id,name,jurisdiction\nmole,Mole Valley,Wales\n"));

        plan.Said().ShouldBeEmpty();
        plan.Cases.ShouldHaveSingleItem().Row.Facts["parallel-review"].ShouldBe("yes");
        plan.Partnerships.ShouldHaveSingleItem().Row.Jurisdiction.ShouldBe("wales");
    }

    [Fact]
    public void A_row_that_leans_on_a_wrong_row_says_which()
    {
        var plan = Importing.Plan(
            ("cases.csv", "reference,partnership\nMOLE-1,mole\n"),
            ("events.csv", "id,reference,event,date\n,MOLE-1,decision,2026-01-01\n"));

        plan.Said().Last().ShouldBe("events.csv, row 2, column reference: 'MOLE-1': expected a case or partnership that is known; cases.csv, row 2 would make it known, and is not right itself");
    }
}
