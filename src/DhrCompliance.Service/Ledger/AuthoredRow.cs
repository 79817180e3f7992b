namespace DhrCompliance.Service.Ledger;

/// <summary>Rows that are known by one id, of which it can be asked who wrote them.</summary>
public enum AuthoredRow
{
    Partnership,
    Case,
    Item,
    Event,
}
