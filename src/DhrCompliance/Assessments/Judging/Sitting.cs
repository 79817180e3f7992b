using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DhrCompliance.Assessments.Binding;
using DhrCompliance.Assessments.Compiling;
using DhrCompliance.Assessments.Workplans;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Judging;

/// <summary>One assessment while it is made: the case, the day, and what has been gathered so far.</summary>
internal sealed class Sitting
{
    private readonly Scratch _scratch = Scratch.Take();
    private readonly List<Reason> _reasons;

    public Sitting(CompiledRulebook rulebook, BoundCase file, DateOnly asOf)
    {
        _reasons = _scratch.Reasons;
        Rulebook = rulebook;
        File = file;
        AsOf = asOf;
        Calendar = file.Calendar;
        Next = new NextChange(asOf);
        IsLive = Liveness.IsLive(rulebook.Slots, file, asOf);
    }

    public CompiledRulebook Rulebook { get; }

    public BoundCase File { get; }

    public DateOnly AsOf { get; }

    public HolidayCalendar Calendar { get; }

    public NextChange Next { get; }

    public bool IsLive { get; }

    /// <summary>No register of the case was kept on the day: absence is no evidence of anything.</summary>
    public bool IsHistoric => File.File.KeptSince is not { } kept || kept > AsOf;

    /// <summary>Whether the pack whose rules are judged governs at all.</summary>
    public Answer PackGoverns { get; private set; } = Answer.Yes;

    /// <summary>The event whose date decides that; null: nothing is to be decided.</summary>
    public string? PackDecidedBy { get; private set; }

    /// <summary>Whether the file is a partnership's own.</summary>
    public bool IsOfPartnership => File.File.Kind == SubjectKind.Partnership;

    public List<RuleFailure>? Failures { get; private set; }

    public List<string> Missing => _scratch.Missing;

    public List<TimescaleResult> Timescales => _scratch.Timescales;

    /// <summary>The instances of the rule that is judged.</summary>
    public List<Instance> Instances => _scratch.Instances;

    public Scope Today => Scope.On(File, AsOf);

    public Assessment Assess()
    {
        var criteria = ImmutableArray.CreateBuilder<CriterionResult>();
        var checks = _scratch.Checks;
        var standings = _scratch.Standings;
        EditionChoice.AddGoverning(this, standings);
        foreach (var standing in standings)
        {
            PackGoverns = standing.Governs;
            PackDecidedBy = standing.DecidedBy;
            foreach (var rule in standing.Pack.Criteria)
            {
                if (IsAbout(rule.Rule))
                {
                    JudgeCriterion(standing, rule, criteria);
                }
            }

            foreach (var rule in standing.Pack.Checks)
            {
                if (IsAbout(rule.Rule))
                {
                    JudgeCheck(standing, rule, checks);
                }
            }
        }

        JudgeTimescales(standings);
        Next.ConsiderEvents(File);
        var timescales = Take(Timescales);
        var checked_ = Take(checks);
        var met = criteria.DrainToImmutable();
        var assessment = new Assessment
        {
            Reference = File.File.Reference,
            AsOf = AsOf,
            Live = IsLive,
            Editions = IsOfPartnership ? [] : EditionChoice.Editions(standings),
            Criteria = met,
            Timescales = timescales,
            Checks = checked_,
            Milestones = Milestones.Of(this),
            ReopenedOn = Liveness.ReopenedOn(Rulebook.Slots, File, AsOf),
            Questions = QuestionFinder.Find(this, met, timescales, checked_),
            Failures = Failures is null ? [] : [.. Failures],
            NextChangeOn = Next.Day,
        };
        _scratch.GiveBack();
        return assessment;
    }

    /// <summary>The rules that have an instance for each of something, with whether they apply to the case as it stands, and the packs they are of.</summary>
    public (ImmutableArray<string> Packs, ImmutableArray<Outlook> Rules) LookOut()
    {
        var standings = _scratch.Standings;
        EditionChoice.AddGoverning(this, standings);
        var rules = ImmutableArray.CreateBuilder<Outlook>();
        foreach (var standing in standings)
        {
            PackGoverns = standing.Governs;
            PackDecidedBy = standing.DecidedBy;
            foreach (var frame in standing.Pack.Timescales.Select(rule => rule.Frame).Concat(standing.Pack.Checks.Select(rule => rule.Frame)))
            {
                if (!frame.IsOnce && IsAbout(frame.Rule))
                {
                    // A condition on an item has no answer before there is one.
                    rules.Add(new Outlook(frame.Rule, frame.EachItem >= 0 ? Answer.CannotTell : Applicability.Of(this, frame, Judging.Instances.Once)));
                }
            }
        }

        ImmutableArray<string> packs = [.. standings.Select(standing => standing.Pack.Pack.Id)];
        _scratch.GiveBack();
        return (packs, rules.DrainToImmutable());
    }

    /// <summary>
    /// For a partnership's own rule: whether the pack governs an instance by its own date. False: it does not, and there is no row.
    /// </summary>
    public bool Governs(Standing standing, in Instance instance, in Start? start)
    {
        if (!IsOfPartnership)
        {
            return true;
        }

        PackGoverns = PartnershipPacks.Governs(standing, PartnershipPacks.DateOf(this, instance, start));
        return PackGoverns != Answer.No;
    }

    public void Because(in Reason reason) => _reasons.Add(reason);

    public List<Reason> Reasons => _reasons;

    public int Mark() => _reasons.Count;

    public void Forget(int mark) => _reasons.RemoveRange(mark, _reasons.Count - mark);

    public ImmutableArray<Reason> TakeReasons()
    {
        if (_reasons.Count == 0)
        {
            return [];
        }

        var reasons = Take(_reasons);
        _reasons.Clear();
        return reasons;
    }

    public ImmutableArray<string> TakeMissing()
    {
        if (Missing.Count == 0)
        {
            return [];
        }

        var missing = Take(Missing);
        Missing.Clear();
        return missing;
    }

    public void Miss(string word)
    {
        if (!Missing.Contains(word))
        {
            Missing.Add(word);
        }
    }

    /// <summary>Whether a pack's rules are judged here.</summary>
    public bool Stands(string pack)
    {
        foreach (var standing in _scratch.Standings)
        {
            if (standing.Pack.Pack.Id == pack)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsAbout(Rule rule) => rule.Subject == File.File.Kind;

    private static ImmutableArray<T> Take<T>(List<T> list) => list.Count == 0 ? [] : ImmutableCollectionsMarshal.AsImmutableArray(list.ToArray());

    private void JudgeCriterion(Standing standing, CompiledCriterion rule, ImmutableArray<CriterionResult>.Builder criteria)
    {
        try
        {
            CriterionJudge.Judge(this, standing, rule, criteria);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            Fail(rule.Rule.FullName, error);
        }
    }

    /// <summary>What rests on another rule's lateness after it, and every row in the rulebook's order all the same.</summary>
    private void JudgeTimescales(List<Standing> standings)
    {
        for (var rank = 0; rank <= Rulebook.Ranks; rank++)
        {
            foreach (var standing in standings)
            {
                PackGoverns = standing.Governs;
                PackDecidedBy = standing.DecidedBy;
                foreach (var rule in standing.Pack.Timescales)
                {
                    if (rule.Rank == rank && IsAbout(rule.Rule))
                    {
                        JudgeTimescale(standing, rule);
                    }
                }
            }
        }

        if (Rulebook.Ranks > 0)
        {
            var order = standings.SelectMany(standing => standing.Pack.Timescales).Select((rule, place) => (rule.Rule.FullName, place))
                .ToDictionary(rule => rule.FullName, rule => rule.place, StringComparer.Ordinal);
            var rows = Timescales.OrderBy(row => order[row.Rule.FullName]).ToList();
            Timescales.Clear();
            Timescales.AddRange(rows);
        }
    }

    private void JudgeTimescale(Standing standing, CompiledTimescale rule)
    {
        var count = Timescales.Count;
        try
        {
            TimescaleJudge.Judge(this, standing, rule);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            Timescales.RemoveRange(count, Timescales.Count - count);
            Fail(rule.Rule.FullName, error);
        }
    }

    private void JudgeCheck(Standing standing, CompiledCheck rule, List<CheckResult> checks)
    {
        var count = checks.Count;
        try
        {
            CheckJudge.Judge(this, standing, rule, checks);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            checks.RemoveRange(count, checks.Count - count);
            Fail(rule.Rule.FullName, error);
        }
    }

    /// <summary>A rule that cannot be assessed is reported, and the others go on.</summary>
    private void Fail(string rule, Exception error)
    {
        _reasons.Clear();
        Missing.Clear();
        (Failures ??= []).Add(new RuleFailure(rule, error.Message));
    }
}
