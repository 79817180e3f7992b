using System.Globalization;

namespace DhrCompliance.Escalations;

/// <summary>What a notice is about: one step of one rule's path for one role. Never wording, file, order or position.</summary>
/// <param name="Subject">The case reference, or the partnership's id.</param>
/// <param name="Duty">The rule's id, without its pack where the pack is an edition of a series; otherwise pack/id.</param>
/// <param name="Instance"><c>once</c>, or the id of the event or item.</param>
/// <param name="Step">The step's id in the path, <see cref="CannotTell"/>, <see cref="NoLongerStands"/> or <see cref="Backlog"/>.</param>
/// <param name="Repeat">0 for the step itself, then 1, 2, ... for its repeats.</param>
/// <param name="Role">The role written to.</param>
/// <param name="Generation">Rises when the ground of the step no longer held and arose anew.</param>
public sealed record NoticeKey(string Subject, string Duty, string Instance, string Step, int Repeat, string Role, int Generation)
{
    /// <summary>In place of a step's id: what is missing is asked for.</summary>
    public const string CannotTell = "cannot-tell";

    /// <summary>In place of a step's id: what was told no longer stands.</summary>
    public const string NoLongerStands = "no-longer-stands";

    /// <summary>In place of a step's id: it was so already when it was first assessed, and is told in a summary.</summary>
    public const string Backlog = "backlog";

    /// <summary>In place of a duty and of a step: how a week stands. Planned by no path.</summary>
    public const string Weekly = "weekly";

    /// <summary>The key as one line of text, for the ledger and for commands. A bar or percent sign within a part is written <c>%7C</c>, <c>%25</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Escaped(Subject)}|{Escaped(Duty)}|{Escaped(Instance)}|{Escaped(Step)}|{Repeat}|{Escaped(Role)}|{Generation}");

    /// <summary>The key that <see cref="ToString"/> wrote. Throws <see cref="FormatException"/> on any other text.</summary>
    public static NoticeKey Parse(string text)
    {
        var parts = text.Split('|');
        if (parts.Length == 7
            && int.TryParse(parts[4], NumberStyles.None, CultureInfo.InvariantCulture, out var repeat)
            && int.TryParse(parts[6], NumberStyles.None, CultureInfo.InvariantCulture, out var generation))
        {
            return new NoticeKey(
                Plain(parts[0]), Plain(parts[1]), Plain(parts[2]), Plain(parts[3]), repeat, Plain(parts[5]), generation);
        }

        throw new FormatException($"'{text}' is not a notice's key: subject|duty|instance|step|repeat|role|generation is expected.");
    }

    private static string Escaped(string part) => part.AsSpan().IndexOfAny('|', '%') < 0
        ? part
        : part.Replace("%", "%25", StringComparison.Ordinal).Replace("|", "%7C", StringComparison.Ordinal);

    private static string Plain(string part) => part.Contains('%', StringComparison.Ordinal)
        ? part.Replace("%7C", "|", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal)
        : part;
}
