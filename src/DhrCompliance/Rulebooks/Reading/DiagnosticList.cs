using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Rulebooks.Reading.Texts;

namespace DhrCompliance.Rulebooks.Reading;

/// <summary>What is found while reading, in the order in which it is found.</summary>
internal sealed class DiagnosticList
{
    /// <summary>A file that is wrong as a whole is told in so many lines, and the rest is counted.</summary>
    private const int MostPerFile = 1000;

    private const int LongestLine = 400;

    private readonly List<Diagnostic> _all = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public bool HasErrors { get; private set; }

    public void Error(Place place, string code, string message, string? suggestion = null, string? hint = null) =>
        Add(Severity.Error, place, code, message, suggestion, hint);

    public void Warning(Place place, string code, string message, string? hint = null) =>
        Add(Severity.Warning, place, code, message, null, hint);

    public void Information(Place place, string code, string message, string? hint = null) =>
        Add(Severity.Information, place, code, message, null, hint);

    /// <summary>Takes over what another list holds.</summary>
    public void Take(DiagnosticList other)
    {
        foreach (var diagnostic in other._all)
        {
            Add(diagnostic);
        }

        foreach (var (path, count) in other._counts)
        {
            _counts[path] = Math.Max(_counts.GetValueOrDefault(path), count);
        }
    }

    public ImmutableArray<Diagnostic> Ordered()
    {
        foreach (var (path, count) in _counts.Where(pair => pair.Value > MostPerFile))
        {
            _all.Add(new Diagnostic
            {
                Severity = Severity.Error,
                Code = Codes.TooMany,
                Path = path,
                Line = int.MaxValue,
                Column = 1,
                Message = string.Create(CultureInfo.InvariantCulture, $"{count - MostPerFile} further mistakes are not shown"),
            });
        }

        return
        [
            .. _all
                .Distinct() // one slip may be met on several ways: an attribute of each event of a list
                .OrderBy(found => found.Path, StringComparer.Ordinal)
                .ThenBy(found => found.Line)
                .ThenBy(found => found.Column)
                .ThenBy(found => found.Code, StringComparer.Ordinal)
                .Select(found => found.Line == int.MaxValue ? found with { Line = 0, Column = 0 } : found),
        ];
    }

    private void Add(Severity severity, Place place, string code, string message, string? suggestion, string? hint)
    {
        var line = place.Source.Line(place.Line);
        Add(new Diagnostic
        {
            Severity = severity,
            Code = code,
            Path = place.Source.Path,
            Line = place.Line,
            Column = place.Column,
            Message = message,
            Suggestion = suggestion,
            Hint = hint,
            SourceLine = line is { Length: <= LongestLine } ? line : null,
        });
    }

    private void Add(Diagnostic diagnostic)
    {
        HasErrors |= diagnostic.Severity == Severity.Error;
        var count = _counts[diagnostic.Path] = _counts.GetValueOrDefault(diagnostic.Path) + 1;
        if (count <= MostPerFile)
        {
            _all.Add(diagnostic);
        }
    }
}
