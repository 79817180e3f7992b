using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Board;

/// <summary>One review: its picture, the same as tables, and what is to be said of it.</summary>
public sealed partial class ReviewSection
{
    [Parameter, EditorRequired]
    public required ReviewPicture Review { get; set; }

    // A reference may hold anything; an id of the page may not.
    private string Anchor => "review-" + string.Concat(Review.Reference.Select(letter =>
        char.IsAsciiLetterOrDigit(letter) || letter is '-' ? letter.ToString() : $"_{(int)letter:x}_"));
}
