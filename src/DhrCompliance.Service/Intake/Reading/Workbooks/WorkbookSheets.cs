using System.Collections.Immutable;
using DhrCompliance.Service.Intake.Forms;
using DhrCompliance.Service.Intake.Sheets;

namespace DhrCompliance.Service.Intake.Reading.Workbooks;

/// <summary>A workbook as what was handed in: the sheets with the names of the import format, or all of them as they stand.</summary>
internal sealed class WorkbookSheets
{
    private readonly string _file;
    private readonly ImmutableArray<RawSheet>.Builder _sheets = ImmutableArray.CreateBuilder<RawSheet>();
    private readonly ImmutableArray<string>.Builder _ignored = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<Mistake>.Builder _mistakes = ImmutableArray.CreateBuilder<Mistake>();

    private WorkbookSheets(string file) => _file = file;

    /// <summary>Reads the tables; the other sheets are listed and ignored. What cannot be read is among the mistakes; nothing is thrown for it.</summary>
    /// <param name="stream">The file, which can be searched.</param>
    /// <param name="file">Its name, for what is said of it.</param>
    /// <param name="words">The words, for the sheets of item kinds.</param>
    /// <param name="limits">What it may weigh.</param>
    public static IncomingRegister Read(Stream stream, string file, KnownWords words, ImportLimits limits)
    {
        var raw = ReadRaw(stream, file, limits, name => FormSheets.Named(name) is not null || IsTable(name, words, out _, out _));
        var mistakes = raw.Mistakes.ToBuilder();
        var sheets = ImmutableArray.CreateBuilder<Sheet>();
        var forms = ImmutableArray.CreateBuilder<Form>();
        var ignored = raw.Ignored.ToBuilder();
        foreach (var one in raw.Sheets)
        {
            try
            {
                if (one.MergedFrom(1) is { } merged)
                {
                    throw new RefusedFileException(merged);
                }

                if (FormSheets.Named(one.Name) is { } name)
                {
                    if (FormSheets.Read(name, one) is { } form)
                    {
                        forms.Add(form);
                    }
                    else
                    {
                        ignored.Add($"{one.Place} (nothing can be filled in on it: 'dhr export FILE.xlsx' writes the sheet that is imported)");
                    }

                    continue;
                }

                IsTable(one.Name, words, out var table, out var itemKind);
                sheets.Add(SheetForm.Of(one.Rows, file, one.SheetName, table, itemKind));
            }
            catch (RefusedFileException refused)
            {
                mistakes.Add(refused.Mistake);
            }
        }

        if (sheets.Count == 0 && forms.Count == 0 && mistakes.Count == 0)
        {
            mistakes.Add(new Mistake(file, null, null, null,
                $"a workbook with sheets of the import format ({string.Join(", ", Enum.GetValues<TableName>().Select(SheetNames.Of))}, or an item kind's); 'dhr export FILE.xlsx' writes one, and --map takes another layout"));
        }

        return new IncomingRegister { Sheets = sheets.ToImmutable(), Forms = forms.ToImmutable(), Ignored = ignored.ToImmutable(), Mistakes = mistakes.ToImmutable() };
    }

    /// <summary>As the other, without looking for tables: every sheet that can be seen, or those that are wanted.</summary>
    public static RawSheets ReadRaw(Stream stream, string file, ImportLimits limits, Func<string, bool>? wanted = null)
    {
        var reading = new WorkbookSheets(file);
        try
        {
            using var package = Package.Open(stream, file, limits);
            reading.Read(package, limits, wanted);
        }
        catch (RefusedFileException refused)
        {
            // Of a workbook that is not whole nothing is taken.
            reading._sheets.Clear();
            reading._mistakes.Add(refused.Mistake);
        }

        return new RawSheets { File = file, Sheets = reading._sheets.ToImmutable(), Ignored = reading._ignored.ToImmutable(), Mistakes = reading._mistakes.ToImmutable() };
    }

    private static bool IsTable(string name, KnownWords words, out TableName table, out string? itemKind)
    {
        var found = SheetNames.Table(name, words, out itemKind);
        table = found ?? default;
        return found is not null && FormSheets.Named(name) is null && !RegisterViews.Names.Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    private void Read(Package package, ImportLimits limits, Func<string, bool>? wanted)
    {
        var parts = Parts.Of(package);
        var texts = new CellTexts(package, limits);
        var budget = new CellBudget(limits, texts.TooMany);
        var shared = new Lazy<List<string>>(() => parts.SharedTexts is { } part && package.Has(part) ? package.Read(part, texts.Shared) : []);
        var formats = new Lazy<ImmutableArray<NumberMeaning>>(() => parts.Styles is { } part && package.Has(part) ? package.Read(part, xml => CellFormats.Read(xml, package)) : []);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in parts.Sheets)
        {
            if (wanted?.Invoke(part.Name) == false || (wanted is null && part.IsHidden))
            {
                Ignore(part);
            }
            else if (part.IsHidden)
            {
                Wrong(part, "a sheet that can be seen, as it would be imported: unhide it and look at it, or delete it");
            }
            else if (!names.Add(part.Name))
            {
                Wrong(part, "each sheet once");
            }
            else
            {
                Read(package, part, new SheetReader(texts, parts, shared.Value, formats.Value, budget));
            }
        }
    }

    private void Read(Package package, SheetPart part, SheetReader reader)
    {
        try
        {
            var (rows, merged) = package.Read(
                part.Part, xml => reader.Read(xml, (row, expected) => new RefusedFileException(new Mistake(_file, row, null, null, expected) { Sheet = part.Name })));
            _sheets.Add(new RawSheet(_file, part.Name, rows) { Merged = merged });
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

    private void Wrong(SheetPart part, string expected) => _mistakes.Add(new Mistake(_file, null, null, null, expected) { Sheet = part.Name });
}
