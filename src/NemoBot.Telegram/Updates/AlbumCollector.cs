using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Telegram.Api.Wire;
using NemoBot.Telegram.Settings;

namespace NemoBot.Telegram.Updates;

/// <summary>
/// Makes one message of an album, whose parts come as updates of their own without an end mark. Every part is on disk before
/// the update counts as taken, so that a restart in the middle loses none.
/// </summary>
internal sealed partial class AlbumCollector(
    AlbumJournal journal, BackgroundWork background, IOptions<TelegramOptions> options, TimeProvider clock, ILogger<AlbumCollector> logger)
    : IDisposable
{
    private const int MostRemembered = 50;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<(long, string), PendingAlbum> _pending = [];
    private List<PostedAlbum> _posted = [];
    private Func<IReadOnlyList<Message>, CancellationToken, Task> _post = (_, _) => Task.CompletedTask;

    /// <summary>Takes up what the last run left unfinished. Complete albums go to <paramref name="post"/>.</summary>
    public async Task StartAsync(Func<IReadOnlyList<Message>, CancellationToken, Task> post, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            Clear();
            _post = post;
            var state = await journal.LoadAsync(cancellationToken);
            _posted = [.. state.Posted];
            foreach (var raw in state.Parts)
            {
                if (JsonSerializer.Deserialize(raw, WireContext.Default.Update)?.Message is { Chat: not null, MediaGroupId: not null } part)
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

    /// <summary>Takes a part and returns once it is on disk.</summary>
    public async Task AddAsync(Message part, string raw, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_posted.Any(p => p.Chat == part.Chat!.Id && p.Group == part.MediaGroupId && p.Messages.Contains(part.MessageId)))
            {
                return;
            }

            var album = Put(part, raw);
            await SaveAsync(cancellationToken);
            if (album.Parts.Count >= PendingAlbum.MostParts)
            {
                await PostAsync(album, cancellationToken);
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

    /// <summary>Somebody says the next thing: what they sent before is complete and goes first.</summary>
    public async Task CompleteAsync(long chat, long? author, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            foreach (var album in _pending.Values.Where(a => a.Chat == chat && a.Parts.Values.First().Message.From?.Id == author).ToList())
            {
                await PostAsync(album, cancellationToken);
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
        var key = (part.Chat!.Id, part.MediaGroupId!);
        if (!_pending.TryGetValue(key, out var album))
        {
            _pending[key] = album = new PendingAlbum(part.Chat.Id, part.MediaGroupId!, clock.GetUtcNow());
        }

        album.Parts[part.MessageId] = (part, raw);
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
                await PostAsync(album, cancellationToken);
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // It is on disk; the store may have room again in a moment.
            LogNotPosted(error);
            album.Timer?.Change(options.Value.AlbumQuiet + options.Value.FirstRetry, Timeout.InfiniteTimeSpan);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task PostAsync(PendingAlbum album, CancellationToken cancellationToken)
    {
        await _post([.. album.Parts.Values.Select(p => p.Message)], cancellationToken);
        _pending.Remove((album.Chat, album.Group));
        album.Dispose();
        _posted.Add(new PostedAlbum(album.Chat, album.Group, [.. album.Parts.Keys]));
        _posted.RemoveRange(0, Math.Max(0, _posted.Count - MostRemembered));
        await SaveAsync(cancellationToken);
    }

    private Task SaveAsync(CancellationToken cancellationToken) => journal.SaveAsync(
        new AlbumState { Parts = [.. _pending.Values.SelectMany(a => a.Parts.Values).Select(p => p.Raw)], Posted = _posted },
        cancellationToken);

    private void Clear()
    {
        foreach (var album in _pending.Values)
        {
            album.Dispose();
        }

        _pending.Clear();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An album could not be stored; it is tried again")]
    private partial void LogNotPosted(Exception error);
}
