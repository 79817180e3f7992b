using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Scenarios;

/// <summary>A scenario's case as the register has it on a day.</summary>
internal static class ScenarioCases
{
    private const string Reference = "SCENARIO";

    /// <summary>What happens after the day is not in the register yet, unless it is planned, or said to have been recorded.</summary>
    public static CaseFile On(DateOnly day, Scenario scenario, Rulebook rulebook)
    {
        var plannable = rulebook.Vocabulary.Events.Where(kind => kind.Plannable).Select(kind => kind.Name).ToHashSet(StringComparer.Ordinal);
        return new CaseFile
        {
            Reference = Reference,
            Kind = scenario.Subject,
            Partnership = Reference,
            Jurisdiction = Jurisdiction(scenario, rulebook),
            KeptSince = scenario.IsHistoric ? null : scenario.KeptSince ?? BeforeAll(scenario),
            Facts = scenario.Facts,
            Items = [.. scenario.Items.Select(item => new CaseItem { Id = item.Id, Kind = item.Kind, Facts = item.Facts })],
            Events =
            [
                .. scenario.Events
                    .Where(happens => happens.RecordedOn is { } recorded ? recorded <= day : happens.Date.Earliest <= day || plannable.Contains(happens.Event))
                    .Select(happens => new CaseEvent
                    {
                        Id = happens.Id, Event = happens.Event, Item = happens.Item, Date = happens.Date, Attributes = happens.Attributes, RecordedOn = happens.RecordedOn,
                    }),
            ],
            Adopted = rulebook.Packs.First(pack => pack.Id == scenario.Pack).Governs is { Adopted: true }
                ? [new Adoption(scenario.Pack, DateOnly.MinValue, null)]
                : [],
        };
    }

    private static string Jurisdiction(Scenario scenario, Rulebook rulebook) =>
        scenario.Jurisdiction
        ?? new[] { scenario.Edition, scenario.Pack }
            .Select(id => rulebook.Packs.FirstOrDefault(pack => pack.Id == id)?.Governs?.Jurisdiction.FirstOrDefault())
            .FirstOrDefault(found => found is not null)
        ?? rulebook.Calendars.Keys.Order(StringComparer.Ordinal).FirstOrDefault()
        ?? "";

    /// <summary>
    /// A review's is kept from ever, so that what is not there has not happened. A partnership's is kept from the day before anything
    /// happens or is looked at, since its periods count from there.
    /// </summary>
    private static DateOnly BeforeAll(Scenario scenario)
    {
        var first = scenario.Events.Select(happens => happens.Date.Earliest).Concat(scenario.Steps.Select(step => step.Day)).Min();
        return scenario.Subject == SubjectKind.Partnership && first > DateOnly.MinValue ? first.AddDays(-1) : DateOnly.MinValue;
    }
}
