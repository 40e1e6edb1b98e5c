using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using NemoBot.Core.Storage;
using NemoBot.Discord.Configuration;

namespace NemoBot.Discord.Channels;

/// <summary>
/// The channels the bot has conversations in. Persisted in pages, so that a change rewrites a small part. A crash loses at most the
/// latest read positions, and reading a message twice is harmless.
/// </summary>
internal sealed class ChannelRegistry(IPlatformCursors cursors, DiscordOptions options)
{
    private const int Pages = 64;

    private readonly ConcurrentDictionary<ulong, ChannelState> _channels = new();
    private readonly bool[] _dirty = new bool[Pages];

    public int Count => _channels.Count;

    /// <summary>Ids are compared as numbers: they grow with time. 0 for what is no id.</summary>
    public static ulong Id(string? text) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    /// <summary>
    /// Loads what an earlier process persisted. Resumed work may have added its channels already; their read positions are merged.
    /// </summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        for (var page = 0; page < Pages; page++)
        {
            var lines = (await cursors.GetCursorAsync(Name(page), cancellationToken))?.Split('\n') ?? [];
            foreach (var line in lines)
            {
                if (line.Split(' ') is [var channel, var guild, var lastRead, var bytes, var isPrivate] && ulong.TryParse(channel, out var id))
                {
                    var state = _channels.GetOrAdd(id, _ => new ChannelState { Guild = Id(guild), IsPrivate = isPrivate == "1" });
                    state.LastRead = Math.Max(state.LastRead, Id(lastRead));
                    state.UploadBytes = state.UploadBytes > 0 ? state.UploadBytes : (long)Id(bytes);
                }
            }
        }
    }

    public ChannelState? Find(string channel) => _channels.GetValueOrDefault(Id(channel));

    /// <returns>The channel's state, and whether it is new: persist it at once then.</returns>
    public (ChannelState State, bool IsNew) GetOrAdd(string channel, string? guild, bool isPrivate)
    {
        var isNew = false;
        var state = _channels.GetOrAdd(Id(channel), _ =>
        {
            isNew = true;
            return new ChannelState { Guild = Id(guild), IsPrivate = isPrivate };
        });
        if (isNew)
        {
            MarkDirty(channel);
            Evict();
        }

        return (state, isNew);
    }

    /// <summary>Advances the read position: the message is on disk or irrelevant.</summary>
    public void MarkRead(string channel, ChannelState state, string message)
    {
        lock (state)
        {
            if (state.IsCatchingUp)
            {
                state.ReadWhileCatchingUp = Math.Max(state.ReadWhileCatchingUp, Id(message));
                return;
            }

            state.LastRead = Math.Max(state.LastRead, Id(message));
        }

        MarkDirty(channel);
    }

    /// <summary>The state of a channel changed and must be persisted.</summary>
    public void MarkDirty(string channel) => _dirty[Page(Id(channel))] = true;

    public void Remove(string channel)
    {
        MarkDirty(channel);
        _channels.TryRemove(Id(channel), out _);
    }

    /// <summary>The channels of a server.</summary>
    public IReadOnlyList<string> ChannelsOf(string guild) =>
        Id(guild) is var id && id == 0 ? [] : [.. _channels.Where(c => c.Value.Guild == id).Select(c => Text(c.Key))];

    /// <summary>Starts catching up in the channels of a shard, the latest first; their read positions stay until each has ended.</summary>
    public IReadOnlyList<UnreadChannel> BeginCatchUp(Func<ulong, bool> belongs)
    {
        var result = new List<UnreadChannel>();
        foreach (var (channel, state) in _channels.Where(c => belongs(c.Value.Guild)).OrderByDescending(c => c.Value.LastRead).Take(options.CatchUpConversations))
        {
            lock (state)
            {
                if (state.LastRead != 0 && !state.IsCatchingUp)
                {
                    state.IsCatchingUp = true;
                    result.Add(new UnreadChannel(Text(channel), state, Text(state.LastRead)));
                }
            }
        }

        return result;
    }

    /// <summary>The missed messages are on disk: advances the read position over what arrived meanwhile.</summary>
    public void EndCatchUp(string channel, ChannelState state)
    {
        lock (state)
        {
            state.IsCatchingUp = false;
            state.LastRead = Math.Max(state.LastRead, state.ReadWhileCatchingUp);
        }

        MarkDirty(channel);
    }

    /// <summary>Persists the pages that changed.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        for (var page = 0; page < Pages; page++)
        {
            if (!_dirty[page])
            {
                continue;
            }

            _dirty[page] = false;
            try
            {
                await cursors.SetCursorAsync(Name(page), Format(page), cancellationToken);
            }
            catch
            {
                _dirty[page] = true;
                throw;
            }
        }
    }

    private string? Format(int page)
    {
        var text = new StringBuilder();
        foreach (var (channel, state) in _channels.Where(c => Page(c.Key) == page))
        {
            text.Append(CultureInfo.InvariantCulture, $"{channel} {state.Guild} {state.LastRead} {state.UploadBytes} {(state.IsPrivate ? 1 : 0)}\n");
        }

        return text.Length == 0 ? null : text.ToString();
    }

    private static string Text(ulong id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>The name is kept over versions of the bot: it is a key in the store.</summary>
    private static string Name(int page) => string.Create(CultureInfo.InvariantCulture, $"discord.places.{page}");

    private static int Page(ulong channel) => (int)((channel >> 22) % Pages);

    private void Evict()
    {
        if (_channels.Count <= options.RememberedConversations + (options.RememberedConversations / 10))
        {
            return;
        }

        foreach (var (channel, _) in _channels.OrderBy(c => c.Value.LastRead).Take(_channels.Count - options.RememberedConversations).ToList())
        {
            Remove(Text(channel));
        }
    }
}
