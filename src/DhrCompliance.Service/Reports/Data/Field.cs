using DhrCompliance.Service.Reports.Tables;

namespace DhrCompliance.Service.Reports.Data;

/// <summary>A column of a report's table.</summary>
/// <param name="Name">Its name for programs: English words in small letters.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Heading">What heads it on the page; null: it is not in the page's table, which says the same in another way.</param>
public sealed record Field(string Name, FieldKind Kind = FieldKind.Text, string? Heading = null)
{
    /// <summary>True: the page tells it in words, as of a date that has moved.</summary>
    public bool IsToldInWords { get; init; }

    /// <summary>The column of a page's table.</summary>
    internal Column OnPage() => new(Heading ?? Name, IsToldInWords ? ColumnKind.Text : ColumnKindOf());

    /// <summary>The column of a table of values.</summary>
    internal Column AsValue() => new(Name, ColumnKindOf());

    private ColumnKind ColumnKindOf() => Kind switch
    {
        FieldKind.Number => ColumnKind.Number,
        FieldKind.Date => ColumnKind.Date,
        FieldKind.State => ColumnKind.State,
        _ => ColumnKind.Text,
    };
}
