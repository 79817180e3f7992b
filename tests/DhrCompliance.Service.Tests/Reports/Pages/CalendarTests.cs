using System.Diagnostics;
using System.Text.Json;

namespace DhrCompliance.Service.Tests.Reports.Pages;

public sealed class CalendarTests(DemoRegister register) : IClassFixture<DemoRegister>
{
    private const string Python = "/usr/bin/python3";

    // Written with a reader of calendars that is not ours: one entry a line.
    private const string Read = """
        import icalendar, json, sys
        text = open(sys.argv[1], 'rb').read()
        calendar = icalendar.Calendar.from_ical(text)
        assert calendar['VERSION'] == '2.0' and calendar['PRODID']
        for event in calendar.walk('VEVENT'):
            assert not event.errors, event.errors
            print(json.dumps({'uid': str(event['UID']), 'day': event['DTSTART'].dt.isoformat(), 'until': event['DTEND'].dt.isoformat(), 'title': str(event['SUMMARY']),
                              'sequence': int(event['SEQUENCE']), 'stamp': event['DTSTAMP'].dt.isoformat(), 'status': str(event['STATUS']), 'text': str(event.get('DESCRIPTION', ''))}))
        """;

    private static readonly Lazy<bool> Here = new(() => File.Exists(Python) && Run("-c", "import icalendar").Code == 0);

    [SkippableFact]
    public void Another_reader_of_calendars_finds_due_dates_and_meetings()
    {
        var entries = Entries("calendar", "--partnership", "harrowmere");

        entries.Select(entry => entry.GetProperty("uid").GetString()).ShouldBeUnique();
        entries.ShouldContain(entry => Text(entry, "title") == "HAR-01: Decide whether to hold a review (overdue)");
        entries.ShouldContain(entry => Text(entry, "title").EndsWith("the meeting of the review panel", StringComparison.Ordinal));
        entries.ShouldAllBe(entry => DateOnly.Parse(Text(entry, "until"), null) == DateOnly.Parse(Text(entry, "day"), null).AddDays(1));
        entries.ShouldAllBe(entry => !Text(entry, "title").Contains('@') && !Text(entry, "text").Contains('@'));
        entries.Select(entry => Text(entry, "title")).ShouldAllBe(title => !title.Contains("suicide", StringComparison.OrdinalIgnoreCase));
    }

    [SkippableFact]
    public void A_work_plans_projected_dates_are_tentative()
    {
        var entries = Entries("workplan", "HAR-12", "--format", "ics");

        entries.ShouldContain(entry => Text(entry, "status") == "CONFIRMED" && Text(entry, "title") == "HAR-12: Decide whether to hold a review");
        entries.ShouldContain(entry => Text(entry, "status") == "TENTATIVE" && Text(entry, "title").StartsWith("HAR-12: projected: ", StringComparison.Ordinal));
    }

    [SkippableFact]
    public void The_next_days_file_has_the_same_names_and_a_higher_number()
    {
        var (today, tomorrow) = (Entries("calendar", "--partnership", "harrowmere"), Entries("calendar", "--partnership", "harrowmere", "--as-of", "2026-11-21"));

        tomorrow.Select(entry => Text(entry, "uid")).Intersect(today.Select(entry => Text(entry, "uid"))).Count().ShouldBeGreaterThan(5);
        tomorrow[0].GetProperty("sequence").GetInt32().ShouldBe(today[0].GetProperty("sequence").GetInt32() + 1);
    }

    [Fact]
    public void The_same_day_gives_the_same_file() => register.Made("calendar").ShouldBe(register.Made("calendar"));

    private List<JsonElement> Entries(params string[] arguments)
    {
        if (Environment.GetEnvironmentVariable("DHR_CI") == "true")
        {
            Here.Value.ShouldBeTrue($"{Python} has no icalendar: install Debian's python3-icalendar.");
        }

        Skip.IfNot(Here.Value, $"{Python} has no icalendar: install Debian's python3-icalendar.");
        register.Made(arguments);
        var (code, output, errors) = Run("-c", Read, register.Path("made"));
        code.ShouldBe(0, errors);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private static string Text(JsonElement entry, string name) => entry.GetProperty(name).GetString()!;

    private static (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }
}
