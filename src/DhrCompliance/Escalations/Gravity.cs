using DhrCompliance.Rulebooks;

namespace DhrCompliance.Escalations;

/// <summary>How serious a notice is. The most serious comes first: by what it tells, then by what makes its rule binding, then by how the rule follows from its source, then by how long it has been so.</summary>
/// <param name="Kind">What is told.</param>
/// <param name="Force">What makes the rule binding.</param>
/// <param name="Basis">How the rule follows from its source.</param>
/// <param name="Days">For how many days it has been so: late, asked for, or not as it should be; for a reminder, minus the days that are left.</param>
public readonly record struct Gravity(NoticeKind Kind, Force Force, Basis Basis, int Days) : IComparable<Gravity>
{
    /// <summary>The most serious notice first; of two that are as serious, that whose subject, and then whose rule, comes first by name.</summary>
    /// <param name="asOf">The day on which they are told.</param>
    public static IComparer<Notice> GravestFirst(DateOnly asOf) => Comparer<Notice>.Create((one, other) =>
    {
        var order = Of(one, asOf).CompareTo(Of(other, asOf));
        return order != 0 ? order : string.CompareOrdinal(one.Key.ToString(), other.Key.ToString());
    });

    /// <summary>How serious a notice is on the day on which it is told.</summary>
    public static Gravity Of(Notice notice, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return new Gravity(notice.Kind, notice.Rule.Force, notice.Rule.Basis, DaysOf(notice, asOf));
    }

    /// <summary>Good practice makes no mail by itself.</summary>
    public bool MakesMail => Force != Force.GoodPractice;

    /// <summary>Below zero: this one is the more serious.</summary>
    public int CompareTo(Gravity other) =>
        Rank(Kind) != Rank(other.Kind) ? Rank(Kind).CompareTo(Rank(other.Kind))
        : Force != other.Force ? Force.CompareTo(other.Force)
        : Basis != other.Basis ? Basis.CompareTo(other.Basis)
        : other.Days.CompareTo(Days);

    /// <summary>Whether the one is more serious than the other.</summary>
    public static bool operator <(Gravity one, Gravity other) => one.CompareTo(other) < 0;

    /// <summary>Whether the one is less serious than the other.</summary>
    public static bool operator >(Gravity one, Gravity other) => one.CompareTo(other) > 0;

    /// <summary>Whether the one is at least as serious as the other.</summary>
    public static bool operator <=(Gravity one, Gravity other) => one.CompareTo(other) <= 0;

    /// <summary>Whether the one is at most as serious as the other.</summary>
    public static bool operator >=(Gravity one, Gravity other) => one.CompareTo(other) >= 0;

    private static int Rank(NoticeKind kind) => kind switch
    {
        NoticeKind.Overdue => 0,
        NoticeKind.CheckFails => 1,
        NoticeKind.Outstanding => 2,
        NoticeKind.Reminder => 3,
        NoticeKind.Question => 4,
        _ => 5,
    };

    private static int DaysOf(Notice notice, DateOnly asOf) => notice.Kind switch
    {
        NoticeKind.Reminder => notice.Timescale?.Due is { HasEarliest: true } due ? asOf.DayNumber - due.Earliest.DayNumber : int.MinValue,
        NoticeKind.Overdue => notice.Timescale?.DaysLateAtLeast ?? 0,
        NoticeKind.Outstanding or NoticeKind.CheckFails => notice.Began is { } began ? asOf.DayNumber - began.DayNumber : 0,
        _ => 0,
    };
}
