namespace DhrCompliance.Service.Reports.Pages.Audits;

/// <summary>What matters most of an audit, in a sentence or two. Says of nothing that there is none of it where it was not asked for.</summary>
internal static class AuditHeadline
{
    public static string Of(AuditTally tally, AuditAsked asked)
    {
        if (tally.Reviews + tally.Partnerships == 0)
        {
            return tally.Historic == 0 ? "There is no case in what was asked for." : "There is no live case in what was asked for, only closed reviews and loaded history.";
        }

        if (asked.State is { } state)
        {
            return $"Of {Subjects(tally)}, {Counted(tally.CasesWithRows, "has", "have")} something in the state “{AskedWords.Plain(state)}”: {Things(tally.Rows)}.";
        }

        return $"{Wrong(tally)} {Waiting(tally)}";
    }

    private static string Wrong(AuditTally tally) => tally.WrongCases == 0
        ? $"None of {Subjects(tally)} has anything overdue or out of order."
        : $"Of {Subjects(tally)}, {Counted(tally.WrongCases, "has", "have")} something overdue or out of order: "
            + string.Join(" and ", new[]
            {
                tally.Overdue == 0 ? null : $"{Duties(tally.Overdue)} overdue",
                tally.Fails == 0 ? null : $"{Counted(tally.Fails, "check fails", "checks fail")}",
            }.OfType<string>()) + ".";

    private static string Waiting(AuditTally tally)
    {
        var unclear = tally.CannotTell == 0 ? "Nothing waits for an answer"
            : $"{Things(tally.CannotTell)} cannot be told and {(tally.CannotTell == 1 ? "waits" : "wait")} for an answer{(tally.CannotTell == 1 ? "" : tally.UnclearCases == 1 ? ", all in one case" : $", in {EventWords.Number(tally.UnclearCases)} cases")}";
        var soon = tally.DueSoon == 0 ? "nothing is due soon" : $"{Counted(tally.DueSoon, "thing is", "things are")} due soon";
        return $"{Board.PlainText.Capital(unclear)}; {soon}.";
    }

    private static string Subjects(AuditTally tally) => string.Join(" and ", new[]
    {
        tally.Reviews == 0 ? null : Counted(tally.Reviews, "live review", "live reviews"),
        tally.Partnerships == 0 ? null : Counted(tally.Partnerships, "partnership", "partnerships"),
    }.OfType<string>());

    private static string Duties(int count) => Counted(count, "duty is", "duties are");

    private static string Things(int count) => Counted(count, "thing", "things");

    private static string Counted(int count, string one, string more) => count == 1 ? $"one {one}" : $"{EventWords.Number(count)} {more}";
}
