using System.Diagnostics;
using System.Text.Json;

namespace DhrCompliance.Service.Tests.Intake.Workbooks;

/// <summary>A reader and writer of workbooks that is not ours (openpyxl, of Debian's own interpreter).</summary>
internal sealed class OtherProgram
{
    private const string Python = "/usr/bin/python3";
    private const string Missing = $"{Python} has no openpyxl: install Debian's python3-openpyxl.";

    private const string Looking = """
        import json, openpyxl, sys
        book = openpyxl.load_workbook(sys.argv[1])
        cells, kinds = {}, set()
        for sheet in book:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.value is not None:
                        kinds.add(cell.data_type)
                        if cell.row <= 5:
                            cells[sheet.title + '!' + cell.coordinate] = [cell.value, cell.fill.fgColor.rgb if cell.fill.fill_type else '']
        print(json.dumps({
            'Sheets': [s.title + (' (hidden)' if s.sheet_state != 'visible' else '') for s in book],
            'Kinds': sorted(kinds),
            'Frozen': {s.title: s.freeze_panes or '' for s in book},
            'DropDowns': {s.title: len(s.data_validations.dataValidation) for s in book},
            'Cells': cells}))
        """;

    private const string Saving = "import openpyxl, sys; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])";

    private static readonly Lazy<bool> Here = new(() => File.Exists(Python) && Run("import openpyxl").ExitCode == 0);

    public required string[] Sheets { get; init; }

    /// <summary>The kinds of cells: s is text, n a number, d a date, f a formula.</summary>
    public required string[] Kinds { get; init; }

    public required Dictionary<string, string> Frozen { get; init; }

    public required Dictionary<string, int> DropDowns { get; init; }

    public required Dictionary<string, string[]> Cells { get; init; }

    public string Cell(string sheet, string name) => Cells[$"{sheet}!{name}"][0];

    public string Fill(string sheet, string name) => Cells[$"{sheet}!{name}"][1];

    public static OtherProgram Look(string path) => JsonSerializer.Deserialize<OtherProgram>(Done(Looking, path))!;

    public static void Save(string path, string to) => Done(Saving, path, to);

    /// <summary>Runs a script; skips the test where there is no such program, and fails it there in continuous integration.</summary>
    public static string Done(string script, params string[] arguments)
    {
        if (Environment.GetEnvironmentVariable("DHR_CI") == "true")
        {
            Here.Value.ShouldBeTrue(Missing);
        }

        Skip.IfNot(Here.Value, Missing);
        var (exitCode, output, errors) = Run(script, arguments);
        exitCode.ShouldBe(0, errors);
        return output;
    }

    private static (int ExitCode, string Output, string Errors) Run(string script, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Python, ["-W", "ignore", "-c", script, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }
}
