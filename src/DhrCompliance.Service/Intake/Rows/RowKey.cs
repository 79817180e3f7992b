using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Sheets;

namespace DhrCompliance.Service.Intake.Rows;

/// <summary>What tells the rows of a table apart.</summary>
internal static class RowKey
{
    public static string[] Columns(TableName table) => table switch
    {
        TableName.Partnerships or TableName.Items or TableName.Events => [TableColumns.Id],
        TableName.Protocols => [TableColumns.Partnership, TableColumns.Pack, TableColumns.From],
        TableName.Cases => [TableColumns.Reference],
        TableName.CasePartnerships => [TableColumns.Reference, TableColumns.Partnership],
        _ => [TableColumns.Partnership, TableColumns.Case, TableColumns.Agency, TableColumns.Role, TableColumns.Email, TableColumns.From],
    };

    public static string Of(TableName table, IReadOnlyDictionary<string, string> values) =>
        string.Join('\u001f', Columns(table).Select(column => values.GetValueOrDefault(column, "")));
}
