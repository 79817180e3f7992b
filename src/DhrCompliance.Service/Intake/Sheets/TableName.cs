namespace DhrCompliance.Service.Intake.Sheets;

/// <summary>The tables of the register, in the order in which they refer to each other.</summary>
internal enum TableName
{
    Partnerships,
    Protocols,
    Cases,
    CasePartnerships,
    Contacts,
    Items,
    Events,
}
