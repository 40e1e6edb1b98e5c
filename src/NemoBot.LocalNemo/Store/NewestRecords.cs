namespace NemoBot.LocalNemo.Store;

/// <summary>The records that were used last, in memory. An older one is dropped for a newer one; it can be read from disk again.</summary>
/// <typeparam name="T">Immutable.</typeparam>
/// <param name="capacity">How many are kept.</param>
internal sealed class NewestRecords<T>(int capacity)
    where T : class
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<(string Id, T Record)>> _byId = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Id, T Record)> _newestFirst = new();

    /// <summary>How many are kept at present.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _byId.Count;
            }
        }
    }

    /// <summary>A record that is kept; null if it is not.</summary>
    public T? Find(string id)
    {
        lock (_gate)
        {
            if (!_byId.TryGetValue(id, out var node))
            {
                return null;
            }

            _newestFirst.Remove(node);
            _newestFirst.AddFirst(node);
            return node.Value.Record;
        }
    }

    /// <summary>Keeps a record instead of an earlier one with its id.</summary>
    public void Set(string id, T record)
    {
        lock (_gate)
        {
            Drop(id);
            _byId[id] = _newestFirst.AddFirst((id, record));
            if (_byId.Count > capacity && _newestFirst.Last is { } oldest)
            {
                Drop(oldest.Value.Id);
            }
        }
    }

    /// <summary>Keeps a record no longer.</summary>
    public void Remove(string id)
    {
        lock (_gate)
        {
            Drop(id);
        }
    }

    private void Drop(string id)
    {
        if (_byId.Remove(id, out var node))
        {
            _newestFirst.Remove(node);
        }
    }
}
