using System.Xml.Linq;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;
using DhrCompliance.Tests.Assessments.Explaining.Handbooks;

namespace DhrCompliance.Service.Tests.Reports.Handbooks;

/// <summary>Whatever stands in a rule file is text on the page, and never a part of it.</summary>
public sealed class HandbookHostileTests
{
    public static TheoryData<string> Hostile { get; } =
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "</title><svg onload=alert(1)>",
        "</style><style>body{display:none}</style>", "javascript:alert(1)", "&lt;b&gt; & &amp; &#60;", "{{7*7}} @DateTime.Now", "-->", "]]>",
        "url(#x) %00 \u202E \u2028", "a\tb c/d?e#f",
    ];

    private static readonly Lazy<string> Harmless = new(() => Shape(HandbookPages.Page(Marked("harmless"), Marked("before"))));

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Text_of_a_rule_file_is_text_wherever_it_stands(string hostile)
    {
        var page = HandbookPages.Page(Marked(hostile), Marked("before"));

        Shape(page).ShouldBe(Harmless.Value);
        page.Root!.Descendants().Attributes().ShouldAllBe(attribute => !attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        page.Root!.Value.ShouldContain(hostile);
        page.Root!.Descendants("style").Single().Value.ShouldNotContain(hostile);
    }

    [Fact]
    public void A_hash_cannot_leave_the_style_sheet()
    {
        var page = HandbookPages.Page(SmallRules.AsItIs with { Hash = "sha256:a\"; } body { display: none } </style><script>alert(1)</script>" });

        Shape(page).ShouldBe(Shape(HandbookPages.Small));
        page.Root!.Descendants("style").Single().Value.ShouldNotContain("display: none }");
    }

    /// <summary>A text in every place in which a rule file may have free text.</summary>
    private static Rulebook Marked(string text)
    {
        var rules = SmallRules.AsItIs;
        var words = rules.Vocabulary;
        return rules with
        {
            Hash = $"sha256:{text}",
            Vocabulary = words with
            {
                Roles = [.. words.Roles.Select(role => role with { Title = text })],
                Items = [.. words.Items.Select(item => item with { Title = text })],
                Facts = [.. words.Facts.Select(fact => fact with { Question = text })],
                Events = [.. words.Events.Select(kind => kind with { Title = text })],
                Conditions = [.. words.Conditions.Select(one => one with { Title = text })],
            },
            Packs =
            [
                .. rules.Packs.Select(pack => pack with
                {
                    Title = text,
                    Names = pack.Names.SetItem("review", text),
                    Sources = pack.Sources.ToDictionary(pair => pair.Key, pair => pair.Value with { Title = text, Publisher = $"{text}!", Reports = text })
                        .Aggregate(pack.Sources, (sources, pair) => sources.SetItem(pair.Key, pair.Value)),
                    Criteria = [.. pack.Criteria.Select(rule => (Criterion)Marked(rule, text))],
                    Timescales = [.. pack.Timescales.Select(rule => (Timescale)Marked(rule, text))],
                    Checks = [.. pack.Checks.Select(rule => (Check)Marked(rule, text))],
                }),
            ],
            Paths = [.. rules.Paths.Select(path => path with { Title = text })],
            Scenarios = [.. rules.Scenarios.Select(scenario => scenario with { Name = text })],
            Calendars = rules.Calendars.SetItem("england", new HolidayCalendar(text, [KeyValuePair.Create(new DateOnly(2027, 1, 1), text)], new DateOnly(2027, 12, 31))),
        };
    }

    private static Rule Marked(Rule rule, string text)
    {
        var marked = rule with { Title = text, Cite = [.. rule.Cite.Select(cite => cite with { At = text, Quote = text })] };
        return marked is Check check ? check with { Points = [.. check.Points.Select(_ => new ChecklistPoint(text, text))] } : marked;
    }

    private static string Shape(XDocument page) =>
        string.Join(' ', page.Root!.DescendantsAndSelf().Select(element => $"{element.Name.LocalName}({element.Attributes().Count()})"));
}
