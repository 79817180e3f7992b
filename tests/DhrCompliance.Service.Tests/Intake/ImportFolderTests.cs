using System.IO.Compression;
using DhrCompliance.Service.Intake.Export;
using DhrCompliance.Service.Intake.Planning;
using DhrCompliance.Service.Intake.Reading;
using DhrCompliance.Service.Intake.Sheets;

namespace DhrCompliance.Service.Tests.Intake;

public sealed class ImportFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dhr-intake-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Files_of_the_format_are_read_and_others_are_listed()
    {
        Write("cases.csv", "reference,partnership\n");
        Write("Actions.csv", "id,reference\n");
        Write("README.md", "words");
        Write("extra.csv", "a,b\n");
        Directory.CreateDirectory(At("history"));

        var incoming = ImportFolder.Read(_folder.FullName, Words.Known);

        incoming.Mistakes.ShouldBeEmpty();
        incoming.Sheets.Select(sheet => (sheet.File, sheet.Table, sheet.ItemKind)).ShouldBe(
            [("Actions.csv", TableName.Items, "action"), ("cases.csv", TableName.Cases, null)], ignoreOrder: true);
        incoming.Ignored.ShouldBe(["README.md", "extra.csv", "history/"], ignoreOrder: true);
    }

    [Fact]
    public void A_ZIP_is_read_as_a_folder_is()
    {
        using (var zip = ZipFile.Open(At("in.zip"), ZipArchiveMode.Create))
        {
            Write(zip, "register/cases.csv", "reference,partnership\nBEX-3,bexley\n");
            Write(zip, "register/notes.txt", "words");
        }

        var incoming = ImportFolder.Read(At("in.zip"), Words.Known);

        incoming.Sheets.ShouldHaveSingleItem().Rows.ShouldHaveSingleItem().Cells.ShouldBe(["BEX-3", "bexley"]);
        incoming.Ignored.ShouldBe(["notes.txt"]);
    }

    [Fact]
    public void A_file_of_a_ZIP_that_unpacks_beyond_its_limit_is_refused_while_it_is_unpacked()
    {
        using (var zip = ZipFile.Open(At("bomb.zip"), ZipArchiveMode.Create))
        {
            Write(zip, "cases.csv", "reference,partnership\n" + string.Concat(Enumerable.Repeat("BEX-3,bexley\n", 10_000)));
        }

        var incoming = ImportFolder.Read(At("bomb.zip"), Words.Known, ImportLimits.Usual with { FileBytes = 10_000 });

        incoming.Sheets.ShouldBeEmpty();
        incoming.Mistakes.ShouldHaveSingleItem().ToString().ShouldBe("cases.csv: expected a file of at most 10000 bytes; split it");
    }

    [Fact]
    public void A_single_file_is_read_by_itself()
    {
        Write("cases.csv", "reference,partnership\n");

        ImportFolder.Read(At("cases.csv"), Words.Known).Sheets.ShouldHaveSingleItem().Table.ShouldBe(TableName.Cases);
    }

    [Theory]
    [InlineData("nowhere", "there is nothing of this name")]
    [InlineData("empty", "CSV files with the names of the import format (partnerships.csv, ")]
    [InlineData("broken.zip", "something that can be read")]
    [InlineData("extra.csv", "CSV files with the names of the import format")]
    public void What_is_no_import_is_told(string name, string said)
    {
        Directory.CreateDirectory(At("empty"));
        Write("broken.zip", "no archive");
        Write("extra.csv", "a,b\n");

        ImportFolder.Read(At(name), Words.Known).Mistakes.ShouldHaveSingleItem().ToString().ShouldContain(said);
    }

    [Fact]
    public void A_file_that_cannot_be_read_does_not_keep_the_others_from_being_looked_at()
    {
        Write("cases.csv", "reference,partnership\n\"never closed");
        Write("events.csv", "id,reference,event,date\n,BEX-1,decision,never\n");

        var plan = ImportPlan.Make(ImportFolder.Read(_folder.FullName, Words.Known), Importing.Register, Words.Known, Importing.Today);

        plan.Mistakes.Select(mistake => mistake.File).ShouldBe(["cases.csv", "events.csv"]);
    }

    [Fact]
    public void An_exported_folder_is_read_again_its_history_left_alone()
    {
        RegisterExport.Write(Importing.Register, Words.Known, At("out"), [Importing.Register]).Files.Length.ShouldBe(14);

        var incoming = ImportFolder.Read(At("out"), Words.Known);
        incoming.Ignored.ShouldBe(["history/"]);
        ImportPlan.Make(incoming, Importing.Register, Words.Known, Importing.Today).Changes.ShouldBeEmpty();
    }

    [Fact]
    public void A_file_that_an_import_would_read_beside_the_exported_ones_is_pointed_out()
    {
        Write("actions.csv", "id,reference\n");

        RegisterExport.Write(Importing.Register, Words.Known, _folder.FullName).Beside.ShouldBe(["actions.csv"]);
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);

    private void Write(string name, string text) => File.WriteAllText(At(name), text);

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }
}
