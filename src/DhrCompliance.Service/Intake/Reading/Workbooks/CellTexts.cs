using System.Text;
using System.Xml;
using DhrCompliance.Service.Workbooks;

namespace DhrCompliance.Service.Intake.Reading.Workbooks;

/// <summary>Texts of a workbook: plain, or in runs of different looks. What tells how to pronounce them is left out.</summary>
internal sealed class CellTexts(Package package, ImportLimits limits)
{
    private const int LongestEscape = 7; // _x000D_

    private readonly char[] _buffer = new char[4096];
    private readonly StringBuilder _text = new();

    /// <summary>The texts that cells share, by their number.</summary>
    public List<string> Shared(XmlReader xml)
    {
        var texts = new List<string>();
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.Element && xml.LocalName == "si")
            {
                texts.Add(Rich(xml));
                if (texts.Count > limits.Cells)
                {
                    throw TooMany();
                }
            }
        }

        return texts;
    }

    /// <summary>The text of the element that the reader stands on; afterwards it stands on its end.</summary>
    public string Rich(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var (depth, spoken) = (xml.Depth, 0);
        _text.Clear();
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.LocalName == "rPh" && xml.NodeType is XmlNodeType.Element && !xml.IsEmptyElement)
            {
                spoken++;
            }
            else if (xml.LocalName == "rPh" && xml.NodeType is XmlNodeType.EndElement)
            {
                spoken--;
            }
            else if (spoken == 0 && xml.LocalName == "t" && xml.NodeType is XmlNodeType.Element)
            {
                Append(xml);
            }
        }

        return CellXml.Read(_text.ToString());
    }

    /// <summary>The text directly in an element, as it stands.</summary>
    public string Plain(XmlReader xml)
    {
        _text.Clear();
        Append(xml);
        return _text.ToString();
    }

    public RefusedFileException TooMany() =>
        package.Refused(FormattableString.Invariant($"a workbook of at most {limits.Cells} cells with content; split it, or import CSV files"));

    private void Append(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace))
            {
                continue;
            }

            // In pieces, so that a text of a gigabyte is not first taken into memory.
            for (var count = xml.ReadValueChunk(_buffer, 0, _buffer.Length); count > 0; count = xml.ReadValueChunk(_buffer, 0, _buffer.Length))
            {
                _text.Append(_buffer, 0, count);
                if (_text.Length > limits.CellCharacters * LongestEscape)
                {
                    throw package.Refused(FormattableString.Invariant($"cells of at most {limits.CellCharacters} characters"));
                }
            }
        }
    }
}
