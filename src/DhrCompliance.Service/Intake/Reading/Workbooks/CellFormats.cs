using System.Collections.Immutable;
using System.Globalization;
using System.Xml;

namespace DhrCompliance.Service.Intake.Reading.Workbooks;

/// <summary>What a number stands for, by how its cell shows it.</summary>
internal enum NumberMeaning
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A month of a year: which day of it is an accident of how it was typed.</summary>
    Month,

    /// <summary>A year.</summary>
    Year,

    /// <summary>A time of day, or a duration.</summary>
    Time,
}

/// <summary>The formats of a workbook's cells, as far as they tell days from numbers.</summary>
internal static class CellFormats
{
    private const int MostFormats = 100_000;

    /// <summary>The meanings by the cells' style number.</summary>
    public static ImmutableArray<NumberMeaning> Read(XmlReader xml, Package package)
    {
        var codes = new Dictionary<int, string>();
        var meanings = ImmutableArray.CreateBuilder<NumberMeaning>();
        var isOfCells = false;
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.EndElement && xml.LocalName == "cellXfs")
            {
                isOfCells = false;
            }
            else if (xml.NodeType is XmlNodeType.Element)
            {
                if (xml.LocalName == "numFmt" && Number(xml, "numFmtId") is { } id)
                {
                    codes[id] = xml.GetAttribute("formatCode") ?? "";
                }
                else if (xml.LocalName == "cellXfs")
                {
                    isOfCells = !xml.IsEmptyElement;
                }
                else if (isOfCells && xml.LocalName == "xf")
                {
                    var format = Number(xml, "numFmtId") ?? 0;
                    meanings.Add(codes.TryGetValue(format, out var code) ? Of(code) : BuiltIn(format));
                }

                if (meanings.Count > MostFormats || codes.Count > MostFormats)
                {
                    throw package.Refused(FormattableString.Invariant($"a workbook of at most {MostFormats} formats of cells"));
                }
            }
        }

        return meanings.ToImmutable();
    }

    /// <summary>What a format's code shows: the letters y, m, d, h and s outside of quotation marks, escapes and brackets.</summary>
    public static NumberMeaning Of(string code)
    {
        var (year, month, day, time) = (false, false, false, false);
        for (var at = 0; at < code.Length && code[at] != ';'; at++)
        {
            switch (char.ToLowerInvariant(code[at]))
            {
                case '"':
                    at = End(code, at + 1, '"');
                    break;
                case '[':
                    var end = End(code, at + 1, ']');
                    time |= code.AsSpan(at + 1, Math.Min(end, code.Length) - at - 1).Trim("hmsHMS").IsEmpty && end > at + 1;
                    at = end;
                    break;
                case '\\' or '_' or '*':
                    at++;
                    break;
                case 'g' when code[at..].StartsWith("General", StringComparison.OrdinalIgnoreCase):
                    return NumberMeaning.Number;
                case 'y' or 'e':
                    // 0.00E+00 is a number; eras are not used here.
                    year |= char.ToLowerInvariant(code[at]) == 'y';
                    break;
                case 'm':
                    month = true;
                    break;
                case 'd':
                    day = true;
                    break;
                case 'h' or 's':
                    time = true;
                    break;
                default:
                    break;
            }
        }

        return day || (month && year && time) ? NumberMeaning.Day
            : time ? NumberMeaning.Time
            : year && month ? NumberMeaning.Month
            : year ? NumberMeaning.Year
            : month ? NumberMeaning.Day
            : NumberMeaning.Number;
    }

    private static NumberMeaning BuiltIn(int format) => format switch
    {
        14 or 15 or 16 or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => NumberMeaning.Day,
        17 => NumberMeaning.Month,
        (>= 18 and <= 21) or (>= 32 and <= 35) or (>= 45 and <= 47) or 55 or 56 => NumberMeaning.Time,
        _ => NumberMeaning.Number,
    };

    private static int End(string code, int from, char closing) => code.IndexOf(closing, from) is >= 0 and var at ? at : code.Length;

    private static int? Number(XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
