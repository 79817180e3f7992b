namespace DhrCompliance.Service.Commands;

/// <summary>What the program tells the caller by number: a contract.</summary>
internal static class ExitCode
{
    /// <summary>Done, nothing wrong.</summary>
    public const int Done = 0;

    /// <summary>Done, and there is something to see.</summary>
    public const int Found = 1;

    /// <summary>Wrong usage.</summary>
    public const int Usage = 2;

    /// <summary>A rule file, setting or input file is wrong.</summary>
    public const int BadInput = 3;

    /// <summary>The ledger cannot be opened, or is of another version.</summary>
    public const int Ledger = 4;

    /// <summary>Partly done: what failed is listed. Outranks <see cref="Found"/>.</summary>
    public const int Partly = 5;

    /// <summary>A fault of the program itself: nothing that was begun is half in the register.</summary>
    public const int Fault = 70;

    /// <summary>Interrupted.</summary>
    public const int Interrupted = 130;
}
