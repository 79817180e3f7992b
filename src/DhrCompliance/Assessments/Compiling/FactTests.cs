using DhrCompliance.Assessments.Binding;
using DhrCompliance.Calendars;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Compiling;

/// <summary>A fact of the case, or of the item in scope, compared. An empty fact is always unknown.</summary>
internal sealed class FactComparison(FactType fact, int slot, FactTest test) : Test
{
    public override Answer Answer(in Scope scope)
    {
        var value = Value(scope);
        if (test.Comparison is Comparison.Known or Comparison.Missing)
        {
            return value.Text is not null == (test.Comparison == Comparison.Known) ? Assessments.Answer.Yes : Assessments.Answer.No;
        }

        return value.Text is null ? Assessments.Answer.CannotTell : Compare(value);
    }

    public override (Answer Least, Answer Most) Recorded(in Scope scope)
    {
        var answer = Answer(scope);
        return answer == Assessments.Answer.CannotTell && Value(scope).Text is not null ? (Assessments.Answer.No, Assessments.Answer.Yes) : (answer, answer);
    }

    public override void Missing(in Scope scope, List<string> missing)
    {
        var word = fact.Of is not null && scope.Item >= 0 ? $"{fact.Name}:{scope.File.Items[scope.Item].Id}" : fact.Name;
        if (!missing.Contains(word))
        {
            missing.Add(word);
        }
    }

    public override void Describe(in Scope scope, List<Reason> reasons)
    {
        // A sensitive fact's value stays out of reasons, which go into mail, pages and calendars.
        var value = Value(scope).Text;
        reasons.Add(value is null
            ? new Reason(ReasonTemplate.FactMissing, fact.Name)
            : new Reason(ReasonTemplate.FactIs, fact.Name, fact.Sensitive || fact.Type == ValueKind.Text ? "recorded" : value));
    }

    private BoundFact Value(in Scope scope) => fact.Of is null
        ? scope.File.Facts[slot]
        : scope.Item >= 0 ? scope.File.Items[scope.Item].Facts[slot] : default;

    private Answer Compare(BoundFact value) => test.Comparison switch
    {
        Comparison.OneOf when fact.Type == ValueKind.Choices => Of(value.Text!.Split(';', StringSplitOptions.TrimEntries).Any(one => test.Values.Contains(one))),
        Comparison.OneOf when fact.Type == ValueKind.Number => Of(test.Values.Any(one => decimal.TryParse(one, System.Globalization.CultureInfo.InvariantCulture, out var number) && number == value.Number)),
        Comparison.OneOf => Of(test.Values.Contains(value.Text!)),
        Comparison.AtLeast => Of(value.Number >= test.Number),
        Comparison.AtMost => Of(value.Number <= test.Number),
        Comparison.MoreThan => Of(value.Number > test.Number),
        Comparison.LessThan => Of(value.Number < test.Number),
        Comparison.Before => Before(value.Date, test.Date),
        Comparison.OnOrAfter => (Answer)(2 - (int)Before(value.Date, test.Date)),
        _ => throw new InvalidOperationException($"The comparison {test.Comparison} is not known."),
    };

    private static Answer Before(DateInterval value, DateInterval day) =>
        value.Latest < day.Earliest ? Assessments.Answer.Yes
        : value.Earliest >= day.Latest ? Assessments.Answer.No
        : Assessments.Answer.CannotTell;

    private static Answer Of(bool holds) => holds ? Assessments.Answer.Yes : Assessments.Answer.No;
}

/// <summary>
/// Items of a kind that satisfy a condition; those of a later round than the moment's are not there yet. Over none it cannot be told:
/// that none is recorded is no evidence that there is none.
/// </summary>
internal sealed class ItemsTest(Quantifier quantifier, string kindName, int kind, Test body, CompiledRound? round) : Test
{
    public override Answer Answer(in Scope scope)
    {
        var every = quantifier == Quantifier.Every;
        var answerOfNone = every ? Assessments.Answer.Yes : Assessments.Answer.No;
        var answer = answerOfNone;
        var none = true;
        for (var i = 0; i < scope.File.Items.Length; i++)
        {
            if (scope.File.Items[i].Kind != kind)
            {
                continue;
            }

            var within = scope.Within(i);
            var isThere = IsThere(within);
            if (isThere == Assessments.Answer.No)
            {
                continue;
            }

            none &= isThere != Assessments.Answer.Yes;
            var one = body.Answer(within);
            if (isThere == Assessments.Answer.CannotTell && one != answerOfNone)
            {
                one = Assessments.Answer.CannotTell;
            }

            answer = every ? (one < answer ? one : answer) : one > answer ? one : answer;
        }

        return none ? Assessments.Answer.CannotTell : answer;
    }

    public override (Answer Least, Answer Most) Recorded(in Scope scope)
    {
        var every = quantifier == Quantifier.Every;
        (Answer Least, Answer Most)? all = null;
        for (var i = 0; i < scope.File.Items.Length; i++)
        {
            if (scope.File.Items[i].Kind == kind)
            {
                var one = body.Recorded(scope.Within(i));
                all = all is not { } so ? one
                    : every ? (Lower(so.Least, one.Least), Lower(so.Most, one.Most))
                    : (Higher(so.Least, one.Least), Higher(so.Most, one.Most));
            }
        }

        return all ?? (Assessments.Answer.CannotTell, Assessments.Answer.CannotTell);
    }

    private static Answer Lower(Answer one, Answer other) => one < other ? one : other;

    private static Answer Higher(Answer one, Answer other) => one > other ? one : other;

    public override void Missing(in Scope scope, List<string> missing)
    {
        var none = true;
        for (var i = 0; i < scope.File.Items.Length; i++)
        {
            if (scope.File.Items[i].Kind == kind)
            {
                var within = scope.Within(i);
                var isThere = IsThere(within);
                if (isThere == Assessments.Answer.No)
                {
                    continue;
                }

                none = false;
                if (isThere == Assessments.Answer.CannotTell)
                {
                    MissRound(within, missing);
                }

                if (body.Answer(within) == Assessments.Answer.CannotTell)
                {
                    body.Missing(within, missing);
                }
            }
        }

        if (none && !missing.Contains(kindName))
        {
            missing.Add(kindName);
        }
    }

    public override void Describe(in Scope scope, List<Reason> reasons)
    {
        var found = false;
        for (var i = 0; i < scope.File.Items.Length; i++)
        {
            if (scope.File.Items[i].Kind == kind && IsThere(scope.Within(i)) != Assessments.Answer.No)
            {
                found = true;
                body.Describe(scope.Within(i), reasons);
            }
        }

        if (!found)
        {
            reasons.Add(new Reason(ReasonTemplate.FactMissing, kindName));
        }
    }

    private Answer IsThere(in Scope within) => round?.HasCome(within) ?? Assessments.Answer.Yes;

    private void MissRound(in Scope within, List<string> missing)
    {
        var word = round!.Of(within.File, within.Item) is null ? $"{round.Name}:{within.File.Items[within.Item].Id}" : round.Kind.Name;
        if (!missing.Contains(word))
        {
            missing.Add(word);
        }
    }
}
