using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Texts;
using static DhrCompliance.Rulebooks.Reading.Forms.Key;
using static DhrCompliance.Rulebooks.Reading.Forms.Shape;

namespace DhrCompliance.Rulebooks.Reading.Forms;

/// <summary>What mails say: made from the list of texts that there are.</summary>
internal static class NoticeForms
{
    private static readonly ImmutableArray<(string Notice, Form Form)> Each =
    [
        .. NoticeTexts.All.GroupBy(id => id.Notice, StringComparer.Ordinal).Select(texts => (texts.Key, new Form(
            $"texts-of-{texts.Key}",
            Title(texts.Key),
            texts.Select(id => May(id.Key, id.IsCounted ? Either(Scalars.Line, Of(() => OneOrMany!)) : Scalars.Line, Says(id)))))),
    ];

    /// <summary>A text in which something is counted.</summary>
    public static Form OneOrMany { get; } = new(
        "one-or-many",
        "A text for one and for many",
        Needed("one", Scalars.Line, "How it is said of one. {count} may be left out."),
        Needed("many", Scalars.Line, "How it is said of any other number."));

    public static ImmutableArray<string> Kinds { get; } = [.. Each.Select(one => one.Notice)];

    public static Form Notices { get; } = new("notices-by-kind", "What mails say", Each.Select(one => May(one.Notice, Of(() => one.Form), one.Form.Title + ".")))
    {
        Bonds = [new NotEmpty()],
    };

    public static Form File { get; } = new(
        "notices",
        "What mails say",
        Needed("notices", Of(() => Notices), "The texts of mails, by kind, each kind in one file. What is not there is said as it comes with the program, with a warning; where there is no such file at all, without one."));

    public static Form OfKind(string notice) => Each.First(one => one.Notice == notice).Form;

    private static string Says(TextId id) =>
        $"{id.Says}{(id.Allowed.Any() ? $" Fields: {string.Join(", ", id.Allowed.Select(field => $"{{{field}}}"))}." : string.Empty)}{(id.Needs.IsEmpty ? string.Empty : $" {string.Join(" and ", id.Needs.Select(field => $"{{{field}}}"))} {(id.Needs.Length == 1 ? "stands in it once" : "stand in it, each once")}.")}";

    private static string Title(string kind) => kind switch
    {
        "common" => "What mails of all kinds share",
        "facts" => "What stands in the table of each thing that is told",
        "counts" => "How things are counted",
        "digest" => "What the mail of a day says around the things that it tells",
        "backlog" => "What the summary says of what was late already when it was first looked at",
        "week" => "What the mail of the week says",
        _ => $"What a mail says of the kind '{kind}'",
    };
}
