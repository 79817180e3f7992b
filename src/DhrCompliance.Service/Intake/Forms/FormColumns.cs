using System.Collections.Immutable;
using DhrCompliance.Service.Intake.Columns;

namespace DhrCompliance.Service.Intake.Forms;

/// <summary>The columns of the forms: those that say which row is meant and what it is, and those that are filled in.</summary>
internal static class FormColumns
{
    public const string Notice = "notice";
    public const string Delivery = "delivery";
    public const string Partnership = "partnership";
    public const string Review = "review";
    public const string What = "what";
    public const string Level = "level";
    public const string Role = "role";
    public const string To = "to";
    public const string ToldOn = "told-on";
    public const string HeldSince = "held-since";
    public const string HeldBackUntil = "held-back-until";
    public const string AtMost = "at-most";
    public const string By = "by";
    public const string Until = "until";
    public const string Why = "why";
    public const string Note = "note";
    public const string Item = "item";
    public const string Id = "id";
    public const string About = "about";
    public const string Asks = "asks";
    public const string Question = "question";
    public const string Settles = "settles";
    public const string Answer = "answer";
    public const string Source = "source";

    /// <summary>What <see cref="Asks"/> says where an event's own date is asked for.</summary>
    public const string Date = TableColumns.Date;

    /// <summary>What is for reading, and says which row is meant.</summary>
    public static ImmutableArray<string> Shown(FormName form) => form switch
    {
        FormName.Acknowledge => [Partnership, Review, What, Level, Role, ToldOn, AtMost, HeldBackUntil],
        FormName.Release => [Partnership, Review, What, To, HeldSince, Why],
        _ => [Partnership, Review, Item, Question, Settles],
    };

    /// <summary>What says which row is meant, for the program; a sheet without one of them is refused.</summary>
    public static ImmutableArray<string> Keys(FormName form) => form switch
    {
        FormName.Acknowledge => [Notice],
        FormName.Release => [Delivery],
        _ => [Review, Item, About, Id, Asks],
    };

    /// <summary>What is filled in, in the order in which it stands. A row of which nothing is filled in asks for nothing.</summary>
    public static ImmutableArray<string> FilledIn(FormName form) => form switch
    {
        FormName.Acknowledge => [By, Until, Why],
        FormName.Release => [By, Note],
        _ => [Answer, Source],
    };

    /// <summary>All of them, in the order in which they stand.</summary>
    public static ImmutableArray<string> All(FormName form) =>
        [.. Shown(form), .. FilledIn(form), .. Keys(form).Where(key => !Shown(form).Contains(key)), TableColumns.AsExported];
}
