using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Ledger.Writing;

/// <summary>Rulebooks with the texts of all their files, once a hash, so that an old assessment can be read under its own rules; and what became of each.</summary>
internal static class RulebookInserts
{
    private const string Exists = "SELECT count(*) FROM rulebooks WHERE hash = @hash;";

    private const string Book = "INSERT INTO rulebooks (hash, packs, act) VALUES (@hash, @packs, @act);";

    private const string File = "INSERT INTO rulebook_files (hash, path, text) VALUES (@hash, @path, @text);";

    private const string Step = """
        INSERT INTO rulebook_steps (kind, source, content, hash, kept, base, by_whom, account, detail, at, act)
        VALUES (@Kind, @Source, @Content, @Hash, @kept, @Base, @By, @Account, @Detail, @at, @act);
        """;

    public static void Append(SqliteConnection connection, long act, string at, RulebookStep step) => connection.Execute(Step, new
    {
        step.Kind,
        step.Source,
        step.Content,
        step.Hash,
        kept = step.Kind == RulebookStep.Refused ? null : step.Hash,
        step.Base,
        step.By,
        step.Account,
        step.Detail,
        at,
        act,
    });

    public static void Append(
        SqliteConnection connection, long act, string hash, IReadOnlyList<(string Path, string Text)> files, IReadOnlyList<string> packs)
    {
        if (connection.ExecuteScalar<long>(Exists, new { hash }) > 0)
        {
            return;
        }

        connection.Execute(Book, new { hash, packs = JsonSerializer.Serialize(packs), act });
        connection.Execute(File, files.Select(file => new { hash, path = file.Path, text = file.Text }));
    }
}
