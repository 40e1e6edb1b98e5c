using Telegram.Bot.Types;

namespace NemoBot.Telegram.Updates;

/// <summary>An album that may still receive parts.</summary>
/// <param name="chat">The chat.</param>
/// <param name="group">The service's id of the album.</param>
/// <param name="firstAt">When the first part arrived.</param>
internal sealed class PendingAlbum(long chat, string group, DateTimeOffset firstAt) : IDisposable
{
    /// <summary>The most parts that the service allows in an album.</summary>
    public const int MostParts = 10;

    public long Chat { get; } = chat;

    public string Group { get; } = group;

    public DateTimeOffset FirstAt { get; } = firstAt;

    /// <summary>The parts by message id, with the update as received.</summary>
    public SortedDictionary<int, (Message Message, string Raw)> Parts { get; } = [];

    /// <summary>Fires when the album counts as complete.</summary>
    public ITimer? Timer { get; set; }

    /// <inheritdoc/>
    public void Dispose() => Timer?.Dispose();
}
