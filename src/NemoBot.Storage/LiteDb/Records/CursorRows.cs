using LiteDB;
using NemoBot.Storage.LiteDb.Engine;

namespace NemoBot.Storage.LiteDb.Records;

/// <summary>Small things that platforms remember.</summary>
internal static class CursorRows
{
    public static string? Get(Session session, string name) => session.Get(Collections.Cursors, name)?.Text("value");

    public static void Set(Session session, string name, string? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (value is null)
        {
            session.Delete(Collections.Cursors, name);
        }
        else
        {
            session.Upsert(Collections.Cursors, new BsonDocument { ["_id"] = name, ["value"] = value });
        }
    }
}
