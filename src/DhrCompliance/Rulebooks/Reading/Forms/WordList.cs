namespace DhrCompliance.Rulebooks.Reading.Forms;

/// <summary>The lists of words that rule files declare for one another.</summary>
internal enum WordList
{
    /// <summary>None: the word is the writer's own.</summary>
    None,

    /// <summary>Events.</summary>
    Events,

    /// <summary>Events, and dates that an event carries or an item has: <c>event</c>, <c>attribute</c> or <c>event.attribute</c>.</summary>
    Dates,

    /// <summary>Facts, each with what it may be compared with.</summary>
    FactTests,

    /// <summary>Facts, each with the values it takes.</summary>
    FactValues,

    /// <summary>Attributes of events, each with the values it takes.</summary>
    AttributeValues,

    /// <summary>Item kinds.</summary>
    Items,

    /// <summary>Roles.</summary>
    Roles,

    /// <summary>Named conditions.</summary>
    Conditions,

    /// <summary>Escalation paths.</summary>
    Paths,

    /// <summary>Steps of escalation paths.</summary>
    Steps,

    /// <summary>Packs.</summary>
    Packs,

    /// <summary>Documents that packs cite by name, and packs.</summary>
    Sources,

    /// <summary>Series that packs are editions of.</summary>
    Series,

    /// <summary>Rules, by short name and by <c>pack/id</c>.</summary>
    Rules,

    /// <summary>Reasons of pauses.</summary>
    PauseReasons,

    /// <summary>Stages of a review that a checklist is signed at.</summary>
    Stages,

    /// <summary>Who signs a checklist.</summary>
    Signers,

    /// <summary>Jurisdictions that calendars are for.</summary>
    Jurisdictions,
}
