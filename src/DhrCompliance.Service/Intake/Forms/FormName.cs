namespace DhrCompliance.Service.Intake.Forms;

/// <summary>The sheets of a workbook in which a person fills in what a command would be asked for.</summary>
internal enum FormName
{
    /// <summary>Holds the repeats of notices back.</summary>
    Acknowledge,

    /// <summary>Releases mails that are held.</summary>
    Release,

    /// <summary>Answers what is missing.</summary>
    Questions,
}
