using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Service.Operations;
using DhrCompliance.Service.Operations.Health;

namespace DhrCompliance.Service.Commands.Serving.Health;

/// <summary>What the rule files make, worked out again only when one of them has changed. Not for several threads at once.</summary>
internal sealed class RulesLook(string folder)
{
    private IReadOnlyList<RuleFile> _files = [];
    private RulesFacts? _facts;

    public RulesFacts Look()
    {
        IReadOnlyList<RuleFile> files;
        try
        {
            files = RulesFolder.Files(folder);
        }
        catch (Exception error) when (error is RulesException or IOException or UnauthorizedAccessException)
        {
            return new RulesFacts(null, 0, []);
        }

        if (_facts is null || !Same(files, _files))
        {
            (_files, _facts) = (files, Of(RulebookReader.Read(files)));
        }

        return _facts;
    }

    private static RulesFacts Of(RulebookReading reading) => reading.Rulebook is { } rulebook
        ? new RulesFacts(rulebook.Hash, 0, [.. rulebook.Calendars.Values.DistinctBy(one => one.Name).Select(one => (one.Name, one.KnownUntil))])
        : new RulesFacts(null, reading.Diagnostics.Count(one => one.Severity == Severity.Error), []);

    private static bool Same(IReadOnlyList<RuleFile> some, IReadOnlyList<RuleFile> others) =>
        some.Count == others.Count && some.Zip(others).All(pair => pair.First.Path == pair.Second.Path && pair.First.Bytes.Span.SequenceEqual(pair.Second.Bytes.Span));
}
