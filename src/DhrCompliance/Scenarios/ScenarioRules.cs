using DhrCompliance.Assessments;
using DhrCompliance.Escalations;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Scenarios;

/// <summary>The rules as they hold for scenarios of one pack and edition: that edition governs, whatever the dates of the case say.</summary>
internal sealed class ScenarioRules
{
    private ScenarioRules(Rulebook rulebook)
    {
        Compiled = CompiledRulebook.Compile(rulebook);
        Planner = new NoticePlanner(rulebook);
    }

    public CompiledRulebook Compiled { get; }

    public NoticePlanner Planner { get; }

    public Rulebook Rulebook => Compiled.Rulebook;

    public static ScenarioRules Of(Rulebook rulebook, string packId, string? edition)
    {
        var series = rulebook.Packs.FirstOrDefault(pack => pack.Id == edition)?.Series;
        return new ScenarioRules(rulebook with
        {
            Packs = [.. rulebook.Packs.Select(pack =>
                pack.Id == edition || pack.Id == packId ? Governing(pack, pack.Id == edition)
                : series is not null && pack.Series == series ? pack with { Status = PackStatus.Withdrawn }
                : pack)],
        });
    }

    /// <summary>A draft as if it were in force; an edition as if it had been from ever. A local pack still governs those who adopted it alone.</summary>
    private static Pack Governing(Pack pack, bool isEdition) => pack with
    {
        Status = PackStatus.InForce,
        Governs = isEdition && pack.Governs is { } governs ? governs with { By = [], From = null } : pack.Governs,
    };
}
