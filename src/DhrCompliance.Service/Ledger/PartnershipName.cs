namespace DhrCompliance.Service.Ledger;

/// <summary>A partnership, as far as mails need it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Jurisdiction"><c>england</c> or <c>wales</c>.</param>
public sealed record PartnershipName(string Id, string Name, string Jurisdiction);
