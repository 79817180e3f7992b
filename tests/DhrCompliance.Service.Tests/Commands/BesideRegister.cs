using Dapper;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Tests.Commands;

/// <summary>The register of a program as another system sees it: a plain connection.</summary>
internal static class BesideRegister
{
    public static string? Ask(this TestProgram program, string sql)
    {
        using var connection = Connect(program);
        return connection.ExecuteScalar(sql)?.ToString();
    }

    public static void Tell(this TestProgram program, string sql)
    {
        using var connection = Connect(program);
        connection.Execute(sql);
    }

    private static SqliteConnection Connect(TestProgram program)
    {
        var connection = new SqliteConnection($"Data Source={program.Path("data/register.db")};Pooling=False;Default Timeout=1");
        connection.Open();
        return connection;
    }
}
