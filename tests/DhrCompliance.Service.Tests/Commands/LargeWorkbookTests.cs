using DhrCompliance.Benchmarks.Synthetic;
using DhrCompliance.Service.Commands;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Tests.Intake;
using DhrCompliance.Service.Tests.Ledger;

namespace DhrCompliance.Service.Tests.Commands;

/// <summary>A register of 2,000 reviews as a workbook and back: hostile texts in its notes, dates known in every part.</summary>
public sealed class LargeWorkbookTests
{
    private const int Cases = 2000;
    private const int Seed = 20261120;
    private static readonly DateOnly Today = new(2026, 11, 20);

    private static readonly string[] Hostile =
    [
        "=1+1", "+SUM(A1:A9)", "-2+3", "@cmd", "\t=1", "'", "''=x", "\"", ",;|", "a\nb,\"c\"", "a\r\nb", " before", "a\u2028b", "\ufeffmark", "😀 ئۇ ṩ",
        "_x000D_", "_x005F_x41_", "<![CDATA[&amp;]]>", "</t></is>", "0123", "1E5", "TRUE", "#N/A", "2013-07", "45000", "unknown", "null", "{{a}}", new string('x', 3000),
    ];

    [Fact]
    public void A_large_workbook_with_hostile_texts_and_dates_known_in_part_gives_equal_rows_and_equal_audits()
    {
        using var program = new TestProgram();
        var clock = new ManualClock();
        var made = Made();
        using (var old = LedgerDatabase.Open(program.Path("old.db"), OpenMode.Create, clock))
        {
            SyntheticRegister.Fill(old, made);
        }

        var export = program.Run("export", "register.xlsx", "--ledger", "old.db");
        export.Code.ShouldBe(ExitCode.Done, export.Errors);
        var import = program.Run("import", "register.xlsx", "--ledger", "new.db");
        import.Code.ShouldBe(ExitCode.Done, import.Errors);

        using (var old = LedgerDatabase.Open(program.Path("old.db"), OpenMode.ReadOnly, clock))
        using (var its = LedgerDatabase.Open(program.Path("new.db"), OpenMode.ReadOnly, clock))
        {
            var rows = FullRegister.Values(its.Rows());
            rows.Length.ShouldBeGreaterThan(Cases * 20);
            var expected = FullRegister.Values(old.Rows());
            rows.Length.ShouldBe(expected.Length);
            expected.Except(rows).ShouldBeEmpty();
        }

        var before = Audit(program, "old");
        before.Length.ShouldBeGreaterThan(Cases * 10_000);
        Audit(program, "new").AsSpan().SequenceEqual(before).ShouldBeTrue("the audits differ");
    }

    private static byte[] Audit(TestProgram program, string register)
    {
        program.Run("audit", "--ledger", $"{register}.db", "--format", "json", "--out", $"{register}.json").Errors.ShouldBeEmpty();
        return File.ReadAllBytes(program.Path($"{register}.json"));
    }

    private static RegisterRows Made()
    {
        var rows = SyntheticRegister.Make(Cases, Seed, Today);
        return rows with { Events = [.. rows.Events.Select(Spoilt)] };
    }

    /// <summary>Every fifth event has a hostile note, every seventh a date known in part, in turn in each way that a date can be.</summary>
    private static EventRow Spoilt(EventRow row, int number)
    {
        var noted = number % 5 == 0 ? row with { Note = Hostile[number / 5 % Hostile.Length] } : row;
        return number % 7 != 0 || row.Date is not { Length: 10 } day ? noted : noted with
        {
            Date = (number / 7 % 5) switch
            {
                0 => day[..7],
                1 => day[..4],
                2 => $"by {day}",
                3 when !day.StartsWith("2026", StringComparison.Ordinal) => $"after {day[..7]}",
                _ => null,
            },
        };
    }
}
