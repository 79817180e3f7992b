using System.Collections.Immutable;
using DhrCompliance.Service.Intake.Sheets;

namespace DhrCompliance.Service.Intake.Reading.Workbooks;

/// <summary>A workbook as what was handed in: the sheets with the names of the import format. The others are listed and ignored.</summary>
internal sealed class WorkbookSheets
{
    private readonly string _file;
    private readonly KnownWords _words;
    private readonly ImmutableArray<Sheet>.Builder _sheets = ImmutableArray.CreateBuilder<Sheet>();
    private readonly ImmutableArray<string>.Builder _ignored = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<Mistake>.Builder _mistakes = ImmutableArray.CreateBuilder<Mistake>();

    private WorkbookSheets(string file, KnownWords words) => (_file, _words) = (file, words);

    /// <summary>Reads it. What cannot be read is among the mistakes; nothing is thrown for it.</summary>
    /// <param name="stream">The file, which can be searched.</param>
    /// <param name="file">Its name, for what is said of it.</param>
    /// <param name="words">The words, for the sheets of item kinds.</param>
    /// <param name="limits">What it may weigh.</param>
    public static IncomingRegister Read(Stream stream, string file, KnownWords words, ImportLimits limits)
    {
        var reading = new WorkbookSheets(file, words);
        try
        {
            using var package = Package.Open(stream, file, limits);
            reading.Read(package, limits);
        }
        catch (RefusedFileException refused)
        {
            // Of a workbook that is not whole nothing is taken.
            reading._sheets.Clear();
            reading._mistakes.Add(refused.Mistake);
        }

        return new IncomingRegister { Sheets = reading._sheets.ToImmutable(), Ignored = reading._ignored.ToImmutable(), Mistakes = reading._mistakes.ToImmutable() };
    }

    private void Read(Package package, ImportLimits limits)
    {
        var parts = Parts.Of(package);
        var texts = new CellTexts(package, limits);
        var budget = new CellBudget(limits, texts.TooMany);
        var shared = new Lazy<List<string>>(() => parts.SharedTexts is { } part && package.Has(part) ? package.Read(part, texts.Shared) : []);
        var formats = new Lazy<ImmutableArray<NumberMeaning>>(() => parts.Styles is { } part && package.Has(part) ? package.Read(part, xml => CellFormats.Read(xml, package)) : []);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in parts.Sheets)
        {
            if (RegisterViews.Names.Contains(part.Name, StringComparer.OrdinalIgnoreCase) || SheetNames.Table(part.Name, _words, out var itemKind) is not { } table)
            {
                Ignore(part);
            }
            else if (part.IsHidden)
            {
                Wrong(part, null, "a sheet that can be seen, as it would be imported: unhide it and look at it, or delete it");
            }
            else if (!names.Add(part.Name))
            {
                Wrong(part, null, "each sheet once");
            }
            else
            {
                Read(package, part, table, itemKind, new SheetReader(texts, parts, shared.Value, formats.Value, budget));
            }
        }

        if (_sheets.Count == 0 && _mistakes.Count == 0)
        {
            throw package.Refused($"a workbook with sheets of the import format ({string.Join(", ", Enum.GetValues<TableName>().Select(SheetNames.Of))}, or an item kind's); 'dhr export FILE.xlsx' writes one, and --map takes another layout");
        }
    }

    private void Read(Package package, SheetPart part, TableName table, string? itemKind, SheetReader reader)
    {
        RefusedFileException Refused(int? row, string expected) => new(new Mistake(_file, row, null, null, expected) { Sheet = part.Name });
        var rows = ImmutableArray<SheetRow>.Empty;
        try
        {
            rows = package.Read(part.Part, xml => reader.Read(xml, Refused));
            _sheets.Add(SheetForm.Of(rows, _file, part.Name, table, itemKind));
        }
        catch (RefusedFileException refused) when (refused.Mistake.Sheet is not null)
        {
            _mistakes.Add(refused.Mistake);
        }
    }

    private void Ignore(SheetPart part)
    {
        if (!part.IsHidden)
        {
            _ignored.Add($"{_file}, sheet {Mistake.Shown(part.Name)}{(RegisterViews.Names.Contains(part.Name, StringComparer.OrdinalIgnoreCase) ? " (it is for reading: what is typed there is not imported)" : "")}");
        }
    }

    private void Wrong(SheetPart part, int? row, string expected) => _mistakes.Add(new Mistake(_file, row, null, null, expected) { Sheet = part.Name });
}
