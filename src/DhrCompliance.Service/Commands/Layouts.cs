using DhrCompliance.Service.Intake;
using DhrCompliance.Service.Intake.Mappings;
using DhrCompliance.Service.Intake.Reading;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr import --map</c> and <c>--suggest-map</c>: files of another layout.</summary>
internal static class Layouts
{
    /// <summary>Reads a mapping; false, and told, where it is none.</summary>
    public static bool TryRead(string named, KnownWords words, Invocation invocation, out Mapping? mapping)
    {
        var path = Path.GetFullPath(named, invocation.Surroundings.WorkingFolder);
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--map is '{named}': it cannot be read ({error.Message.TrimEnd('.')}); --suggest-map proposes one.");
        }

        mapping = MappingReader.Read(named, bytes, words, out var mistakes);
        if (mapping is null)
        {
            Recorded.Refuse(invocation, mistakes);
        }

        return mapping is not null;
    }

    /// <summary>Shows a proposal for each file.</summary>
    public static int Suggest(IReadOnlyCollection<string> files, KnownWords words, Invocation invocation)
    {
        foreach (var raw in files.Select(file => RawFile.Read(Path.GetFullPath(file, invocation.Surroundings.WorkingFolder))))
        {
            if (!raw.Mistakes.IsEmpty)
            {
                return Recorded.Refuse(invocation, raw.Mistakes);
            }

            if (new MapSuggestion(words).Of(raw) is not { } proposal)
            {
                return Recorded.Refuse(invocation, [new Mistake(raw.File, null, null, null,
                    "a sheet with headings: one row with the names of at least two columns, rows below it, and no merged cells but a title above; give the sheet such a row, or write the mapping by hand")]);
            }

            invocation.Show(proposal.TrimEnd());
        }

        return ExitCode.Done;
    }
}
