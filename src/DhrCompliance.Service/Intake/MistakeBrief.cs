using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Forms;
using DhrCompliance.Service.Intake.Sheets;

namespace DhrCompliance.Service.Intake;

/// <summary>Mistakes as a mail may tell them: by place and what was expected, without what stands in the file or in the register, without names of files and persons.</summary>
internal sealed partial class MistakeBrief(KnownWords words)
{
    private const int Most = 30;
    private const string InTheReport = "(in the report)";

    private readonly ImmutableHashSet<string> _known =
    [
        .. Enum.GetValues<TableName>().SelectMany(table => TableColumns.Of(table, words).Select(column => column.Name).Append(SheetNames.Of(table))),
        .. words.Vocabulary.Items.SelectMany(item => FactColumns.Facts(words, item.Name).Select(column => column.Name).Append(SheetNames.OfItems(item.Name, words) ?? item.Name)),
        .. FactColumns.Facts(words, null).Select(column => column.Name),
        .. words.Vocabulary.Events.SelectMany(kind => FactColumns.Attributes(words, kind).Select(column => column.Name).Append(kind.Name)),
        .. Enum.GetValues<FormName>().SelectMany(form => FormColumns.All(form).Append(FormSheets.Of(form))),
    ];

    /// <summary>A line each, the first of them.</summary>
    public string Of(IReadOnlyCollection<Mistake> mistakes) => string.Join('\n',
    [
        .. mistakes.Take(Most).Select(Line),
        .. mistakes.Count > Most ? [string.Create(CultureInfo.InvariantCulture, $"... and {mistakes.Count - Most} more")] : Array.Empty<string>(),
    ]);

    private string Line(Mistake mistake)
    {
        var sheet = mistake.Sheet ?? Path.GetFileNameWithoutExtension(mistake.File);
        string[] place =
        [
            .. _known.Contains(sheet) ? [$"sheet {sheet}"] : Array.Empty<string>(),
            .. mistake.Row is { } row ? [string.Create(CultureInfo.InvariantCulture, $"row {row}")] : Array.Empty<string>(),
            .. mistake.Column is not { } column ? Array.Empty<string>() : [$"column {(_known.Contains(column) ? column : InTheReport)}"],
        ];
        return $"{(place.Length == 0 ? "the file" : string.Join(", ", place))}: expected {Brief(mistake.Expected)}";
    }

    // What follows the first stop goes into particulars: values, persons, the words of another program.
    private string Brief(string expected)
    {
        var end = End().Match(expected) is { Success: true } stop ? stop.Index : expected.Length;
        return Quoted().Replace(expected[..end], quoted => _known.Contains(quoted.Groups[1].Value) ? quoted.Value : InTheReport);
    }

    [GeneratedRegex(@": |; | \(|, (after|and byte|which stands|until which)")]
    private static partial Regex End();

    [GeneratedRegex("'([^']*)'|\\d{4}-\\d{2}-\\d{2}")]
    private static partial Regex Quoted();
}
