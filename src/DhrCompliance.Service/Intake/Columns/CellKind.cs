namespace DhrCompliance.Service.Intake.Columns;

/// <summary>What a cell may hold.</summary>
internal enum CellKind
{
    /// <summary>A reference or an id; see <see cref="Cells.Identifier"/>.</summary>
    Identifier,

    /// <summary>One of the column's words.</summary>
    Word,

    /// <summary>Several of the column's words, separated by <c>;</c>.</summary>
    Words,

    /// <summary>yes or no.</summary>
    YesNo,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day that is known.</summary>
    Day,

    /// <summary>A date, possibly known in part.</summary>
    Date,

    /// <summary>A day, or a moment with its offset from UTC.</summary>
    Moment,

    /// <summary>One mail address.</summary>
    Email,

    /// <summary>Text in one line.</summary>
    Line,

    /// <summary>Text.</summary>
    Text,
}
