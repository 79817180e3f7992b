using System.Collections.Immutable;

namespace DhrCompliance.Assessments.Compiling;

/// <summary>Kleene's conjunction: the least of the answers.</summary>
internal sealed class AllTest(ImmutableArray<Test> parts) : Test
{
    public override Answer Answer(in Scope scope)
    {
        var answer = Assessments.Answer.Yes;
        foreach (var part in parts)
        {
            var one = part.Answer(scope);
            if (one == Assessments.Answer.No)
            {
                return one;
            }

            answer = one < answer ? one : answer;
        }

        return answer;
    }

    public override (Answer Least, Answer Most) Recorded(in Scope scope)
    {
        var (least, most) = (Assessments.Answer.Yes, Assessments.Answer.Yes);
        foreach (var part in parts)
        {
            var one = part.Recorded(scope);
            (least, most) = (one.Least < least ? one.Least : least, one.Most < most ? one.Most : most);
        }

        return (least, most);
    }

    public override void Missing(in Scope scope, List<string> missing) => Parts.Missing(parts, scope, missing);

    public override void Describe(in Scope scope, List<Reason> reasons) => Parts.Describe(parts, scope, reasons);
}

/// <summary>Kleene's disjunction: the greatest of the answers.</summary>
internal sealed class AnyTest(ImmutableArray<Test> parts) : Test
{
    public override Answer Answer(in Scope scope)
    {
        var answer = Assessments.Answer.No;
        foreach (var part in parts)
        {
            var one = part.Answer(scope);
            if (one == Assessments.Answer.Yes)
            {
                return one;
            }

            answer = one > answer ? one : answer;
        }

        return answer;
    }

    public override (Answer Least, Answer Most) Recorded(in Scope scope)
    {
        var (least, most) = (Assessments.Answer.No, Assessments.Answer.No);
        foreach (var part in parts)
        {
            var one = part.Recorded(scope);
            (least, most) = (one.Least > least ? one.Least : least, one.Most > most ? one.Most : most);
        }

        return (least, most);
    }

    public override void Missing(in Scope scope, List<string> missing) => Parts.Missing(parts, scope, missing);

    public override void Describe(in Scope scope, List<Reason> reasons) => Parts.Describe(parts, scope, reasons);
}

/// <summary>Kleene's negation.</summary>
internal sealed class NotTest(Test inner) : Test
{
    public override Answer Answer(in Scope scope) => (Answer)(2 - (int)inner.Answer(scope));

    public override (Answer Least, Answer Most) Recorded(in Scope scope)
    {
        var (least, most) = inner.Recorded(scope);
        return ((Answer)(2 - (int)most), (Answer)(2 - (int)least));
    }

    public override void Missing(in Scope scope, List<string> missing) => inner.Missing(scope, missing);

    public override void Describe(in Scope scope, List<Reason> reasons) => inner.Describe(scope, reasons);
}

/// <summary>A condition of the vocabulary: described by its title.</summary>
internal sealed class NamedTest(string title, Test inner) : Test
{
    public override Answer Answer(in Scope scope) => inner.Answer(scope);

    public override (Answer Least, Answer Most) Recorded(in Scope scope) => inner.Recorded(scope);

    public override void Missing(in Scope scope, List<string> missing) => inner.Missing(scope, missing);

    public override void Describe(in Scope scope, List<Reason> reasons) =>
        reasons.Add(new Reason(ReasonTemplate.FactIs, title, Words.Of(inner.Answer(scope))));
}

internal static class Parts
{
    public static void Missing(ImmutableArray<Test> parts, in Scope scope, List<string> missing)
    {
        foreach (var part in parts)
        {
            if (part.Answer(scope) == Answer.CannotTell)
            {
                part.Missing(scope, missing);
            }
        }
    }

    public static void Describe(ImmutableArray<Test> parts, in Scope scope, List<Reason> reasons)
    {
        foreach (var part in parts)
        {
            part.Describe(scope, reasons);
        }
    }
}
