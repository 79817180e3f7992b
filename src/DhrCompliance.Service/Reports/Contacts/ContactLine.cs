using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Escalations;
using DhrCompliance.Escalations.Reach;

namespace DhrCompliance.Service.Reports.Contacts;

/// <summary>A role with who would be written to, as <c>dhr contacts</c> shows it.</summary>
/// <param name="Partnership">The partnership.</param>
/// <param name="Role">The role.</param>
/// <param name="Reviews">The reviews it is so for; empty: all that are not named elsewhere.</param>
/// <param name="IsOfItems">True: only for items of an agency.</param>
/// <param name="Address">The address; null: there is none.</param>
/// <param name="By">How specific the row of the register is, in words; null: there is none.</param>
/// <param name="From">Its first day.</param>
/// <param name="Until">Its last day.</param>
/// <param name="State">One of the words below.</param>
/// <param name="Note">What to know or to do, in a sentence; empty: nothing.</param>
public sealed record ContactLine(
    string Partnership, string Role, ImmutableArray<string> Reviews, bool IsOfItems, string? Address, string? By, DateOnly? From, DateOnly? Until, string State, string Note)
{
    /// <summary>Who holds it can be written to.</summary>
    public const string Ok = "ok";

    /// <summary>Nobody holds it.</summary>
    public const string Vacant = "vacant";

    /// <summary>Who holds it ends soon, and nobody follows.</summary>
    public const string EndsSoon = "ends-soon";

    /// <summary>The settings allow no mail to the address.</summary>
    public const string NotAllowed = "not-allowed";

    /// <summary>How many days ahead an end is told.</summary>
    public const int SoonDays = 30;

    /// <param name="reach">Whom the role reaches.</param>
    /// <param name="isAllowed">Whether the settings allow mails to an address.</param>
    /// <param name="day">The day.</param>
    public static ContactLine Of(RoleReach reach, Func<string, bool> isAllowed, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(reach);
        ArgumentNullException.ThrowIfNull(isAllowed);
        var state = reach.Holder is not { } holder ? Vacant
            : !isAllowed(holder.Email) ? NotAllowed
            : reach.EndsWithin(SoonDays, day) ? EndsSoon
            : Ok;
        return new ContactLine(
            reach.Partnership, reach.Role, reach.Reviews, reach.IsOfItems, reach.Holder?.Email, reach.Holder is { } row ? Specificity(row) : null,
            reach.Holder?.From, reach.Holder?.Until, state, NoteOf(reach, state));
    }

    /// <summary>For whom it is, in words.</summary>
    public string For => Reviews.IsEmpty ? "every review" : (IsOfItems ? "agencies' items of " : "") + string.Join(", ", Reviews);

    /// <summary>Which columns of the contact's row are filled, so that it can be found.</summary>
    private static string Specificity(Contact row)
    {
        string[] parts =
        [
            .. row.Case is { } reference ? [$"case {reference}"] : Array.Empty<string>(),
            .. row.Agency is { } agency ? [$"agency {agency}"] : Array.Empty<string>(),
            .. row.Partnership is { } partnership ? [$"partnership {partnership}"] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? "everywhere" : string.Join(", ", parts);
    }

    private static string NoteOf(RoleReach reach, string state) => state switch
    {
        Vacant when reach.Coming is { From: { } from } coming => $"From {Text(from)}: {coming.Email}. Until then it goes as the path says for a role that nobody holds.",
        Vacant when !reach.IsNeeded => "Nothing that is open is for it today.",
        Vacant => "Add a contact (contacts.csv, then dhr import).",
        NotAllowed => "Post:Allowed refuses this address: correct the contact or the setting.",
        EndsSoon => "Nobody follows: add who does.",
        _ when reach.Holder!.Until is { } && !reach.Successors.IsEmpty => $"Then {string.Join(", ", reach.Successors.Select(next => next.Email).Distinct(StringComparer.OrdinalIgnoreCase))}.",
        _ => string.Empty,
    };

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
