using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Reports.Impact;
using DhrCompliance.Service.Reports.Proposals;

namespace DhrCompliance.Service.Commands.Adoption;

/// <summary>The pages about changed rules. Each appears under its name only when it is whole, and takes the place of a link that somebody laid there.</summary>
internal static class Pages
{
    /// <summary>What the change does and how it takes force, or what keeps it from that.</summary>
    public static string Of(Candidate candidate, Verdict verdict, Basis inForce, bool isInForce, DateTimeOffset now)
    {
        if (verdict.Impact is { } impact)
        {
            return ImpactHtml.RenderAsync(impact with { Preamble = [.. verdict.IsBlind ? [Verdict.Unknown] : Array.Empty<string>(), .. Preamble(candidate, isInForce), ChangedFiles.Sentence(inForce.Files, candidate.Files), .. Warnings(verdict), .. candidate.Remarks] }).GetAwaiter().GetResult();
        }

        var isMistaken = !verdict.Mistakes.IsEmpty;
        return Answer(now, isMistaken ? "These rules cannot be used yet" : "These rules do not say what their scenarios expect",
        [
            isMistaken
                ? $"{Recorded.Counted(verdict.Mistakes.Length, "mistake")} must be mended first. Nothing has changed: the rules in force go on."
                : $"{RulesNews.FirstLine(verdict.Detail)} Where the rules are right, change what the scenario expects; where the scenario is right, change the rule. Nothing has changed: the rules in force go on.",
            "Mend the files where they lie and save them: within some minutes this page is written anew.",
            .. candidate.Remarks,
        ],
        verdict);
    }

    /// <summary>A page of some paragraphs.</summary>
    public static string Answer(DateTimeOffset now, string title, ImmutableArray<string> paragraphs, Verdict? verdict = null) => AnswerWords.RenderAsync(new AnswerReport
    {
        Title = title,
        When = $"{Instants.LondonText(now)} (London)",
        Paragraphs = paragraphs,
        Mistakes = verdict?.Mistakes ?? [],
        Failing = verdict?.Failing ?? [],
    }).GetAwaiter().GetResult();

    /// <summary>False: it cannot be written there.</summary>
    public static bool TryWrite(string path, string page)
    {
        var part = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetRandomFileName()}.part");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write))
            using (var text = new StreamWriter(file))
            {
                text.Write(page);
            }

            File.Move(part, path, overwrite: true);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Preamble(Candidate candidate, bool isInForce)
    {
        var who = candidate.By.Length > 0 ? candidate.By : "somebody whose name is not known";
        yield return $"These are the rules {Hashes.Short(candidate.Hash)}, from {candidate.From}, proposed by {who}. Their files have no mistakes, and their scenarios are as expected.";
        yield return isInForce
            ? "They are in force: the settings let what is without mistakes take force at once."
            : $"They are not in force. A named person{(candidate.By.Length > 0 ? $" other than {candidate.By}" : " other than the one who proposed them")} adopts them; whoever runs the service types for this person: {Adopting(candidate.Hash)}";
    }

    /// <summary>The command that adopts a rulebook.</summary>
    public static string Adopting(string hash) => $"dhr rules adopt {Hashes.Short(hash)} --by NAME";

    private static IEnumerable<string> Warnings(Verdict verdict) => verdict.Warnings.IsEmpty ? []
        : [$"Worth a look: {string.Join(" ", verdict.Warnings.Take(10).Select(DiagnosticText.Headline))}"];
}
