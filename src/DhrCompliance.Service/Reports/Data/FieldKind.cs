namespace DhrCompliance.Service.Reports.Data;

/// <summary>What the values of a field are.</summary>
public enum FieldKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A day or an interval, as <c>2026-03-31</c> or <c>2013-07-01/2013-07-31</c>.</summary>
    Date,

    /// <summary>The word of a state.</summary>
    State,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>Any number of texts.</summary>
    Texts,
}
