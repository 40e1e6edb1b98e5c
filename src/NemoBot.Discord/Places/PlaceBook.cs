using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using NemoBot.Core.Storage;
using NemoBot.Discord.Configuration;

namespace NemoBot.Discord.Places;

/// <summary>
/// The conversations that the bot remembers, by channel. Kept in pages, so that a change rewrites a small part; what is lost by a
/// crash is only how far a channel was read, and reading a message twice does no harm.
/// </summary>
internal sealed class PlaceBook(IPlatformCursors cursors, DiscordOptions options)
{
    private const int Pages = 64;

    private readonly ConcurrentDictionary<ulong, Place> _places = new();
    private readonly bool[] _dirty = new bool[Pages];

    public int Count => _places.Count;

    /// <summary>
    /// Reads what an earlier process remembered. Work that was taken up again may have entered its channels already: how far they were
    /// read is not lost by that.
    /// </summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        for (var page = 0; page < Pages; page++)
        {
            var lines = (await cursors.GetCursorAsync(Name(page), cancellationToken))?.Split('\n') ?? [];
            foreach (var line in lines)
            {
                if (line.Split(' ') is [var channel, var guild, var seen, var bytes, var isPrivate] && ulong.TryParse(channel, out var id))
                {
                    var place = _places.GetOrAdd(id, _ => new Place { Guild = Id(guild), IsPrivate = isPrivate == "1" });
                    place.LastSeen = Math.Max(place.LastSeen, Id(seen));
                    place.UploadBytes = place.UploadBytes > 0 ? place.UploadBytes : (long)Id(bytes);
                }
            }
        }
    }

    public Place? Find(string channel) => _places.GetValueOrDefault(Id(channel));

    /// <summary>The conversation, remembered from now on.</summary>
    /// <returns>The place, and whether it is new: then it should be saved at once.</returns>
    public (Place Place, bool IsNew) Enter(string channel, string? guild, bool isPrivate)
    {
        var isNew = false;
        var place = _places.GetOrAdd(Id(channel), _ =>
        {
            isNew = true;
            return new Place { Guild = Id(guild), IsPrivate = isPrivate };
        });
        if (isNew)
        {
            Touch(channel);
            Shrink();
        }

        return (place, isNew);
    }

    /// <summary>A message of the channel is on disk, or of no interest.</summary>
    public void Seen(string channel, Place place, string message)
    {
        lock (place)
        {
            if (place.IsCatchingUp)
            {
                place.LaterSeen = Math.Max(place.LaterSeen, Id(message));
                return;
            }

            place.LastSeen = Math.Max(place.LastSeen, Id(message));
        }

        Touch(channel);
    }

    public void Touch(string channel) => _dirty[Page(Id(channel))] = true;

    public bool Forget(string channel)
    {
        Touch(channel);
        return _places.TryRemove(Id(channel), out _);
    }

    /// <summary>The channels of a server.</summary>
    public IReadOnlyList<string> In(string guild) => Id(guild) is var id && id == 0 ? [] : [.. _places.Where(p => p.Value.Guild == id).Select(p => Text(p.Key))];

    /// <summary>Marks the conversations of a shard as to be caught up, the latest first.</summary>
    public IReadOnlyList<(string Channel, Place Place, string After)> BeginCatchUp(Func<ulong, bool> belongs)
    {
        var result = new List<(string, Place, string)>();
        foreach (var (channel, place) in _places.Where(p => belongs(p.Value.Guild)).OrderByDescending(p => p.Value.LastSeen).Take(options.CatchUpConversations))
        {
            lock (place)
            {
                if (place.LastSeen != 0 && !place.IsCatchingUp)
                {
                    place.IsCatchingUp = true;
                    result.Add((Text(channel), place, Text(place.LastSeen)));
                }
            }
        }

        return result;
    }

    /// <summary>What was missed is on disk: the mark moves on to what came meanwhile.</summary>
    public void EndCatchUp(string channel, Place place)
    {
        lock (place)
        {
            place.IsCatchingUp = false;
            place.LastSeen = Math.Max(place.LastSeen, place.LaterSeen);
        }

        Touch(channel);
    }

    /// <summary>Writes the pages that changed.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        for (var page = 0; page < Pages; page++)
        {
            if (!_dirty[page])
            {
                continue;
            }

            _dirty[page] = false;
            var text = new StringBuilder();
            foreach (var (channel, place) in _places.Where(p => Page(p.Key) == page))
            {
                text.Append(CultureInfo.InvariantCulture, $"{channel} {place.Guild} {place.LastSeen} {place.UploadBytes} {(place.IsPrivate ? 1 : 0)}\n");
            }

            try
            {
                await cursors.SetCursorAsync(Name(page), text.Length == 0 ? null : text.ToString(), cancellationToken);
            }
            catch
            {
                _dirty[page] = true;
                throw;
            }
        }
    }

    /// <summary>Ids are compared as numbers: they grow with time.</summary>
    public static ulong Id(string? text) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    private static string Text(ulong id) => id.ToString(CultureInfo.InvariantCulture);

    private static string Name(int page) => string.Create(CultureInfo.InvariantCulture, $"discord.places.{page}");

    private static int Page(ulong channel) => (int)((channel >> 22) % Pages);

    private void Shrink()
    {
        if (_places.Count <= options.RememberedConversations + (options.RememberedConversations / 10))
        {
            return;
        }

        foreach (var (channel, _) in _places.OrderBy(p => p.Value.LastSeen).Take(_places.Count - options.RememberedConversations).ToList())
        {
            Forget(Text(channel));
        }
    }
}
