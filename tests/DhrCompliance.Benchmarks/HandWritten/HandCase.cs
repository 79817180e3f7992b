namespace DhrCompliance.Benchmarks.HandWritten;

/// <summary>A review as a programmer would model it for these rules alone. A day that is not recorded is <see cref="Never"/>; lists are in order of date.</summary>
public sealed class HandCase
{
    public static readonly DateOnly Never = DateOnly.MaxValue;

    public DateOnly KeptSince { get; init; }

    public DateOnly ProtocolFrom { get; init; }

    public DateOnly ProtocolUntil { get; init; }

    public DateOnly Death { get; init; }

    /// <summary>The day that decides which edition governs.</summary>
    public DateOnly Told { get; init; }

    public DateOnly Notified { get; init; }

    public DateOnly ChairNotified { get; init; }

    public DateOnly Decided { get; init; }

    public string DecisionId { get; init; } = "";

    public bool IsReview { get; init; }

    public DateOnly ActionPlanAgreed { get; init; }

    public DateOnly Published { get; init; }

    public DateOnly Withheld { get; init; }

    public DateOnly Closed { get; init; }

    public DateOnly ChangesMade { get; init; }

    public required DateOnly[] HomeOfficeInformed { get; init; }

    public required DateOnly[] FamilyNotified { get; init; }

    public required DateOnly[] AdvocacyOffered { get; init; }

    public required DateOnly[] TermsShared { get; init; }

    public required DateOnly[] TermsAgreed { get; init; }

    public required DateOnly[] ReportCompleted { get; init; }

    public required DateOnly[] FamilyViewed { get; init; }

    public required DateOnly[] PanelSignedOff { get; init; }

    public required DateOnly[] SentToBoard { get; init; }

    public required DateOnly[] BoardSignedOff { get; init; }

    public required DateOnly[] Submitted { get; init; }

    public required DateOnly[] DateAgreedWithFamily { get; init; }

    public required DateOnly[] SentToCommissioner { get; init; }

    public required HandOutcome[] Outcomes { get; init; }

    public required HandPause[] Pauses { get; init; }

    public required HandAgreement[] Agreements { get; init; }

    public required HandStep[] NextSteps { get; init; }

    public required HandAction[] Actions { get; init; }

    public required HandPerson[] Deceased { get; init; }

    /// <summary>Of each contact in the family: declined, or cannot safely be asked.</summary>
    public required bool[] FamilyDeclined { get; init; }

    /// <summary>The days of all events, in order.</summary>
    public required DateOnly[] AllDays { get; init; }

    public bool FamilyDoesNotWish => Array.TrueForAll(FamilyDeclined, declined => declined);

    public bool IsSuicide => Array.Exists(Deceased, person => person.Suicide);

    public bool IsOfConcern => Array.Exists(Deceased, person => person is { Age: >= 16, Suicide: true, Concern: true });

    public bool IsRequired => Array.Exists(Deceased, person => person is { Age: >= 16, FromViolence: true } && (person.Linked || person.SameHousehold));
}

/// <summary>What the panel of the Home Office decided.</summary>
public enum HandVerdict
{
    Approved,
    ApprovedWithChanges,
    Resubmit,
}

/// <summary>An outcome of the panel, the day its letter came, and the date that the letter set.</summary>
public readonly record struct HandOutcome(string Id, DateOnly On, HandVerdict Verdict, DateOnly Letter, DateOnly RespondBy);

/// <summary>A pause; of a dispute, or of proceedings that stop a review.</summary>
public readonly record struct HandPause(DateOnly From, DateOnly Until, bool IsDispute);

/// <summary>Another date for the report, agreed by the board or its chair.</summary>
public readonly record struct HandAgreement(DateOnly On, DateOnly Until);

/// <summary>A dated next step.</summary>
public readonly record struct HandStep(DateOnly On, DateOnly By);

/// <summary>Someone who died.</summary>
public readonly record struct HandPerson(int Age, bool FromViolence, bool Linked, bool SameHousehold, bool Suicide, bool Concern);

/// <summary>An action of the plan.</summary>
public readonly record struct HandAction(string Id, DateOnly Due, DateOnly Completed, bool HasNamedLead);
