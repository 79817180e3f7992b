using DhrCompliance.Assessments.Explaining.Handbooks;
using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Handbooks;

/// <summary>Until when the bank holidays are known, and those to come.</summary>
public sealed partial class CalendarTables
{
    [Parameter, EditorRequired]
    public required Handbook Book { get; set; }

    /// <summary>The day of the book: only holidays from then on are listed.</summary>
    [Parameter, EditorRequired]
    public required DateOnly On { get; set; }
}
