using System.Globalization;
using System.Reflection;

namespace NemoBot.Storage.Sqlite;

/// <summary>
/// Brings a database to the newest version. Migrations are the embedded files <c>0001_name.sql</c> and so on; the number of the
/// last one that ran is the database's <c>user_version</c>. A migration only adds, so that the version of the bot before it can
/// still open the file: therefore a higher number than is known here is no error.
/// </summary>
internal static class Schema
{
    public static void Upgrade(SqliteSession session)
    {
        foreach (var (number, name) in Migrations())
        {
            session.ExecuteOnce("BEGIN IMMEDIATE");
            try
            {
                // Read inside of the transaction: another process may be upgrading at the same moment.
                if (Version(session) < number)
                {
                    session.ExecuteOnce(Read(name));
                    session.ExecuteOnce(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {number}"));
                }

                session.ExecuteOnce("COMMIT");
            }
            catch
            {
                if (session.InTransaction)
                {
                    session.ExecuteOnce("ROLLBACK");
                }

                throw;
            }
        }
    }

    public static long Version(SqliteSession session) => session.Number("PRAGMA user_version") ?? 0;

    public static IReadOnlyList<(int Number, string Name)> Migrations() =>
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(n => n.EndsWith(".sql", StringComparison.Ordinal))
            .Select(n => (int.Parse(n.AsSpan(0, 4), CultureInfo.InvariantCulture), n))
            .OrderBy(m => m.Item1)];

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The migration {name} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
