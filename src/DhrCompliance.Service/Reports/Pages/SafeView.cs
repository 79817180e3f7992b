using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Escalations.Wording;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Service.Reports.Pages;

/// <summary>An assessment as a page may tell it: without rows and reasons that would tell a sensitive fact, and without what somebody typed.</summary>
internal sealed class SafeView(Rulebook rulebook)
{
    private readonly SafeReasons _safe = new(rulebook.Vocabulary);
    private readonly Dictionary<Rule, bool> _tells = new(ReferenceEqualityComparer.Instance);

    /// <summary>The assessment cut down, and how many rows and questions were left out.</summary>
    public (Assessment Assessment, int LeftOut) Of(Assessment assessment)
    {
        var shown = assessment with
        {
            Criteria = [.. assessment.Criteria.Where(row => Shows(row.Rule)).Select(row => row with { Because = _safe.Of(row.Because) })],
            Timescales =
            [
                .. assessment.Timescales.Select(row => row with { Because = _safe.Of(row.Because) })
                    .Zip(assessment.Timescales).Where(pair => Shows(pair.Second.Rule) && !(pair.Second.State is TimescaleState.Waived && pair.First.Because.Length < pair.Second.Because.Length))
                    .Select(pair => pair.First),
            ],
            Checks =
            [
                .. assessment.Checks.Select(row => row with { Because = _safe.Of(row.Because) })
                    .Zip(assessment.Checks).Where(pair => Shows(pair.Second.Rule) && !(pair.Second.State is CheckState.Waived && pair.First.Because.Length < pair.Second.Because.Length))
                    .Select(pair => pair.First),
            ],
            Questions = [.. assessment.Questions.Select(Safe).OfType<Question>()],
        };
        return (shown, Count(assessment) - Count(shown));
    }

    /// <summary>What a page says of what it left out; null: nothing was.</summary>
    public static string? Told(int leftOut) => leftOut switch
    {
        0 => null,
        1 => "One entry that would tell a sensitive fact is left out of this page; the register has it.",
        _ => $"{leftOut} entries that would tell a sensitive fact are left out of this page; the register has them.",
    };

    private static int Count(Assessment assessment) =>
        assessment.Criteria.Length + assessment.Timescales.Length + assessment.Checks.Length + assessment.Questions.Length;

    private bool Shows(Rule rule)
    {
        if (!_tells.TryGetValue(rule, out var tells))
        {
            _tells[rule] = tells = Sensitivity.Tells(rule, rulebook.Vocabulary);
        }

        return !tells;
    }

    private Question? Safe(Question question) => _safe.Of([question.Reason]) is [var reason] ? question with { Reason = reason } : null;
}
