using System.Collections.Immutable;
using DhrCompliance.Assessments.Binding;

namespace DhrCompliance.Assessments.Judging;

/// <summary>What to ask: missing dates and facts ranked by how many rows each would settle, then what contradicts itself.</summary>
internal static class QuestionFinder
{
    public static ImmutableArray<Question> Find(
        Sitting sitting, ImmutableArray<CriterionResult> criteria, ImmutableArray<TimescaleResult> timescales, ImmutableArray<CheckResult> checks)
    {
        var questions = new List<Question>();
        AddContradictions(sitting, questions, timescales);
        AddMissing(sitting, questions, criteria, timescales, checks);
        return questions.Count == 0 ? [] : [.. questions];
    }

    private static void AddMissing(
        Sitting sitting, List<Question> questions, ImmutableArray<CriterionResult> criteria, ImmutableArray<TimescaleResult> timescales, ImmutableArray<CheckResult> checks)
    {
        Dictionary<string, int>? settles = null;
        foreach (var row in criteria)
        {
            Count(row.Missing, ref settles);
        }

        foreach (var row in timescales)
        {
            Count(row.Missing, ref settles);
        }

        foreach (var row in checks)
        {
            Count(row.Missing, ref settles);
        }

        if (settles is null)
        {
            return;
        }

        foreach (var (word, count) in settles.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal))
        {
            questions.Add(new Question(word, Ask(sitting, word), count));
        }
    }

    private static Reason Ask(Sitting sitting, string word)
    {
        if (sitting.Rulebook.Slots.FindEvent(word) is not { } kind)
        {
            var parts = word.Split(':', 2);
            return new Reason(ReasonTemplate.AskFact, parts[0], parts.Length > 1 ? parts[1] : null);
        }

        var (implied, known) = ((BoundEvent?)null, (BoundEvent?)null);
        foreach (var happened in sitting.File.Of(kind))
        {
            // Of an event that is known to the day, something else is missing than its day.
            if (happened.Recorded is not null && happened.On(sitting.AsOf).IsDay)
            {
                known ??= happened;
                continue;
            }

            if (happened.Recorded is not null)
            {
                return new Reason(ReasonTemplate.AskDate, word, null, happened.On(sitting.AsOf));
            }

            implied = implied is null || happened.On(sitting.AsOf).Latest < implied.On(sitting.AsOf).Latest ? happened : implied;
        }

        if (implied is not null)
        {
            return new Reason(ReasonTemplate.AskDate, word, null, implied.On(sitting.AsOf));
        }

        if (known is not null)
        {
            return new Reason(ReasonTemplate.AskDetail, word, null, known.On(sitting.AsOf));
        }

        foreach (var suggestion in kind.SuggestedBy)
        {
            foreach (var by in suggestion.By)
            {
                if (sitting.File.Of(by.Kind) is [var sign, ..])
                {
                    return new Reason(ReasonTemplate.AskWhether, word, by.Kind.Name, default, sign.On(sitting.AsOf));
                }
            }
        }

        return new Reason(ReasonTemplate.AskWhether, word);
    }

    private static void AddContradictions(Sitting sitting, List<Question> questions, ImmutableArray<TimescaleResult> timescales)
    {
        foreach (var (later, earlier) in sitting.File.Contradictions)
        {
            if (later.Earliest <= sitting.AsOf && earlier.Earliest <= sitting.AsOf)
            {
                questions.Add(new Question(later.Kind.Name, new Reason(ReasonTemplate.AskOrder, later.Kind.Name, earlier.Kind.Name, later.On(sitting.AsOf), earlier.On(sitting.AsOf)), 0));
            }
        }

        foreach (var happened in sitting.File.Odd)
        {
            Oddities.Add(sitting, happened, sitting.File.Events[happened.Kind.Slot], questions);
        }

        foreach (var row in timescales)
        {
            foreach (var reason in row.Because)
            {
                if (reason.Template == ReasonTemplate.MetBeforeStart)
                {
                    questions.Add(new Question(reason.Word!, new Reason(ReasonTemplate.AskMetBeforeStart, reason.Word, row.Rule.FullName, reason.First, reason.Second), 0));
                }
            }
        }
    }

    private static void Count(ImmutableArray<string> missing, ref Dictionary<string, int>? settles)
    {
        if (missing.IsEmpty)
        {
            return;
        }

        settles ??= new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in missing)
        {
            settles[word] = settles.GetValueOrDefault(word) + 1;
        }
    }
}
