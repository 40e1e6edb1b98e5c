using NemoBot.Core.Platforms;

namespace NemoBot.Core.Queueing;

/// <summary>
/// One ordered queue per conversation with one running turn each. A queue exists only while it holds a turn: taking the next turn and
/// removing an empty queue happen under one lock, so that no turn is stranded between the two.
/// </summary>
internal sealed class ConversationQueues
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ConversationKey, List<QueuedTurn>> _queues = [];

    /// <summary>Turns that run or wait, over all conversations.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _queues.Values.Sum(q => q.Count);
            }
        }
    }

    /// <summary>All turns of all conversations.</summary>
    public IReadOnlyList<QueuedTurn> All()
    {
        lock (_gate)
        {
            return [.. _queues.Values.SelectMany(q => q)];
        }
    }

    /// <summary>True if the conversation holds fewer turns than the capacity.</summary>
    public bool HasRoom(ConversationKey conversation, int capacity)
    {
        lock (_gate)
        {
            return !_queues.TryGetValue(conversation, out var queue) || queue.Count < capacity;
        }
    }

    /// <summary>Appends a turn; the first of a queue is released at once.</summary>
    /// <returns>The turns ahead of it, the running one first.</returns>
    public IReadOnlyList<QueuedTurn> Add(QueuedTurn item)
    {
        lock (_gate)
        {
            var key = item.Location.Current;
            if (!_queues.TryGetValue(key, out var queue))
            {
                _queues[key] = queue = [];
            }

            IReadOnlyList<QueuedTurn> ahead = [.. queue];
            queue.Add(item);
            if (ahead.Count == 0)
            {
                Start(item);
            }

            return ahead;
        }
    }

    /// <summary>Removes a turn that has ended and releases the next one.</summary>
    public void Remove(QueuedTurn item)
    {
        lock (_gate)
        {
            var key = item.Location.Current;
            if (!_queues.TryGetValue(key, out var queue) || !queue.Remove(item))
            {
                return;
            }

            if (queue.Count == 0)
            {
                _queues.Remove(key);
            }
            else if (!queue.Exists(i => i.IsRunning))
            {
                // After a move two turns may run in what is now one queue: the last of them to end releases the next.
                Start(queue[0]);
            }
        }
    }

    /// <summary>Cancels a turn. A waiting one leaves the queue at once and ends by itself, beside the running one.</summary>
    public void Cancel(QueuedTurn item)
    {
        lock (_gate)
        {
            item.Cancel();
            if (!item.IsRunning && _queues.TryGetValue(item.Location.Current, out var queue))
            {
                queue.Remove(item);
                item.Release();
            }
        }
    }

    /// <summary>
    /// Follows a conversation that moved: its turns belong to the new place, behind the turns that are there already. A turn that runs
    /// keeps running.
    /// </summary>
    public void Move(ConversationKey from, ConversationKey to)
    {
        lock (_gate)
        {
            if (from == to || !_queues.Remove(from, out var moved))
            {
                return;
            }

            moved.ForEach(i => i.Location.MoveTo(to));
            if (_queues.TryGetValue(to, out var queue))
            {
                queue.AddRange(moved);
            }
            else
            {
                _queues[to] = moved;
            }
        }
    }

    /// <summary>A snapshot of a conversation's turns, the running one first.</summary>
    public IReadOnlyList<QueuedTurn> Snapshot(ConversationKey conversation)
    {
        lock (_gate)
        {
            return _queues.TryGetValue(conversation, out var queue) ? [.. queue] : [];
        }
    }

    private static void Start(QueuedTurn item)
    {
        item.IsRunning = true;
        item.Release();
    }
}
