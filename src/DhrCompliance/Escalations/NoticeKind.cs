namespace DhrCompliance.Escalations;

/// <summary>Why a notice is sent.</summary>
public enum NoticeKind
{
    /// <summary>A step before the due date.</summary>
    Reminder,

    /// <summary>A step after the due date.</summary>
    Overdue,

    /// <summary>An outstanding duty is asked for.</summary>
    Outstanding,

    /// <summary>A check fails.</summary>
    CheckFails,

    /// <summary>What is missing is asked for.</summary>
    Question,

    /// <summary>What was told no longer stands.</summary>
    NoLongerStands,
}
