namespace DhrCompliance.Tests.Rulebooks.Reading;

/// <summary>Words that are known, put together wrongly.</summary>
public sealed class BrokenRulesTests
{
    private const string Finish = "  - id: finish\n    title: Finish the task\n    owner: office\n    basis: proposed\n    for-each:\n      item: task\n    date: [finish-by]\n    met-by: done\n";

    [Theory]
    // Keys that are missing, alone, or too many.
    [InlineData("  - id: decide\n    title: Decide\n", "  - ^^id: decide\n", "DHR027", "timescale 'decide' has no 'title'")]
    [InlineData("  - id: decide\n    title: Decide\n    owner: chair\n", "  - ^^id: decide\n    title: Decide\n", "DHR027", "timescale 'decide' has no 'owner'")]
    [InlineData("  - id: in-order\n    title: Written before it was sent\n    owner: office\n    basis: read\n    cite:\n      - source: act\n", "  - ^^id: in-order\n    title: Written before it was sent\n    owner: office\n    basis: read\n", "DHR027", "check 'in-order' has no 'cite'")]
    [InlineData("  - id: in-order\n    title: Written before it was sent\n    owner: office\n    basis: read\n", "  - ^^id: in-order\n    title: Written before it was sent\n    owner: office\n", "DHR027", "check 'in-order' has no 'basis'")]
    [InlineData("  - id: finish\n    title: Finish the task\n    owner: office\n    basis: proposed\n    for-each:\n      item: task\n    date: [finish-by]\n    met-by: done\n", "  - ^^id: finish\n    title: Finish the task\n    owner: office\n    basis: proposed\n    for-each:\n      item: task\n    date: [finish-by]\n", "DHR027", "timescale 'finish' has no 'met-by'")]
    [InlineData("pack: first\ntitle: The first edition\n", "^^pack: first\n", "DHR027", "the pack has no 'title'")]
    [InlineData("    within: 1 month\n", "    within: 1 month\n    ^^promptly: 14 days\n", "DHR044", "has 'within' and 'promptly'; one of them is wanted")]
    [InlineData("  - id: finish\n    title: Finish the task\n    owner: office\n    basis: proposed\n    for-each:\n      item: task\n    date: [finish-by]\n", "  - ^^id: finish\n    title: Finish the task\n    owner: office\n    basis: proposed\n    for-each:\n      item: task\n    starts: sent\n", "DHR044", "timescale 'finish' has no limit")]
    [InlineData("  - id: finish\n    title: Finish the task\n    owner: office\n    basis: proposed\n    for-each:\n      item: task\n    date: [finish-by]\n", "  - ^^id: finish\n    title: Finish the task\n    owner: office\n    basis: proposed\n    for-each:\n      item: task\n    promptly: 3 days\n", "DHR045", "nothing starts the clock of timescale 'finish'")]
    [InlineData("    promptly: 14 days\n", "    promptly: 14 days\n    ^^round: up\n", "DHR046", "'round' says how 'within' is counted")]
    [InlineData("    within: 1 month\n", "    within: 30 days\n    ^^round: up\n", "DHR046", "'round: up' is for months and years")]
    [InlineData("  by: [told, decided]\n  from: 2016-12\n", "  ^^by: [told, decided]\n", "DHR046", "'by' stands here without 'from'", 1)]
    [InlineData("  by: [told, decided]\n  from: 2016-12\n", "  ^^from: 2016-12\n", "DHR046", "'from' stands here without 'by'")]
    [InlineData("    order: [written, sent]\n", "    ^^order: [written, sent]\n    require:\n      other-review: no\n", "DHR047", "has 'require' and 'order'")]
    [InlineData("  - id: all-done\n    title: Every task was done\n    basis: proposed\n    at: sent\n    require:\n      every: task\n      has: done\n", "  - ^^id: all-done\n    title: Every task was done\n    basis: proposed\n    at: sent\n", "DHR047", "has neither 'require' nor 'order'")]
    [InlineData("order: [written, sent]", "order: ^^[written]", "DHR047", "an order of one event says nothing")]
    [InlineData("    at: sent\n", "    at: sent\n    ^^from: written\n", "DHR047", "has 'at' and 'from'")]
    [InlineData("  - id: all-done\n    title: Every task was done\n    basis: proposed\n", "  - id: all-done\n    title: Every task was done\n    basis: proposed\n    escalation: ^^ladder\n", "DHR057", "the path 'ladder' writes to the owner, and check 'all-done' has none")]
    // Values of the wrong type, and numbers out of range.
    [InlineData("other-review: no", "other-review: ^^false", "DHR028", "expected yes or no for 'other-review', found 'false'")]
    [InlineData("age: at least 16", "age: ^^at least sixteen", "DHR028", "expected a number after 'at least', found 'sixteen'")]
    [InlineData("age: at least 16", "age: ^^sixteen", "DHR028", "expected a number, or words such as 'at least 16'")]
    [InlineData("age: at least 16", "age: ^^before 2016", "DHR043", "'before' compares dates, and 'age' is of type number")]
    [InlineData("other-review: no", "other-review: ^^at least 16", "DHR043", "'at least' compares numbers, and 'other-review' is of type yes-no")]
    [InlineData("other-review: no", "asked-on: ^^2016-12-01", "DHR028", "'before' or 'on or after' and a date")]
    [InlineData("other-review: no", "asked-on: before ^^31 June", "DHR030", "'31 June' is no date")]
    [InlineData("other-review: no", "remarks: ^^none", "DHR028", "free text is not compared")]
    [InlineData("        outcome: go\n", "        note: ^^urgent\n", "DHR028", "free text is not compared")]
    [InlineData("        outcome: go\n", "        letter: ^^2016-12-01\n", "DHR028", "a date is not compared with a value")]
    [InlineData("within: 1 month", "within: ^^1 months", "DHR029", "expected '1 month', found '1 months'")]
    [InlineData("within: 1 month", "within: ^^0 months", "DHR029", "from 1 to 1200 before 'months'")]
    [InlineData("within: 1 month", "within: ^^10000 months", "DHR029", "from 1 to 1200")]
    [InlineData("within: 1 month", "within: ^^one month", "DHR029", "a period such as 6 months")]
    [InlineData("within: 1 month", "within: ^^1 month or so", "DHR029", "a period such as 6 months")]
    [InlineData("within: 1 month", "within: ^^[1 month]", "DHR026", "expected a period such as 6 months, found a list")]
    [InlineData("from: 2016-12", "from: ^^Dec 2016", "DHR030", "the month in figures: 2016-12")]
    [InlineData("from: 2016-12", "from: ^^31/06/2016", "DHR030", "a day that exists")]
    [InlineData("date: [letter,", "date: [^^note,", "DHR048", "'note' is of type text; a date is wanted")]
    [InlineData("starts: [letter,", "starts: [^^outcome,", "DHR048", "'outcome' is of type choice; a clock starts on a date")]
    [InlineData("agreed.until", "^^agreed.for", "DHR048", "'agreed.for' is of type rule")]
    // Words of one thing used for another.
    [InlineData("      other-review: no\n", "      ^^age: at least 16\n", "DHR041", "'age' is a fact of each person, and is used here for the case")]
    [InlineData("      age: at least 16\n", "      ^^wish: declined\n", "DHR041", "'wish' is a fact of each relative, and is used here for a person")]
    [InlineData("has: done", "has: ^^sent", "DHR042", "'sent' is no event of a task")]
    [InlineData("      every: task\n      has: done\n", "      ^^has: done\n", "DHR046", "no item kind stands beside it")]
    [InlineData("      every: task\n      has: done\n", "      ^^every: task\n", "DHR027", "nothing says what must be so of them")]
    [InlineData("by: [told, decided]", "by: [told, ^^done]", "DHR042", "'done' happens to a task, and not once a case")]
    [InlineData("extended-by:\n      event: agreed\n      where:\n        for: write\n", "extended-by: ^^decided\n", "DHR053", "'decided' sets no other date")]
    [InlineData("      other-review: no\n", "      concluded: ^^told\n", "DHR054", "nothing ends 'told'")]
    // Shapes.
    [InlineData("    met-by: decided\n", "    met-by: ^^[decided, sent]\n", "DHR026", "'all:' or 'any:' with this list below it")]
    [InlineData("    for-each:\n      item: task\n", "    for-each: ^^task\n", "DHR026", "'event:', 'item:' or 'period:' below it")]
    [InlineData("      other-review: no\n", "      ^^- other-review: no\n", "DHR026", "'all:' or 'any:' with this list below it")]
    [InlineData("    cite:\n      - source: act\n    applies", "    cite:\n      ^^source: act\n    applies", "DHR026", "each on a line with a dash")]
    [InlineData("    within: 1 month\n", "    within:\n      ^^months: 1\n", "DHR026", "a period such as 6 months")]
    [InlineData("    title: Decide\n", "    title: ^^\"Decide\\nnow\"\n", "DHR028", "a line break stands in this text")]
    [InlineData("timescales:\n  - id: decide\n", "timescales:\n  - ^^decide\n  - id: decide\n", "DHR026", "'id:' and what else a rule has")]
    // Partnerships and periods.
    [InlineData(Finish, "  - id: finish\n    title: Finish the task\n    owner: office\n    basis: proposed\n    ^^for-each:\n      period: year\n    within: 1 month\n    met-by: sent\n", "DHR068", "periods are counted for a partnership")]
    [InlineData(Finish, "  - id: finish\n    title: Finish the task\n    owner: office\n    basis: proposed\n    subject: partnership\n    for-each:\n      period: ^^yearly\n    within: 1 month\n    met-by: sent\n", "DHR067", "did you mean 'year'?")]
    [InlineData(Finish, "  - id: finish\n    title: Finish the task\n    owner: office\n    basis: proposed\n    subject: partnership\n    for-each:\n      period: ^^rolling 0 months\n    within: 1 month\n    met-by: sent\n", "DHR067", "From 1 to 120 months")]
    [InlineData(Finish, "  - id: finish\n    title: Finish the task\n    owner: office\n    basis: proposed\n    subject: partnership\n    for-each:\n      period: ^^rolling 3 weeks\n    within: 1 month\n    met-by: sent\n", "DHR067", "no period that comes round")]
    [InlineData(Finish, "  - id: finish\n    title: Finish the task\n    owner: office\n    basis: proposed\n    subject: partnership\n    for-each:\n      period: year\n    starts: ^^last-dya\n    within: 1 month\n    met-by: sent\n", "DHR012", "did you mean 'last-day'?")]
    [InlineData(Finish, "  - id: finish\n    title: Finish the task\n    owner: office\n    basis: proposed\n    subject: partnership\n    for-each:\n      period: year\n    within: 1 month\n    met-by:\n      ^^all: [sent, written]\n", "DHR026", "one event")]
    [InlineData(Finish, "  - id: ^^finish\n    title: Finish the task\n    owner: office\n    basis: proposed\n    subject: partnership\n    for-each:\n      item: task\n    date: [finish-by]\n    met-by: done\n", "DHR068", "asks for a task, which only a review has")]
    [InlineData("  - id: decide\n    title: Decide\n", "  - id: ^^decide\n    title: Decide\n    subject: partnership\n", "DHR068", "asks for 'other-review', which only a review has")]
    [InlineData("    order: [written, sent]\n", "    subject: ^^borough\n    order: [written, sent]\n", "DHR023", "Known are: partnership, review.")]
    [InlineData("    order: [written, sent]\n", "    ^^for-each:\n      period: year\n    order: [written, sent]\n", "DHR068", "only what has a clock comes round")]
    [InlineData("    within: 1 month\n", "    next: ^^sent\n", "DHR069", "'sent' cannot be planned")]
    [InlineData("    within: 1 month\n", "    next: ^^done\n", "DHR069", "'done' happens to a task")]
    [InlineData("    within: 1 month\n", "    within: 1 month\n    ^^next: sent\n", "DHR044", "has 'within' and 'next'; one of them is wanted", 1)]
    // Rules that rest on another.
    [InlineData("    starts: [told]\n", "    starts:\n      - overdue: ^^writ\n", "DHR065", "did you mean 'write'?")]
    [InlineData("    starts: [told]\n", "    starts:\n      - overdue: ^^decide\n", "DHR051", "a circle: 'first/decide' starts when overdue is 'first/decide'")]
    [InlineData("    starts: [told]\n", "    starts:\n      - overdue: ^^in-order\n", "DHR071", "'first/in-order' has no due date")]
    [InlineData("    starts: [told]\n", "    starts:\n      - overdue: write\n        ^^by: 3 days\n", "DHR011", "unknown key 'by'")]
    [InlineData("    promptly: 14 days\n", "    promptly: 14 days\n    tightens: ^^decide\n", "DHR073", "'write' tightens a rule of its own pack")]
    [InlineData("    promptly: 14 days\n", "    promptly: 14 days\n    departs-from: ^^dcide\n", "DHR065", "did you mean 'decide'?")]
    [InlineData("    order: [written, sent]\n", "    ^^tightens: decide\n    order: [written, sent]\n", "DHR039", "'tightens:' stands in a timescale")]
    // What the language has a place for, and this version does not read.
    [InlineData("edition-of: series\n", "edition-of: series\nbased-on: ^^other\n", "DHR074", "unknown pack 'other'")]
    [InlineData("edition-of: series\n", "edition-of: series\nbased-on: ^^first\n", "DHR051", "a circle")]
    [InlineData("edition-of: series\n", "edition-of: series\n^^change:\n  - rule: decide\n", "DHR046", "'change' stands here without 'based-on'")]
    public void In_a_pack(string find, string replacement, string code, string words, int others = 0) =>
        Broken.ShouldTell("pack.yaml", find, replacement, code, words, others);

    [Theory]
    [InlineData("when: 14 days before", "when: ^^14 days early", "DHR056", "expected '14 days before', 'on the due date' or '1 day after', found '14 days early'")]
    [InlineData("when: 1 day after", "when: ^^1 days after", "DHR056", "'1 day', but '2 days'")]
    [InlineData("when: 1 day after", "when: ^^0 days after", "DHR056", "Days from 1 to 3650")]
    [InlineData("when: 1 day after", "when: ^^15 days before", "DHR055", "this step comes before the one above it")]
    [InlineData("then: every 28 days", "then: ^^28 days", "DHR056", "expected 'every 28 days'")]
    [InlineData("acknowledge: at most 28 days", "acknowledge: ^^28 days", "DHR056", "expected 'at most 28 days'")]
    [InlineData("cannot-tell: ask office, every 28 days, at most 3 times, then chair", "cannot-tell: ^^ask office", "DHR056", "expected 'ask ROLE, every 28 days, at most 3 times, then ROLE'")]
    [InlineData("at most 3 times, then chair", "at most 3 times, then ^^chiar", "DHR015", "did you mean 'chair'?")]
    [InlineData("approval: required", "approval: ^^require", "DHR023", "did you mean 'required'?")]
    [InlineData("quiet: weekends-and-holidays", "quiet: ^^weekends", "DHR023", "Known are: weekends-and-holidays.")]
    [InlineData("to: [chair]", "to: [^^charr]", "DHR015", "did you mean 'chair'?")]
    [InlineData("id: after", "id: ^^before", "DHR036", "the step 'before' is declared twice")]
    [InlineData("explained: chair", "explained: ^^boss", "DHR015", "Known are: chair, office.")]
    [InlineData("undeliverable: [office]", "undeliverable: [office]\n    ^^cc: [chair]", "DHR011", "unknown key 'cc' in path 'ladder'")]
    [InlineData("id: ladder", "id: ^^Ladder", "DHR031", "did you mean 'ladder'?")]
    [InlineData("id: after", "id: ^^backlog", "DHR032", "cannot be a step's id")]
    [InlineData("approval: required", "urgent: ^^always", "DHR028", "expected yes or no, found 'always'")]
    public void In_an_escalation_path(string find, string replacement, string code, string words, int others = 0) =>
        Broken.ShouldTell("paths.yaml", find, replacement, code, words, others);

    [Theory]
    [InlineData("  backlog:\n    to: [office]\n    ladders-begin: ^^14 days before\n", "DHR056", "expected '14 days after'")]
    [InlineData("  backlog:\n    to: [office]\n    ladders-begin: ^^1 days after\n", "DHR056", "'1 day', but '2 days'")]
    [InlineData("  backlog:\n    ^^to: [office]\n", "DHR027", "'backlog' has no 'ladders-begin'")]
    [InlineData("  backlog:\n    to: [^^ofice]\n    ladders-begin: 14 days after\n", "DHR015", "did you mean 'office'?")]
    [InlineData("  backlog:\n    to: ^^[]\n    ladders-begin: 14 days after\n", "DHR038", "the list is empty")]
    [InlineData("  weekly:\n    to: [office, ^^owner]\n    day: monday\n", "DHR015", "Name the roles that are to get it")]
    [InlineData("  weekly:\n    to: [office]\n    day: ^^mondays\n", "DHR023", "did you mean 'monday'?")]
    [InlineData("  weekly:\n    to: [office]\n    day: ^^saturday\n", "DHR023", "Known are: friday, monday, thursday, tuesday, wednesday")]
    [InlineData("  weekly:\n    to: [office]\n    day: friday\n  ^^daily: yes\n", "DHR011", "unknown key 'daily' in 'post'")]
    public void In_what_is_mailed_beside_the_paths(string post, string code, string words) =>
        Broken.ShouldTell("paths.yaml", "escalation-paths:\n", $"post:\n{post}escalation-paths:\n", code, words, 0);

    [Theory]
    [InlineData("2026-12-25,Christmas", "^^2026-31-06,Christmas", "DHR058", "a month from 01 to 12")]
    public void In_a_calendar(string find, string replacement, string code, string words, int others = 0) =>
        Broken.ShouldTell("here.csv", find, replacement, code, words, others);
}
