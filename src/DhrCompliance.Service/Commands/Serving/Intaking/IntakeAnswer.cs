using System.Collections.Immutable;
using System.Text;
using DhrCompliance.Service.Intake;
using DhrCompliance.Service.Intake.Export;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Workbooks;

namespace DhrCompliance.Service.Commands.Serving.Intaking;

/// <summary>What whoever handed something in finds beside it: what became of it as a text, and a copy with the wrong cells marked.</summary>
internal static class IntakeAnswer
{
    private const string Folder = "answer";
    private const string Report = "report.txt";
    private const string Copy = "mistakes.xlsx";

    /// <summary>Writes it into the unit.</summary>
    public static void Write(string unit, IntakeRow row, HandInOutcome outcome, IncomingRegister incoming, bool isMapped, KnownWords words)
    {
        var hasCopy = !isMapped && (!incoming.Sheets.IsEmpty || !incoming.Forms.IsEmpty);
        Text(unit,
        [
            $"Handed in and read on {Instants.LondonText(row.At)} (London).",
            $"Imported: {outcome.Summary()}.",
            .. outcome.Made.SelectMany(change => change.Lines()),
            .. outcome.Done,
            .. outcome.Remarks,
            .. outcome.Ignored.Select(ignored => $"Not read: {ignored}"),
            .. outcome.Mistakes.IsEmpty ? Array.Empty<string>() :
            [
                "",
                $"Not imported, because of {Recorded.Counted(outcome.Mistakes.Length, "mistake")}:",
                .. MistakeReport.Lines(outcome.Mistakes),
                "",
                !hasCopy ? "Mend your file and put it into the folder again: what was imported already changes nothing." : $"Mend the marked cells in {Copy} (or your own file) and put that into the folder again: what was imported already changes nothing.",
            ],
        ]);
        if (!outcome.Mistakes.IsEmpty && hasCopy)
        {
            Into(unit, Copy, stream => WorkbookWriter.Write(MarkedCopy.Of(incoming, outcome.Mistakes, words), stream));
        }
    }

    /// <summary>Writes what the register knows of it, where the service ended between the import and the answer.</summary>
    public static void Write(string unit, IntakeRow row)
    {
        if (!File.Exists(Path.Combine(unit, Folder, Report)))
        {
            Text(unit,
            [
                $"Handed in and read on {Instants.LondonText(row.At)} (London): {Recorded.Counted(row.Made, "thing")} imported. The service ended before it wrote the whole report.",
                .. row.Refused == 0 ? Array.Empty<string>() : ["", $"Not imported, because of {Recorded.Counted(row.Refused, "mistake")}:", row.Detail, "", "Put the file into the folder again: what was imported already changes nothing, and the report says what stood there."],
            ]);
        }
    }

    /// <summary>Writes why nothing of it was read.</summary>
    public static void Refuse(string unit, string why) => Text(unit, [why]);

    private static void Text(string unit, ImmutableArray<string> lines) => Into(unit, Report, stream =>
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" };
        foreach (var line in lines.SelectMany(line => line.Split('\n')))
        {
            text.WriteLine(Reports.Tables.Cells.OneLine(line));
        }
    });

    private static void Into(string unit, string name, Action<Stream> write)
    {
        Directory.CreateDirectory(Path.Combine(unit, Folder));
        using var stream = File.Create(Path.Combine(unit, Folder, name));
        write(stream);
    }
}
