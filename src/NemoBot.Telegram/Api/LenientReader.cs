using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace NemoBot.Telegram.Api;

/// <summary>
/// Reads the service's objects into the library's types. The library refuses an object with a value it does not know (a new kind of
/// forward, member or reaction): here such a part is left out and everything else is read.
/// </summary>
/// <typeparam name="T">A type of the library.</typeparam>
internal sealed class LenientReader<T>
    where T : class
{
    private static readonly JsonTypeInfo<T> Type = ApiJson.TypeInfo<T>();

    private readonly JsonObject _root;
    private readonly List<string> _skipped = [];

    private LenientReader(JsonObject root) => _root = root;

    /// <summary>Reads an object.</summary>
    /// <param name="raw">The object.</param>
    /// <param name="skipped">The paths of the parts that were left out.</param>
    /// <returns>Null if nothing of it can be read.</returns>
    public static T? Read(JsonElement raw, out IReadOnlyList<string> skipped)
    {
        skipped = [];
        if (raw.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (TryRead(() => raw.Deserialize(Type)) is { } whole)
        {
            return whole;
        }

        var reader = new LenientReader<T>(JsonObject.Create(raw)!);
        skipped = reader._skipped;
        return TryRead(reader.Rebuild);
    }

    private T? Rebuild()
    {
        Rebuild(_root, "");
        return ReadRoot();
    }

    private T? ReadRoot() => TryRead(() => _root.Deserialize(Type));

    /// <summary>Removes all children and adds them back one by one; a child that makes the root unreadable is rebuilt, or else dropped.</summary>
    private void Rebuild(JsonNode node, string path)
    {
        switch (node)
        {
            case JsonObject parent:
                foreach (var (name, value) in AddReadable(parent))
                {
                    parent[name] = value;
                    Check(value, $"{path}.{name}".TrimStart('.'), () => parent.Remove(name));
                }

                break;
            case JsonArray parent:
                var items = parent.ToList();
                parent.Clear();
                foreach (var item in items)
                {
                    parent.Add(item);
                    Check(item, $"{path}[]", () => parent.RemoveAt(parent.Count - 1));
                }

                break;
        }
    }

    /// <summary>Adds back the members that can be read as they are. Some are readable only next to another one, the name of their type.</summary>
    /// <returns>The others.</returns>
    private List<KeyValuePair<string, JsonNode?>> AddReadable(JsonObject parent)
    {
        var rest = parent.ToList();
        parent.Clear();
        for (var count = int.MaxValue; rest.Count < count;)
        {
            count = rest.Count;
            rest = rest.Where(m => !TryAdd(parent, m.Key, m.Value)).ToList();
        }

        return rest;
    }

    private bool TryAdd(JsonObject parent, string name, JsonNode? value)
    {
        parent[name] = value;
        if (ReadRoot() is not null)
        {
            return true;
        }

        parent.Remove(name);
        return false;
    }

    private void Check(JsonNode? child, string path, Action drop)
    {
        if (ReadRoot() is not null)
        {
            return;
        }

        var known = _skipped.Count;
        if (child is JsonObject or JsonArray)
        {
            Rebuild(child, path);
        }

        if (ReadRoot() is null)
        {
            drop();
            _skipped.RemoveRange(known, _skipped.Count - known);
            _skipped.Add(path);
        }
    }

    private static T? TryRead(Func<T?> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // The library's converters throw more than JsonException, KeyNotFoundException for example.
            return null;
        }
    }
}
