using Microsoft.Extensions.Options;
using NemoBot.Core.Platforms;

namespace NemoBot.Core.Conversations.Lanes;

/// <summary>
/// One ordered lane per conversation, one running turn in each, thousands side by side. A lane exists only while it has something to
/// do; taking the next item and retiring the lane happen under one lock, so that nothing can be stranded between the two.
/// </summary>
internal sealed class LaneSet(IOptions<EngineOptions> options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ConversationKey, Lane> _lanes = [];

    /// <summary>Runs one item and never throws. Set once, before the first item; a property because commands look into the lanes too.</summary>
    public Func<LaneItem, Task> Work { get; set; } = _ => Task.CompletedTask;

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
    public IReadOnlyList<LaneItem> Add(LaneItem item)
    {
        var key = item.Turn.Message.Conversation;
        IReadOnlyList<LaneItem> before;
        lock (_gate)
        {
            if (!_lanes.TryGetValue(key, out var lane))
            {
                _lanes[key] = lane = new Lane();
            }

            before = [.. lane.Items];
            lane.Items.Add(item);
        }

        if (before.Count == 0)
        {
            _ = Task.Run(() => RunAsync(key, item));
        }

        return before;
    }

    /// <summary>What runs and waits in a conversation, the running one first.</summary>
    public IReadOnlyList<LaneItem> Look(ConversationKey conversation)
    {
        lock (_gate)
        {
            return _lanes.TryGetValue(conversation, out var lane) ? [.. lane.Items] : [];
        }
    }

    private async Task RunAsync(ConversationKey key, LaneItem? item)
    {
        while (item is not null)
        {
            // The work never throws: a turn's failure ends the turn, not the lane.
            await Work(item).ConfigureAwait(false);
            item = Next(key, item);
        }
    }

    private LaneItem? Next(ConversationKey key, LaneItem done)
    {
        lock (_gate)
        {
            var lane = _lanes[key];
            lane.Items.Remove(done);
            done.Dispose();
            if (lane.Items.Count > 0)
            {
                return lane.Items[0];
            }

            _lanes.Remove(key);
            return null;
        }
    }
}
