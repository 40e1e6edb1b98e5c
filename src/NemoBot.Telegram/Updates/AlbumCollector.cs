using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Telegram.Api;
using NemoBot.Telegram.Settings;
using Telegram.Bot.Types;

namespace NemoBot.Telegram.Updates;

/// <summary>
/// Combines the parts of an album, which arrive as separate updates without an end mark, into one message. Every part is on disk before
/// its update counts as handled, so that a restart in between loses none.
/// </summary>
internal sealed partial class AlbumCollector(
    AlbumJournal journal,
    InboundPublisher publisher,
    BackgroundWork background,
    IOptions<TelegramOptions> options,
    TimeProvider clock,
    ILogger<AlbumCollector> logger)
    : IDisposable
{
    private const int MostRemembered = 50;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<(long, string), PendingAlbum> _pending = [];
    private List<PostedAlbum> _posted = [];

    /// <summary>Resumes the albums that the last run left incomplete.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            Clear();
            var state = await journal.LoadAsync(cancellationToken);
            _posted = [.. state.Posted];
            foreach (var raw in state.Parts)
            {
                if (TryParse(raw) is { } part)
                {
                    Schedule(Put(part, raw));
                }
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Adds a part; returns once it is on disk.</summary>
    public async Task AddAsync(Message part, string raw, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_posted.Any(p => p.Chat == part.Chat.Id && p.Group == part.MediaGroupId && p.Messages.Contains(part.Id)))
            {
                return;
            }

            var album = Put(part, raw);
            await SaveAsync(cancellationToken);
            if (album.Parts.Count >= PendingAlbum.MostParts)
            {
                await PublishAsync(album, cancellationToken);
            }
            else
            {
                Schedule(album);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The author sent another message: their album before it is complete and is published first.</summary>
    public async Task CompleteAsync(long chat, long? author, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            foreach (var album in _pending.Values.Where(a => a.Chat == chat && a.Parts.Values.First().Message.From?.Id == author).ToList())
            {
                await PublishAsync(album, cancellationToken);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Stops the timers; what is pending stays on disk.</summary>
    public async Task StopAsync()
    {
        await _gate.WaitAsync(CancellationToken.None);
        Clear();
        _gate.Release();
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private PendingAlbum Put(Message part, string raw)
    {
        var key = (part.Chat.Id, part.MediaGroupId!);
        if (!_pending.TryGetValue(key, out var album))
        {
            _pending[key] = album = new PendingAlbum(part.Chat.Id, part.MediaGroupId!, clock.GetUtcNow());
        }

        album.Parts[part.Id] = (part, raw);
        return album;
    }

    private void Schedule(PendingAlbum album)
    {
        var left = album.FirstAt + options.Value.AlbumLimit - clock.GetUtcNow();
        var wait = left < options.Value.AlbumQuiet ? left : options.Value.AlbumQuiet;
        wait = wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        album.Timer ??= clock.CreateTimer(
            _ => background.Run(stop => FinishAsync(album, stop)), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        album.Timer.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private async Task FinishAsync(PendingAlbum album, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_pending.GetValueOrDefault((album.Chat, album.Group)) == album)
            {
                await PublishAsync(album, cancellationToken);
            }
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // The parts are on disk; the store may accept the message later.
            LogNotPublished(error);
            album.Timer?.Change(options.Value.AlbumQuiet + options.Value.FirstRetry, Timeout.InfiniteTimeSpan);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task PublishAsync(PendingAlbum album, CancellationToken cancellationToken)
    {
        await publisher.PublishAsync([.. album.Parts.Values.Select(p => p.Message)], cancellationToken);
        _pending.Remove((album.Chat, album.Group));
        album.Dispose();
        _posted.Add(new PostedAlbum(album.Chat, album.Group, [.. album.Parts.Keys]));
        _posted.RemoveRange(0, Math.Max(0, _posted.Count - MostRemembered));
        await SaveAsync(cancellationToken);
    }

    private Task SaveAsync(CancellationToken cancellationToken) => journal.SaveAsync(
        new AlbumState { Parts = [.. _pending.Values.SelectMany(a => a.Parts.Values).Select(p => p.Raw)], Posted = _posted },
        cancellationToken);

    private static Message? TryParse(string raw)
    {
        using var update = JsonDocument.Parse(raw);
        return LenientReader<Update>.Read(update.RootElement, out _)?.Message is { Id: not 0, Chat.Id: not 0, MediaGroupId: not null } part ? part : null;
    }

    private void Clear()
    {
        foreach (var album in _pending.Values)
        {
            album.Dispose();
        }

        _pending.Clear();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An album could not be stored; retrying")]
    private partial void LogNotPublished(Exception error);
}
