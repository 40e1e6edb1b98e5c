using Microsoft.Extensions.Options;
using NemoBot.Core.Media;
using NemoBot.LocalNemo.Captioning;
using NemoBot.LocalNemo.Rendering;
using NemoBot.LocalNemo.Settings;
using NemoBot.LocalNemo.Sound;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo;

/// <summary>The local backend with the services of this process: the only door into it for a program that hosts it.</summary>
public sealed class EmbeddedBackend : IAsyncDisposable
{
    private readonly IServiceProvider _services;
    private LocalNemoServer? _server;

    internal EmbeddedBackend(IServiceProvider services) => _services = services;

    /// <summary>Where it listens.</summary>
    /// <exception cref="InvalidOperationException">It has not been started.</exception>
    public Uri Address => _server?.Address ?? throw new InvalidOperationException("The local backend has not been started.");

    /// <summary>What keeps it from working now, as an operator mends it; null: nothing does.</summary>
    public string? Problem =>
        _services.GetRequiredService<MediaProcesses>().FindMissingTool() is { } missing ? $"{missing} is not installed (apt-get install ffmpeg)" : null;

    /// <summary>Starts it on <see cref="LocalNemoOptions.Urls"/>.</summary>
    /// <param name="cancellationToken">Cancels the start.</param>
    public async Task StartAsync(CancellationToken cancellationToken) => _server = await LocalNemoServer.StartAsync(
        _services.GetRequiredService<IOptions<LocalNemoOptions>>().Value,
        _services.GetRequiredService<IMediaTools>(),
        _services.GetRequiredService<IProjectRenderer>(),
        _services.GetRequiredService<ISoundAnalyzer>(),
        _services.GetRequiredService<CaptionTools>(),
        _services.GetService<StudioSharing>(),
        _services.GetRequiredService<TimeProvider>(),
        _services.GetRequiredService<ILoggerFactory>(),
        cancellationToken).ConfigureAwait(false);

    /// <summary>Stops it; what was unfinished is taken up at the next start.</summary>
    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
