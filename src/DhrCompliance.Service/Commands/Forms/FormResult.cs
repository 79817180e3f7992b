namespace DhrCompliance.Service.Commands.Forms;

/// <summary>What came of the filled rows of a form.</summary>
internal sealed class FormResult
{
    /// <summary>What was done, or would be, a line each.</summary>
    public List<string> Done { get; } = [];

    /// <summary>How many rows ask for what was done already.</summary>
    public int Unchanged { get; set; }
}
