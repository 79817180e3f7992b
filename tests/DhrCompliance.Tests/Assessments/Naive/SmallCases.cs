using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Tests.Calendars;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Tests.Assessments.Naive;

/// <summary>Cases of a few events within a few weeks around a 29 February. Exact: live, with every date, attribute and fact known.</summary>
internal sealed class SmallCases(Random random, bool exact)
{
    private static readonly DateOnly Base = new(2024, 2, 12);

    private static readonly string[] Words = ["told", "warned", "decided", "decided", "drafted", "drafted", "sent", "sent", "returned", "next-step", "agreed", "pause-on", "pause-on", "pause-off", "closed", "done"];

    public static Small Draw(int seed, bool exact)
    {
        var random = new Random(seed);
        var rules = new SmallRules(random);
        var isOfPartnership = random.Next(5) == 0;
        ImmutableArray<Timescale> timescales =
        [
            .. Enumerable.Range(1, random.Next(1, 3)).Select(number => isOfPartnership ? rules.OfPartnership($"duty-{number}") : rules.Timescale($"duty-{number}")),
        ];
        if (timescales is [var late, { ForEach: null or ForEachItem } then] && random.Next(3) == 0)
        {
            timescales = [late, then with { Starts = random.Next(3) == 0 ? [new StartOverdue(late.FullName), .. then.Starts.Take(1)] : [new StartOverdue(late.Id)] }];
        }

        var checks = Enumerable.Range(1, isOfPartnership ? 0 : random.Next(0, 2)).Select(number => rules.Check($"check-{number}")).ToImmutableArray();
        var rulebook = new Rulebook
        {
            Vocabulary = SmallVocabulary.Make(implied: !exact && random.Next(3) > 0),
            Packs = [new Pack { Id = "small", Title = "small", Timescales = timescales, Checks = checks }],
            Paths =
            [
                new EscalationPath
                {
                    Id = "path",
                    Title = "path",
                    Steps =
                    [
                        new EscalationStep { Id = "before", OffsetDays = -5, To = ["team"] },
                        new EscalationStep { Id = "after", OffsetDays = 1, To = ["team"] },
                    ],
                },
            ],
            Calendars = ImmutableDictionary<string, HolidayCalendar>.Empty.Add("england", Days.Calendar),
            Hash = "sha256:small",
        };
        var small = new SmallCases(random, exact).Draw(rulebook);
        return isOfPartnership ? small with { File = Partnership(small.File, random.Next(0, 400)) with { OfPartnership = null } } : small;
    }

    // A register kept for long enough to hold quarters and years.
    private static CaseFile Partnership(CaseFile file, int daysBefore) => file with
    {
        Kind = SubjectKind.Partnership,
        KeptSince = file.KeptSince < Base ? Base.AddDays(-daysBefore) : file.KeptSince,
        Items = [],
        Facts = ImmutableDictionary<string, string>.Empty,
        Events = [.. file.Events.Where(happened => happened.Item is null)],
    };

    private Small Draw(Rulebook rulebook)
    {
        var items = Enumerable.Range(1, random.Next(0, 3)).Select(number => new CaseItem { Id = $"T{number}", Kind = "task", Facts = TaskFacts() }).ToImmutableArray();
        var events = new List<CaseEvent>();
        if (exact)
        {
            // Nothing of a review comes before its beginning, so nothing came before the register was kept.
            events.Add(new CaseEvent { Id = "E0", Event = "begun", Date = DateInterval.On(Base) });
        }

        var count = random.Next(1, 6);
        for (var number = 1; number <= count; number++)
        {
            var word = number == 1 && !exact && random.Next(3) == 0 ? "begun" : Words[random.Next(Words.Length)];
            var item = word == "done" ? items.IsEmpty ? null : items[random.Next(items.Length)].Id : "";
            var once = rulebook.Vocabulary.Events.Single(kind => kind.Name == word).Repeats;
            if (item is not null && (once || !events.Exists(other => other.Event == word && (other.Item ?? "") == item)))
            {
                events.Add(Event($"E{number}", word, item.Length == 0 ? null : item));
            }
        }

        var file = new CaseFile
        {
            Reference = "S-1",
            Partnership = "P",
            Jurisdiction = "england",
            KeptSince = exact ? Base.AddDays(-20) : random.Next(5) switch { 0 or 1 => Base.AddDays(-20), 2 => Base.AddDays(random.Next(0, 30)), _ => null },
            Facts = CaseFacts(),
            Events = [.. events],
            Items = items,
        };
        if (random.Next(2) == 0)
        {
            file = file with { OfPartnership = file with { Reference = "P", Kind = SubjectKind.Partnership, Events = [.. Enumerable.Range(1, random.Next(1, 4)).Select(Meeting)] } };
        }

        return new Small(rulebook, file, Base.AddDays(random.Next(5, 60)));
    }

    // Held or planned, at the latest by some day.
    private CaseEvent Meeting(int number)
    {
        var first = Base.AddDays(random.Next(-10, 90));
        return new CaseEvent
        {
            Id = $"M{number}",
            Event = "meeting",
            Date = exact || random.Next(3) > 0 ? DateInterval.On(first) : new DateInterval(first, first.AddDays(random.Next(1, 12))),
            Attributes = Attributes(("held", random.Next(3) == 0 ? "briefly" : "fully")),
        };
    }

    private ImmutableDictionary<string, string> CaseFacts() => Facts(("urgent", YesNo()), ("open", YesNo()));

    private ImmutableDictionary<string, string> TaskFacts() => Facts(("owned", YesNo()), ("due", Text(Date())));

    private ImmutableDictionary<string, string> Facts(params (string Name, string Value)[] facts) =>
        facts.Where(_ => exact || random.Next(5) > 0).ToImmutableDictionary(fact => fact.Name, fact => fact.Value);

    private string YesNo() => random.Next(2) == 0 ? "yes" : "no";

    private CaseEvent Event(string id, string word, string? item) => new()
    {
        Id = id,
        Event = word,
        Item = item,
        Date = Date(),
        Attributes = word switch
        {
            "decided" => Attributes(("outcome", random.Next(3) == 0 ? "stop" : "go")),
            "returned" => Attributes(("outcome", random.Next(3) == 0 ? "fine" : "again"), ("letter", Text(Date())), ("respond-by", random.Next(2) == 0 ? Text(Date()) : "")),
            "next-step" => Attributes(("by", Text(Date()))),
            "pause-on" or "pause-off" => Attributes(("reason", SmallVocabulary.Reasons[random.Next(4) / 3])),
            "agreed" => Attributes(("agreed-by", random.Next(4) == 0 ? "nobody" : "board"))
                .Add("for", random.Next(2) == 0 ? "duty-1" : "small/duty-1").Add("until", Text(Date())),
            _ => [],
        },
    };

    private ImmutableDictionary<string, string> Attributes(params (string Name, string Value)[] attributes) => attributes
        .Where(attribute => attribute.Value.Length > 0 && (exact || random.Next(8) > 0))
        .ToImmutableDictionary(attribute => attribute.Name, attribute => attribute.Value);

    private DateInterval Date()
    {
        var first = Base.AddDays(random.Next(0, 40));
        if (exact)
        {
            return DateInterval.On(first);
        }

        return random.Next(12) switch
        {
            0 => DateInterval.Unknown,
            1 => DateInterval.UpTo(first),
            2 or 3 or 4 => new DateInterval(first, first.AddDays(random.Next(1, 4))),
            5 => new DateInterval(first, first.AddDays(random.Next(5, 25))),
            _ => DateInterval.On(first),
        };
    }

    // An attribute that is a date known in no way is not recorded.
    private static string Text(DateInterval date) => date == DateInterval.Unknown ? "2024-02" : string.Create(CultureInfo.InvariantCulture, $"{date}");
}
