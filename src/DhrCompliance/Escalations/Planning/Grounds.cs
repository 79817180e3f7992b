namespace DhrCompliance.Escalations.Planning;

/// <summary>Whether what was planned still stands on the ground it was planned on.</summary>
internal static class Grounds
{
    /// <summary>
    /// A ground that moved past the day on which the notice was planned is another ground, even where the state has
    /// the same name. Steps of the path are not looked at: editing a path withdraws nothing.
    /// </summary>
    public static bool Hold(SentNotice sent, DutyGroup? group)
    {
        if (sent.Key.Step == NoticeKey.NoLongerStands)
        {
            return true;
        }

        if (group is null || !group.IsComplete)
        {
            return false;
        }

        foreach (var row in group.Rows)
        {
            if (!Holds(sent, row))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Holds(SentNotice sent, DutyRow row)
    {
        var standing = row.Standing;
        return sent.Kind switch
        {
            NoticeKind.Question => standing.Part == Part.Question,
            NoticeKind.Reminder => standing.Part switch
            {
                Part.Before => standing.Reference is null || StepDay(sent, row) is not { } day || day <= sent.PlannedOn,
                Part.After or Part.Held or Part.Question => true,
                _ => false,
            },
            NoticeKind.Overdue when standing.Part == Part.Held => true,
            _ => standing.Part == Part.After
                && standing.Tells == sent.Kind
                && (standing.Reference is null || standing.Reference < sent.PlannedOn),
        };
    }

    /// <summary>The day of the reminder as the due date stands now; null where the path has no such step any more.</summary>
    private static DateOnly? StepDay(SentNotice sent, DutyRow row)
    {
        foreach (var step in row.Ladder.Path.Steps)
        {
            if (step.Id == sent.Key.Step)
            {
                return row.Standing.Reference!.Value.AddDays(step.OffsetDays);
            }
        }

        return null;
    }
}
