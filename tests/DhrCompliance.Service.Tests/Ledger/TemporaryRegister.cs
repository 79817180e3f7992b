using Dapper;
using DhrCompliance.Service.Ledger;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Tests.Ledger;

/// <summary>A real register in a folder of its own, which goes with it.</summary>
internal sealed class TemporaryRegister : IDisposable
{
    private static readonly Act TestAct = new("test", "tester", "here", "0.0.0");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dhr-register-");
    private readonly List<LedgerDatabase> opened = [];

    public string Path => System.IO.Path.Combine(folder.FullName, "register.db");

    public string Folder => folder.FullName;

    public ManualClock Clock { get; } = new();

    public LedgerDatabase Open(OpenMode mode = OpenMode.Create, OpenOptions? options = null)
    {
        var database = LedgerDatabase.Open(Path, mode, Clock, options ?? OpenOptions.Default with { Patience = TimeSpan.FromMilliseconds(200) });
        opened.Add(database);
        return database;
    }

    public static void Write(LedgerDatabase database, Action<LedgerWriter> write)
    {
        using var writer = database.Write(TestAct);
        write(writer);
        writer.Commit();
    }

    /// <summary>As a borough's own system would: a plain connection, one statement.</summary>
    public int Beside(string sql)
    {
        using var connection = Connect();
        return connection.Execute(sql);
    }

    public string? Ask(string sql)
    {
        using var connection = Connect();
        return connection.ExecuteScalar(sql)?.ToString();
    }

    /// <summary>A moment of the database's own clock; what is written afterwards is witnessed later.</summary>
    public DateTimeOffset Tick()
    {
        using var connection = Connect();
        const string Now = "SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now')";
        var moment = connection.ExecuteScalar<string>(Now)!;
        while (connection.ExecuteScalar<string>(Now) == moment)
        {
        }

        return Instants.Read(moment);
    }

    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False;Default Timeout=1");
        connection.Open();
        return connection;
    }

    public void Dispose()
    {
        opened.ForEach(database => database.Dispose());
        folder.Delete(recursive: true);
    }
}
