using DhrCompliance.Service.Intake.Sheets;

namespace DhrCompliance.Service.Intake.Forms;

/// <summary>A form as it was handed in.</summary>
/// <param name="Name">Which it is.</param>
/// <param name="Sheet">What stands on it; the table that the sheet names is none of its rows'.</param>
internal sealed record Form(FormName Name, Sheet Sheet);
