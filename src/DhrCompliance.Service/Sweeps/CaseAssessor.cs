using DhrCompliance.Assessments;
using DhrCompliance.Cases;

namespace DhrCompliance.Service.Sweeps;

/// <summary>What is wrong with a case, or with a rule of it: it could not be assessed, or not with all that the register says of it.</summary>
public sealed record CaseFailure(string Case, string? Rule, string Error);

/// <summary>Assesses case files one after the other; one that fails is reported and the others go on.</summary>
public static class CaseAssessor
{
    /// <summary>Each file with its assessment, as they are read; what fails is added to <paramref name="failures"/>.</summary>
    public static IEnumerable<(CaseFile File, Assessment Assessment)> Assess(
        IEnumerable<CaseFile> files, CompiledRulebook rulebook, DateOnly asOf, ICollection<CaseFailure> failures)
    {
        var unknown = new UnknownWords(rulebook.Rulebook.Vocabulary);
        foreach (var file in files.Where(rulebook.Concerns).Select(rulebook.Current))
        {
            if (TryAssess(file, rulebook, asOf, failures) is { } assessment)
            {
                foreach (var sentence in unknown.Of(file))
                {
                    failures.Add(new CaseFailure(file.Reference, null, sentence));
                }

                yield return (file, assessment);
            }
        }
    }

    private static Assessment? TryAssess(CaseFile file, CompiledRulebook rulebook, DateOnly asOf, ICollection<CaseFailure> failures)
    {
        try
        {
            return rulebook.Assess(rulebook.Bind(file), asOf);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            failures.Add(new CaseFailure(file.Reference, null, $"could not be assessed: {error.Message}"));
            return null;
        }
    }
}
