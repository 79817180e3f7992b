using System.Collections.Immutable;
using System.Text;
using DhrCompliance.Service.Intake;
using DhrCompliance.Service.Intake.Planning;
using DhrCompliance.Service.Intake.Reading;
using DhrCompliance.Service.Intake.Sheets;

namespace DhrCompliance.Service.Tests.Intake;

/// <summary>
/// CSV files damaged on their way: bytes that are no text, of several encodings, that end cells and rows where none ends, or that are gone. Nothing
/// but a <see cref="Mistake"/> comes of it, and a row that was touched by none of it is read as it was written or kept out with the whole file.
/// </summary>
public sealed class HostileCsvTests
{
    private const string Written = "id,reference,event,date,note\n,BEX-1,decision,2026-03-01,\"by letter, \"\"signed\"\"\"\n,BEX-2,notified,2026-02-01,Môle\n,BEX-2,decision,2026-04-01,\n";

    /// <summary>NUL, what UTF-8 never has, half a letter of it, Windows-1252's é, UTF-16's mark, ends of cells and rows, an escape.</summary>
    private static readonly byte[][] Damage = [[0], [0xFF], [0xC3], [0xE9], [0xFF, 0xFE], "\""u8.ToArray(), ","u8.ToArray(), "\n"u8.ToArray(), "\r"u8.ToArray(), "\u001b[2J"u8.ToArray(), "\u202E"u8.ToArray(), []];

    private static readonly ImmutableArray<(string, string, string)> Whole = [.. Rows(Plan(Encoding.UTF8.GetBytes(Written)))];

    [Fact]
    public void Whatever_is_put_in_the_place_of_any_byte_is_told_or_stays_in_its_own_row()
    {
        Whole.Length.ShouldBe(3);
        var bytes = Encoding.UTF8.GetBytes(Written);
        var kept = 0;
        foreach (var damage in Damage)
        {
            for (var at = 0; at < bytes.Length; at++)
            {
                byte[] damaged = [.. bytes.AsSpan(0, at), .. damage, .. bytes.AsSpan(at + 1)];
                var place = $"{Convert.ToHexString(damage)} at {at}";
                var plan = Plan(damaged);
                var read = Rows(plan);

                // A quotation mark, or the end of a row, touches two rows at most; what is read of the others is what was written.
                read.Except(Whole).Count().ShouldBeLessThanOrEqualTo(2, place);
                (read.Length > 0 || plan.Mistakes.Length > 0).ShouldBeTrue(place);
                plan.Mistakes.ShouldAllBe(mistake => mistake.ToString().All(letter => !char.IsControl(letter) && letter != '\u202E'), place);
                kept += read.Length;
            }
        }

        kept.ShouldBeGreaterThan(bytes.Length, "most damage leaves the other rows as they were");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0xFF)]
    [InlineData(0xE9)]
    public void A_byte_that_is_no_text_keeps_out_the_whole_file_wherever_it_stands(byte bad)
    {
        var bytes = Encoding.UTF8.GetBytes(Written);
        for (var at = 0; at <= bytes.Length; at++)
        {
            var plan = Plan([.. bytes.AsSpan(0, at), bad, .. bytes.AsSpan(at)]);
            Rows(plan).ShouldBeEmpty($"at {at}");
            plan.Mistakes.ShouldHaveSingleItem();
        }
    }

    [Fact]
    public void A_file_in_two_encodings_names_the_line_where_the_second_begins()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Written), .. Encoding.Latin1.GetBytes(",BEX-1,report-completed,2026-05-01,Môle\n")];

        Plan(bytes).Said().ShouldHaveSingleItem().ShouldContain("byte 0xF4 in line 5, after 'M'");
    }

    private static ImportPlan Plan(byte[] bytes)
    {
        try
        {
            var sheet = CsvSheet.Read(new MemoryStream(bytes), "events.csv", TableName.Events, null, ImportLimits.Usual);
            return ImportPlan.Make(new IncomingRegister { Sheets = [sheet], Mistakes = [] }, Importing.Register, Words.Known, Importing.Today);
        }
        catch (RefusedFileException exception)
        {
            return ImportPlan.Make(new IncomingRegister { Sheets = [], Mistakes = [exception.Mistake] }, Importing.Register, Words.Known, Importing.Today);
        }
    }

    private static ImmutableArray<(string, string, string)> Rows(ImportPlan plan) => [.. plan.Events.Select(planned => ($"{planned.Row.Reference} {planned.Row.Event}", planned.Row.Date ?? "", planned.Row.Note ?? ""))];
}
