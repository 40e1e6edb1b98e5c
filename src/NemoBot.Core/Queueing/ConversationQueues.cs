using Microsoft.Extensions.Options;
using NemoBot.Core.Platforms;

namespace NemoBot.Core.Queueing;

/// <summary>
/// One ordered lane per conversation, one running turn in each, thousands side by side. A lane exists only while it has something to
/// do; taking the next item and retiring the lane happen under one lock, so that nothing can be stranded between the two.
/// </summary>
internal sealed class ConversationQueues(IOptions<EngineOptions> options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ConversationKey, Lane> _lanes = [];

    /// <summary>Runs one item and never throws. Set once, before the first item; a property because commands look into the lanes too.</summary>
    public Func<QueuedTurn, Task> Work { get; set; } = _ => Task.CompletedTask;

    /// <summary>How many turns run or wait, over all conversations.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _lanes.Values.Sum(l => l.Items.Count);
            }
        }
    }

    /// <summary>False when the lane could not take one more.</summary>
    public bool HasRoom(ConversationKey conversation)
    {
        lock (_gate)
        {
            return !_lanes.TryGetValue(conversation, out var lane) || lane.Items.Count < options.Value.LaneCapacity;
        }
    }

    /// <summary>Queues a turn.</summary>
    /// <returns>What stands before it, the running one first.</returns>
    public IReadOnlyList<QueuedTurn> Add(QueuedTurn item)
    {
        var key = item.Turn.Message.Conversation;
        IReadOnlyList<QueuedTurn> before;
        lock (_gate)
        {
            if (!_lanes.TryGetValue(key, out var lane))
            {
                _lanes[key] = lane = new Lane();
            }

            before = [.. lane.Items];
            lane.Items.Add(item);
            item.IsRunning = before.Count == 0;
        }

        if (item.IsRunning)
        {
            _ = Task.Run(() => RunAsync(item));
        }

        return before;
    }

    /// <summary>
    /// The conversation has moved: what runs and waits belongs to the new place, and what is said there waits behind it. Something that
    /// runs there already goes on beside it; the line behind is one.
    /// </summary>
    public void Move(ConversationKey from, ConversationKey to)
    {
        lock (_gate)
        {
            if (from == to || !_lanes.Remove(from, out var moved))
            {
                return;
            }

            moved.Items.ForEach(i => i.Where.MoveTo(to));
            if (_lanes.TryGetValue(to, out var there))
            {
                there.Items.AddRange(moved.Items);
            }
            else
            {
                _lanes[to] = moved;
            }
        }
    }

    /// <summary>What runs and waits in a conversation, the running one first.</summary>
    public IReadOnlyList<QueuedTurn> Look(ConversationKey conversation)
    {
        lock (_gate)
        {
            return _lanes.TryGetValue(conversation, out var lane) ? [.. lane.Items] : [];
        }
    }

    private async Task RunAsync(QueuedTurn? item)
    {
        while (item is not null)
        {
            // The work never throws: a turn's failure ends the turn, not the lane.
            await Work(item).ConfigureAwait(false);
            item = Next(item);
        }
    }

    private QueuedTurn? Next(QueuedTurn done)
    {
        lock (_gate)
        {
            var lane = _lanes[done.Where.Now];
            lane.Items.Remove(done);
            done.Dispose();
            if (lane.Items.Count == 0)
            {
                _lanes.Remove(done.Where.Now);
                return null;
            }

            if (lane.Items.Exists(i => i.IsRunning))
            {
                // Two lines became one in a move: whoever still runs goes on with it.
                return null;
            }

            lane.Items[0].IsRunning = true;
            return lane.Items[0];
        }
    }
}
