namespace DhrCompliance.Service.Post;

/// <summary>Something that the person who runs the service is to be told. It holds no personal data and no words of a server.</summary>
/// <param name="Kind">A word for the trouble.</param>
/// <param name="About">What tells one trouble of the kind from another: the same kind and the same of this is told once.</param>
/// <param name="Subject">The mail's subject, without the mark that every mail bears.</param>
/// <param name="Text">What happened, and what to do.</param>
public sealed record OperatorNews(string Kind, string About, string Subject, string Text)
{
    /// <summary>True: once a sweep has finished, the same trouble is news again; false: never.</summary>
    public bool AgainAfterSweep { get; init; } = true;
}
