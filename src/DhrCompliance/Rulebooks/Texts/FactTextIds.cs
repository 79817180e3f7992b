using System.Collections.Immutable;

namespace DhrCompliance.Rulebooks.Texts;

/// <summary>The texts of the table that stands with each thing that is told.</summary>
public static class FactTextIds
{
    /// <summary>A label.</summary>
    public static TextId ReferenceLabel { get; } = new("facts", "label-reference", "A label: the reference of the case, or the partnership.");

    /// <summary>A label.</summary>
    public static TextId WhatLabel { get; } = new("facts", "label-what", "A label: what is due.");

    /// <summary>A label.</summary>
    public static TextId DueLabel { get; } = new("facts", "label-due", "A label: the due date.");

    /// <summary>Its value, moved.</summary>
    public static TextId DueMoved { get; } = new("facts", "due-moved", "Its value, where it was moved; {due} is the date now.", "due", "first") { Needs = ["due"] };

    /// <summary>Its value, provisional.</summary>
    public static TextId DueProvisional { get; } = new("facts", "due-provisional", "Its value, where something may still move it; {due} may be the text above.", "due") { Needs = ["due"] };

    /// <summary>A label.</summary>
    public static TextId TargetLabel { get; } = new("facts", "label-target", "A label: the last working day before a due date that is none.");

    /// <summary>A label.</summary>
    public static TextId LateLabel { get; } = new("facts", "label-late", "A label: how long it has been overdue.");

    /// <summary>Its value, moved.</summary>
    public static TextId LateMoved { get; } = new("facts", "late-moved", "Its value, where the date was moved: {late} against the date now, {first} against the first one.", "late", "first") { Needs = ["late"] };

    /// <summary>A label.</summary>
    public static TextId AskedLabel { get; } = new("facts", "label-asked", "A label: since when something without a limit is asked for.");

    /// <summary>A label.</summary>
    public static TextId DoneLabel { get; } = new("facts", "label-done", "A label: when it was done.");

    /// <summary>A label.</summary>
    public static TextId SinceLabel { get; } = new("facts", "label-since", "A label: since when a check fails.");

    /// <summary>A label.</summary>
    public static TextId OwnerLabel { get; } = new("facts", "label-owner", "A label: whose duty it is.");

    /// <summary>A label.</summary>
    public static TextId SentAsLabel { get; } = new("facts", "label-sent-as", "A label: the roles in which the reader is told.");

    /// <summary>A label.</summary>
    public static TextId MeantForLabel { get; } = new("facts", "label-meant-for", "A label: the role in whose place the reader is told.");

    /// <summary>Nobody holds it.</summary>
    public static TextId MeantForVacant { get; } = new("facts", "meant-for-vacant", "Its value, where nobody holds the role.", "role") { Needs = ["role"] };

    /// <summary>No mail may go there.</summary>
    public static TextId MeantForNotAllowed { get; } = new("facts", "meant-for-not-allowed", "Its value, where no mail may go to the address of the role.", "role") { Needs = ["role"] };

    /// <summary>It could not be delivered.</summary>
    public static TextId MeantForUndelivered { get; } = new("facts", "meant-for-undelivered", "Its value, where a mail to the role could not be delivered.", "role") { Needs = ["role"] };

    /// <summary>A label.</summary>
    public static TextId AlsoToldLabel { get; } = new("facts", "label-also-told", "A label: the other roles that are told.");

    /// <summary>All of them, as they are listed to people.</summary>
    public static ImmutableArray<TextId> All { get; } =
    [
        ReferenceLabel, WhatLabel, DueLabel, DueMoved, DueProvisional, TargetLabel, LateLabel, LateMoved, AskedLabel, DoneLabel, SinceLabel,
        OwnerLabel, SentAsLabel, MeantForLabel, MeantForVacant, MeantForNotAllowed, MeantForUndelivered, AlsoToldLabel,
    ];
}
