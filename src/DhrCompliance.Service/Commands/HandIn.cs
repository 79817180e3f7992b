using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Commands.Forms;
using DhrCompliance.Service.Intake;
using DhrCompliance.Service.Intake.Forms;
using DhrCompliance.Service.Intake.Planning;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Settings;

namespace DhrCompliance.Service.Commands;

/// <summary>
/// Takes what was handed in into a register: tables, then answers, then acknowledgements and releases, each judged beside what stands there when it is
/// written. Whoever hands in opens the act, and makes it last or lets go of it.
/// </summary>
internal sealed class HandIn(ServiceSettings settings, Rulebook rulebook, DateOnly today, string host)
{
    private readonly KnownWords _words = KnownWords.Of(rulebook);
    private readonly Lazy<CompiledRulebook> _compiled = new(() => CompiledRulebook.Compile(rulebook));

    public KnownWords Words => _words;

    /// <summary>What would be done; nothing is written.</summary>
    /// <param name="incoming">What was handed in.</param>
    /// <param name="ledger">The register; null: there is none yet.</param>
    /// <param name="days">How days are written; null: ISO and nothing else.</param>
    public HandInOutcome Rehearse(IncomingRegister incoming, LedgerDatabase? ledger, DayFormat? days = null) => Do(incoming, ledger, null, true, days);

    /// <summary>Does it, within an act: nobody else writes between the judging and the writing.</summary>
    /// <param name="incoming">What was handed in.</param>
    /// <param name="ledger">The register.</param>
    /// <param name="writer">The act that is open in it.</param>
    /// <param name="isPartial">True: what is right is taken beside what is not.</param>
    /// <param name="days">How days are written; null: ISO and nothing else.</param>
    public HandInOutcome Take(IncomingRegister incoming, LedgerDatabase ledger, LedgerWriter writer, bool isPartial, DayFormat? days = null) =>
        Do(incoming, ledger, writer, isPartial, days);

    private HandInOutcome Do(IncomingRegister incoming, LedgerDatabase? ledger, LedgerWriter? writer, bool isPartial, DayFormat? days)
    {
        var plan = LedgerPlan.Of(incoming, ledger, _words, today, days);
        var outcome = Written(plan, writer, isPartial);
        var (mistakes, done) = (new List<Mistake>(outcome.Refused), new FormResult());
        var (made, remarks) = (outcome.Made, plan.Remarks);
        var unchanged = plan.Unchanged;
        if (incoming.Forms.Any(form => form.Name is FormName.Questions))
        {
            var answers = Answers.Of(incoming.Forms, ledger?.Rows() ?? new RegisterRows(), _words, days ?? DayFormat.Iso);
            var answered = LedgerPlan.Of(answers.Incoming, ledger, _words, today, days);
            var taken = Written(answered, writer, isPartial);
            mistakes.AddRange(answers.Mistakes.Concat(answers.InPlace(taken.Refused)));
            (made, remarks) = ([.. made, .. taken.Made], [.. remarks, .. answers.Remarks, .. answered.Remarks]);
            unchanged += answers.Unchanged + answered.Unchanged;
        }

        if (ledger is not null)
        {
            Decisions(incoming, ledger, writer, days ?? DayFormat.Iso, done, mistakes);
        }

        return new HandInOutcome
        {
            Made = made,
            Done = [.. done.Done],
            Mistakes = [.. mistakes],
            Unchanged = unchanged + done.Unchanged,
            Remarks = remarks,
            Ignored = incoming.Ignored,
            IsToCommit = (made.Length > 0 || done.Done.Count > 0) && (mistakes.Count == 0 || isPartial),
        };
    }

    private void Decisions(IncomingRegister incoming, LedgerDatabase ledger, LedgerWriter? writer, DayFormat days, FormResult done, List<Mistake> mistakes)
    {
        foreach (var form in incoming.Forms.Where(form => form.Name is FormName.Acknowledge && HasAny(form)))
        {
            new Acknowledgements(ledger, _compiled.Value, today, host).Take(form, days, writer, done, mistakes);
        }

        foreach (var form in incoming.Forms.Where(form => form.Name is FormName.Release && HasAny(form)))
        {
            new Releases(ledger, new Releasing(ledger, _compiled.Value, settings.From, PostTerms.Of(settings.Post), today), host).Take(form, writer, done, mistakes);
        }
    }

    private static bool HasAny(Form form) => FormSheets.Filled(form, []).Any();

    private static ImportOutcome Written(ImportPlan plan, LedgerWriter? writer, bool isPartial) => writer is not null
        ? plan.Apply(writer, isPartial)
        : new ImportOutcome { Made = [.. plan.Changes], Refused = plan.Mistakes, Unchanged = plan.Unchanged, IsToCommit = false };
}

/// <summary>What came of something that was handed in.</summary>
internal sealed record HandInOutcome
{
    /// <summary>The differences to the tables.</summary>
    public required ImmutableArray<Change> Made { get; init; }

    /// <summary>What else was done, a line each.</summary>
    public required ImmutableArray<string> Done { get; init; }

    /// <summary>What was refused, and why.</summary>
    public required ImmutableArray<Mistake> Mistakes { get; init; }

    /// <summary>Rows that change nothing.</summary>
    public required int Unchanged { get; init; }

    /// <summary>What changes nothing but should be known.</summary>
    public required ImmutableArray<string> Remarks { get; init; }

    /// <summary>What was not read.</summary>
    public required ImmutableArray<string> Ignored { get; init; }

    /// <summary>Whether the act is to be made last.</summary>
    public required bool IsToCommit { get; init; }

    /// <summary>How much of what, for a person: "3 new, 1 corrected; 12 unchanged".</summary>
    public string Summary()
    {
        string[] kinds =
        [
            .. Made.GroupBy(change => change.Kind).Select(kind => $"{kind.Count()} {DhrCompliance.Assessments.Words.Of(kind.Key)}"),
            .. Done.Length > 0 ? [$"{Done.Length} acknowledged or released"] : Array.Empty<string>(),
        ];
        return $"{(kinds.Length == 0 ? "nothing new" : string.Join(", ", kinds))}; {Unchanged} unchanged";
    }
}
