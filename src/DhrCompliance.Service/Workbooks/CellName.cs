using System.Globalization;

namespace DhrCompliance.Service.Workbooks;

/// <summary>Places in a sheet as spreadsheets write them: <c>A1</c>, <c>AB12</c>. Columns and rows are counted from 0 here and from 1 there.</summary>
internal static class CellName
{
    /// <summary>The letters of a column: 0 is A, 26 is AA.</summary>
    public static string Column(int column)
    {
        var letters = "";
        for (var rest = column; rest >= 0; rest = (rest / 26) - 1)
        {
            letters = (char)('A' + (rest % 26)) + letters;
        }

        return letters;
    }

    /// <summary>A cell's name, its row counted from 0.</summary>
    public static string Of(int column, int row) => Column(column) + (row + 1).ToString(CultureInfo.InvariantCulture);
}
