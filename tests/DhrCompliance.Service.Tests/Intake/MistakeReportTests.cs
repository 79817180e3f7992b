using System.Text;
using DhrCompliance.Service.Intake;

namespace DhrCompliance.Service.Tests.Intake;

public sealed class MistakeReportTests
{
    [Fact]
    public void Two_hundred_mistakes_are_shown_and_the_rest_is_counted()
    {
        var mistakes = Enumerable.Range(2, 201).Select(row => new Mistake("events.csv", row, "date", "x", "a date")).ToArray();

        var lines = MistakeReport.Lines(mistakes).ToArray();

        lines.Length.ShouldBe(201);
        lines[^1].ShouldBe("... and 1 more, 201 in all");
        MistakeReport.Lines(mistakes[..200]).Count().ShouldBe(200);
    }

    [Fact]
    public void A_file_of_mistakes_holds_no_formula()
    {
        using var stream = new MemoryStream();
        MistakeReport.WriteCsv([new Mistake("events.csv", 2, "date", "=cmd|' /C calc'!A0", "a date")], stream);

        Encoding.UTF8.GetString(stream.ToArray()).ShouldBe("file,sheet,row,column,value,expected\nevents.csv,,2,date,'=cmd|' /C calc'!A0,a date\n");
    }

    [Fact]
    public void A_value_is_shown_without_what_would_move_a_terminal()
    {
        Mistake.Shown("\u001B[2Jx\u202Ey").ShouldBe("<U+001B>[2Jx<U+202E>y");
        Mistake.Shown(new string('a', 81)).ShouldBe(new string('a', 80) + "…");
    }
}
