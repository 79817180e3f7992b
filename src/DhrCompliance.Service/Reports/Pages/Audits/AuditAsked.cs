using System.Collections.Immutable;

namespace DhrCompliance.Service.Reports.Pages.Audits;

/// <summary>What an audit was asked for, so that its page can say it: a page that is handed on stands by itself.</summary>
internal sealed record AuditAsked
{
    /// <summary>The only cases; empty: all.</summary>
    public ImmutableArray<string> Cases { get; init; } = [];

    /// <summary>The only partnership; null: all.</summary>
    public string? Partnership { get; init; }

    /// <summary>The only rule, short or in full; null: all.</summary>
    public string? Rule { get; init; }

    /// <summary>The only state; null: all.</summary>
    public string? State { get; init; }

    /// <summary>True: rows of which nothing is asked yet are there, too.</summary>
    public bool IsAll { get; init; }

    /// <summary>When the page was made: what was recorded until then is what it knows, where no other moment was asked for.</summary>
    public required DateTimeOffset MadeAt { get; init; }
}
