using NemoBot.Telegram.Api.Wire;

namespace NemoBot.Telegram.Updates;

/// <summary>An album of which parts may still come.</summary>
/// <param name="chat">Where it stands.</param>
/// <param name="group">The service's id of it.</param>
/// <param name="firstAt">When the first part came.</param>
internal sealed class PendingAlbum(long chat, string group, DateTimeOffset firstAt) : IDisposable
{
    /// <summary>An album has at most so many parts.</summary>
    public const int MostParts = 10;

    public long Chat { get; } = chat;

    public string Group { get; } = group;

    public DateTimeOffset FirstAt { get; } = firstAt;

    /// <summary>The parts by message id, with the update as it came.</summary>
    public SortedDictionary<long, (Message Message, string Raw)> Parts { get; } = [];

    /// <summary>Fires when the album counts as complete.</summary>
    public ITimer? Timer { get; set; }

    /// <inheritdoc/>
    public void Dispose() => Timer?.Dispose();
}
