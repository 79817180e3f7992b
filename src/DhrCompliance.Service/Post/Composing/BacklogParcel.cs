using DhrCompliance.Escalations.Wording;

namespace DhrCompliance.Service.Post.Composing;

/// <summary>What one person is to be told in a summary.</summary>
/// <param name="Partnership">The partnership that commissioned the review.</param>
/// <param name="Address">To whom.</param>
/// <param name="Key">The notice that tells it.</param>
/// <param name="Line">What is told.</param>
public sealed record BacklogParcel(string Partnership, string Address, string Key, BacklogLine Line);
