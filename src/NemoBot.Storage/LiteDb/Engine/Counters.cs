using LiteDB;

namespace NemoBot.Storage.LiteDb.Engine;

/// <summary>Counters that survive their rows. They are written once a transaction, not once a value.</summary>
internal sealed class Counters(Session session)
{
    /// <summary>The collection they are kept in.</summary>
    public const string Collection = "counters";

    private readonly Dictionary<string, long> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);

    public long Next(string name)
    {
        if (!_values.TryGetValue(name, out var value))
        {
            value = session.Get(Collection, name) is { } row ? row["value"].AsInt64 : 0;
        }

        _changed.Add(name);
        return _values[name] = value + 1;
    }

    /// <summary>Writes what has changed into the open transaction.</summary>
    public void Flush()
    {
        foreach (var name in _changed)
        {
            session.Upsert(Collection, new BsonDocument { ["_id"] = name, ["value"] = _values[name] });
        }

        _changed.Clear();
    }

    /// <summary>Forgets what was not committed.</summary>
    public void Reset()
    {
        _values.Clear();
        _changed.Clear();
    }
}
