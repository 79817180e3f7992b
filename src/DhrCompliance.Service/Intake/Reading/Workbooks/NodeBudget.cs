namespace DhrCompliance.Service.Intake.Reading.Workbooks;

/// <summary>
/// How much of a part may be read without coming to anything. A reader of XML looks at a tag anew from its beginning whenever it does not fit what was read so
/// far, so that a tag of megabytes, a few kilobytes in the file, would take minutes.
/// </summary>
internal sealed class NodeBudget
{
    /// <summary>The longest tag, or blanks between two.</summary>
    public const int MostAtOnce = 1 << 20;

    // No program writes tags beyond this but a few with very many ranges.
    private const int Usual = 16 << 10;
    private const int MostUnusual = 4 << 20;

    private long _sinceNode;
    private long _unusual;

    public bool IsSpent => _sinceNode > MostAtOnce || _unusual > MostUnusual;

    public void Spend(int bytes)
    {
        _sinceNode += bytes;
        _unusual += _sinceNode > Usual ? bytes : 0;
    }

    /// <summary>The reader came to something.</summary>
    public void Came() => _sinceNode = 0;
}
