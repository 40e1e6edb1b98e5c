using System.Collections.Concurrent;
using NemoBot.Web.Messages;

namespace NemoBot.Web.Chat;

/// <summary>Who has spoken in which chat. Two participants make it a group, where answers name the person.</summary>
internal sealed class Participants(ChatLog log)
{
    private const int MaxChats = 10_000;
    private const int LookBack = 200;
    private const int EnoughForGroup = 2;

    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, bool>> _names = new(StringComparer.Ordinal);

    /// <summary>How many chats are known at present.</summary>
    internal int Chats => _names.Count;

    public async ValueTask<bool> IsGroupAsync(string channel, CancellationToken cancellationToken) =>
        (await NamesAsync(channel, cancellationToken)).Count >= EnoughForGroup;

    public async ValueTask AddAsync(string channel, string name, CancellationToken cancellationToken) =>
        Add(await NamesAsync(channel, cancellationToken), name);

    public void Forget(string channel) => _names.TryRemove(channel, out _);

    private async ValueTask<ConcurrentDictionary<string, bool>> NamesAsync(string channel, CancellationToken cancellationToken)
    {
        if (_names.TryGetValue(channel, out var known))
        {
            return known;
        }

        var names = new ConcurrentDictionary<string, bool>(StringComparer.OrdinalIgnoreCase);
        foreach (var logged in await log.ReadNewestAsync(channel, LookBack, cancellationToken))
        {
            var message = MessageJson.Read(logged);
            if (message.Kind == MessageKinds.User)
            {
                Add(names, message.Author);
            }
        }

        if (_names.Count >= MaxChats)
        {
            _names.Clear();
        }

        return _names.GetOrAdd(channel, names);
    }

    /// <summary>More names than make a group are not kept: anybody can write under any number of them.</summary>
    private static void Add(ConcurrentDictionary<string, bool> names, string name)
    {
        if (names.Count < EnoughForGroup)
        {
            names.TryAdd(name, true);
        }
    }
}
