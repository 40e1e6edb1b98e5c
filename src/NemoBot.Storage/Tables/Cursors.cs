using NemoBot.Storage.Sqlite;

namespace NemoBot.Storage.Tables;

/// <summary>Small things that platforms remember.</summary>
internal static class Cursors
{
    public static string? Get(SqliteSession session, string name) =>
        session.Text("SELECT value FROM cursors WHERE name = $name", ("$name", name));

    public static void Set(SqliteSession session, string name, string? value)
    {
        if (value is null)
        {
            session.Execute("DELETE FROM cursors WHERE name = $name", ("$name", name));
            return;
        }

        session.Execute(
            "INSERT INTO cursors (name, value) VALUES ($name, $value) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            ("$name", name),
            ("$value", value));
    }
}
