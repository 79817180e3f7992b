using System.Globalization;
using System.IO.Compression;
using DhrCompliance.Service.Commands;
using DhrCompliance.Service.Demo;

namespace DhrCompliance.Service.Tests.Commands;

/// <summary>Names and places that are meant to lead elsewhere, and faults that are the program's own.</summary>
public sealed class HostilePlaceTests
{
    [Fact]
    public void A_pickup_folder_that_is_a_file_is_told_and_what_is_planned_stays_planned()
    {
        using var program = Borough();
        program.Write("data/outbox", "not a folder");
        var run = program.Run("run");
        run.Code.ShouldBe(ExitCode.Partly);
        run.Errors.ShouldContain("Post:PickupFolder");
        File.ReadAllText(program.Path("data/outbox")).ShouldBe("not a folder");

        File.Delete(program.Path("data/outbox"));
        program.Run("run").Code.ShouldBe(ExitCode.Done);
        Directory.GetFiles(program.Path("data/outbox"), "*.eml").Length.ToString(CultureInfo.InvariantCulture).ShouldBe(program.Ask("SELECT count(*) FROM delivery_states WHERE state = 'accepted'"));
        int.Parse(program.Ask("SELECT count(DISTINCT n.notice) FROM delivery_notices n JOIN delivery_states s ON s.delivery = n.delivery WHERE s.state = 'accepted'")!, CultureInfo.InvariantCulture).ShouldBeGreaterThan(10);
    }

    [SkippableFact]
    public void Links_laid_into_the_pickup_folder_lead_nowhere()
    {
        Skip.If(OperatingSystem.IsWindows(), "Links need a right of their own there.");
        using var rehearsal = Borough();
        rehearsal.Run("run").Code.ShouldBe(ExitCode.Done);
        var names = Directory.GetFiles(rehearsal.Path("data/outbox"), "*.eml").Select(Path.GetFileName).ToList();

        // Delivery ids follow from what is told and to whom, so that somebody could know them.
        using var program = Borough();
        program.Write("target", "precious");
        Directory.CreateDirectory(program.Path("data/outbox"));
        foreach (var name in names)
        {
            File.CreateSymbolicLink(program.Path($"data/outbox/{name}.tmp"), program.Path("target"));
            File.CreateSymbolicLink(program.Path($"data/outbox/{name}"), program.Path("target"));
        }

        program.Run("run").Code.ShouldBe(ExitCode.Done);
        File.ReadAllText(program.Path("target")).ShouldBe("precious");
        new DirectoryInfo(program.Path("data/outbox")).GetFiles("*.eml").ShouldAllBe(mail => mail.LinkTarget == null && mail.Length > 1000);
    }

    [SkippableFact]
    public void A_link_under_the_name_of_an_unfinished_document_leads_nowhere()
    {
        Skip.If(OperatingSystem.IsWindows(), "Links need a right of their own there.");
        using var program = Borough();
        program.Write("target", "precious");
        File.CreateSymbolicLink(program.Path("audit.csv.part"), program.Path("target"));
        program.Run("audit", "--format", "csv", "--out", "audit.csv").Code.ShouldBe(ExitCode.Found);
        File.ReadAllText(program.Path("target")).ShouldBe("precious");
        File.ReadAllText(program.Path("audit.csv")).ShouldContain("HAR-01");
    }

    [Theory]
    [InlineData("../../escape")]
    [InlineData("/etc/escape")]
    [InlineData("..\\escape")]
    [InlineData("a/b;c:d*?\"<img src=x onerror=1>")]
    public void A_reference_that_looks_like_a_path_makes_no_file_outside_the_folders(string reference)
    {
        using var program = Borough();
        program.Run("case", "open", reference, "harrowmere");
        program.Run("event", "add", reference, "notified", "2026-01-05");
        var run = program.Run("run");
        run.Code.ShouldBe(ExitCode.Done, run.Errors);
        run.Errors.ShouldNotContain("   at ");
        var before = Directory.GetFileSystemEntries(program.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);
        before.ShouldBe(["borough", "data"]);
        Directory.GetFiles(program.Path("data/outbox")).ShouldAllBe(mail => Path.GetFileNameWithoutExtension(mail).All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'));
        program.Run("export", "out").Code.ShouldBe(ExitCode.Done);
        Directory.GetFiles(program.Path("out")).ShouldAllBe(file => file.EndsWith(".csv", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("../../../events.csv")]
    [InlineData("/tmp/events.csv")]
    [InlineData("C:\\events.csv")]
    public void An_entry_of_a_zip_that_names_another_folder_is_unpacked_nowhere(string name)
    {
        using var program = Borough();
        using (var zip = ZipFile.Open(program.Path("in.zip"), ZipArchiveMode.Create))
        {
            using var text = new StreamWriter(zip.CreateEntry(name).Open());
            text.Write("id,reference,event,date\n,HAR-01,no-such-event,2026-01-01\n");
        }

        program.Run("import", "in.zip").Code.ShouldBe(ExitCode.BadInput);
        Directory.GetFileSystemEntries(program.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["borough", "data", "in.zip"]);
    }

    [Fact]
    public void A_zip_of_very_many_entries_is_refused_in_one_line()
    {
        using var program = Borough();
        using (var zip = ZipFile.Open(program.Path("in.zip"), ZipArchiveMode.Create))
        {
            for (var number = 0; number < 5_000; number++)
            {
                zip.CreateEntry(number.ToString(CultureInfo.InvariantCulture));
            }
        }

        var run = program.Run("import", "in.zip");
        run.Code.ShouldBe(ExitCode.BadInput);
        run.Output.ShouldBeEmpty();
        run.Errors.ShouldContain("not 5000");
    }

    [Fact]
    public void A_reference_that_steers_a_terminal_is_told_without_what_steers()
    {
        using var program = Borough();
        var run = program.Run("explain", "X\u001B[2J\u009B31m\u202Etxt");
        run.Code.ShouldBe(ExitCode.Usage);
        run.Errors.ShouldAllBe(letter => letter == '\n' || letter == '\r' || (!char.IsControl(letter) && letter != '\u202E'));
    }

    [Fact]
    public void A_fault_of_the_program_is_told_in_one_line_without_what_it_was_reading()
    {
        static void Fail() => throw new InvalidOperationException("Mary Smith");
        var error = Should.Throw<InvalidOperationException>(Fail);
        var line = Crash.Line(error);
        line.ShouldNotContain("Mary");
        line.ShouldNotContain("\n");
        line.ShouldContain("InvalidOperationException");
        line.ShouldContain("Report this line");
        ExitCode.Fault.ShouldBe(70);
    }

    private static TestProgram Borough()
    {
        var program = new TestProgram("2026-11-20");
        foreach (var (name, text) in SampleBorough.Files(new DateOnly(2026, 11, 20)))
        {
            program.Write(Path.Combine("borough", name), text);
        }

        program.Run("import", "borough").Code.ShouldBe(ExitCode.Done);
        return program;
    }
}
