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
            texts.Key == "common" ? "What mails of all kinds share" : $"What a mail says of the kind '{texts.Key}'",
            texts.Select(id => Needed(id.Key, Scalars.Line, Says(id)))))),
    ];

    public static ImmutableArray<string> Kinds { get; } = [.. Each.Select(one => one.Notice)];

    public static Form Notices { get; } = new("notices-by-kind", "What mails say", Each.Select(one => May(one.Notice, Of(() => one.Form), one.Form.Title + ".")))
    {
        Bonds = [new NotEmpty()],
    };

    public static Form File { get; } = new(
        "notices",
        "What mails say",
        Needed("notices", Of(() => Notices), "The texts of mails, by kind. All kinds are there, each in one file; or there is no such file, and the texts are those that come with the program."));

    public static Form OfKind(string notice) => Each.First(one => one.Notice == notice).Form;

    private static string Says(TextId id) => $"{id.Says} Fields: {string.Join(", ", id.Allowed.Select(field => $"{{{field}}}"))}.{(id.Needs is { } needed ? $" {{{needed}}} stands in it once." : string.Empty)}";
}
