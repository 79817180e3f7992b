namespace DhrCompliance.Service.Intake.Reading;

/// <summary>A file that cannot be read as a whole.</summary>
internal sealed class RefusedFileException(Mistake mistake) : Exception(mistake.ToString())
{
    public Mistake Mistake { get; } = mistake;
}
