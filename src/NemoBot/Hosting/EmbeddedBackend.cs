using Microsoft.Extensions.Options;
using NemoBot.Core.Media;
using NemoBot.LocalNemo;
using NemoBot.LocalNemo.Captioning;
using NemoBot.LocalNemo.Rendering;
using NemoBot.LocalNemo.Settings;
using NemoBot.LocalNemo.Sound;

namespace NemoBot.Hosting;

/// <summary>The local backend inside this process, on a loopback port of its own.</summary>
internal sealed class EmbeddedBackend(
    IOptions<LocalNemoOptions> options, IMediaTools media, IProjectRenderer renderer, ISoundAnalyzer sound, CaptionTools captions, TimeProvider clock, ILoggerFactory logs) : IAsyncDisposable
{
    private LocalNemoServer? _server;

    /// <summary>Where it listens.</summary>
    /// <exception cref="InvalidOperationException">It has not been started.</exception>
    public Uri Address => _server?.Address ?? throw new InvalidOperationException("The local backend has not been started.");

    public async Task StartAsync(CancellationToken cancellationToken) =>
        _server = await LocalNemoServer.StartAsync(options.Value, media, renderer, sound, captions, clock, logs, cancellationToken).ConfigureAwait(false);

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
