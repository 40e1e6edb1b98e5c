using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NemoBot.Core.Media;
using NemoBot.LocalNemo.Captioning;
using NemoBot.LocalNemo.Captioning.Fonts;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Http;
using NemoBot.LocalNemo.Rendering;
using NemoBot.LocalNemo.Renders;
using NemoBot.LocalNemo.Settings;
using NemoBot.LocalNemo.Sound;
using NemoBot.LocalNemo.Store;
using NemoBot.LocalNemo.Turns;
using NemoBot.LocalNemo.Upkeep;
using NemoBot.LocalNemo.Understanding;
using NemoBot.LocalNemo.Uploads;

namespace NemoBot.LocalNemo;

/// <summary>
/// The embedded backend: an HTTP server of its own that speaks the cloud's contract and renders on this machine. It reads no
/// configuration by itself and shares nothing with the program it runs in but the clock and the log.
/// </summary>
internal sealed class LocalNemoServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly IRenders _renders;
    private readonly RetentionSweeper _cleaning;
    private readonly LinkFetcher _links;
    private readonly CancellationTokenSource _stopping;
    private bool _disposed;

    private LocalNemoServer(WebApplication app, IRenders renders, RetentionSweeper cleaning, LinkFetcher links, CancellationTokenSource stopping)
    {
        (_app, _renders, _cleaning, _links, _stopping) = (app, renders, cleaning, links, stopping);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>Where it listens, with the real port.</summary>
    public Uri Address { get; }

    /// <summary>Starts the server; renders that were unfinished when it last stopped start again.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="media">Looks into uploaded files.</param>
    /// <param name="renderer">Makes the videos.</param>
    /// <param name="clock">The time.</param>
    /// <param name="logs">Where it logs.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    public static Task<LocalNemoServer> StartAsync(
        LocalNemoOptions options, IMediaTools media, IProjectRenderer renderer, TimeProvider clock, ILoggerFactory logs, CancellationToken cancellationToken) =>
        StartAsync(options, media, renderer, null, null, null, clock, logs, cancellationToken);

    /// <summary>Starts it with the means to listen to sound, and perhaps as one of several.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="media">Looks into uploaded files.</param>
    /// <param name="renderer">Makes the videos.</param>
    /// <param name="sound">Finds pauses, beats and sections; null: edits that need them say so.</param>
    /// <param name="captions">Makes captions; null: edits that need them say so.</param>
    /// <param name="sharing">What it shares with others; null: everything is in its data folder.</param>
    /// <param name="clock">The time.</param>
    /// <param name="logs">Where it logs.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public static async Task<LocalNemoServer> StartAsync(
        LocalNemoOptions options,
        IMediaTools media,
        IProjectRenderer renderer,
        ISoundAnalyzer? sound,
        CaptionTools? captions,
        StudioSharing? sharing,
        TimeProvider clock,
        ILoggerFactory logs,
        CancellationToken cancellationToken)
    {
        var folders = new Folders(options.DataFolder);
        folders.Prepare();
        var tools = new EditTools { Sound = sound, Captions = captions, Fonts = new FontFamilies(clock), Colors = (renderer as ProjectRenderer)?.Colors };
        var studio = sharing is null
            ? FolderStudio.Create(folders, options, renderer, tools, clock, logs)
            : await SharedStudio.CreateAsync(sharing, folders, options, renderer, tools, clock, logs, cancellationToken);
        var receiver = new UploadReceiver(folders, options);
        var links = new LinkFetcher(receiver, options, clock);
        var stopping = new CancellationTokenSource();
        var app = Build(options, logs);
        app.Use(new ErrorAnswers(logs.CreateLogger<ErrorAnswers>()).InvokeAsync);
        app.UseRouting();
        var gate = new Gate(studio.Users, studio.Sessions);
        var outputs = new OutputLinks(studio.Renders, studio.Assets, studio.Secret, options, clock);
        new AccountEndpoints(gate, studio.Users, options).Map(app);
        new SessionEndpoints(gate, studio.Sessions, studio.Assets, studio.Renders).Map(app);
        new UploadEndpoints(gate, receiver, links, new UploadValidator(media, studio.Assets, options), outputs, options).Map(app);
        new RenderEndpoints(gate, studio.Renders, studio.Assets, folders, outputs, options, clock).Map(app);
        outputs.Map(app);
        var runner = new TurnRunner(new TurnPlanner(studio.Assets, studio.Tools, ReaderOf(options, clock, logs), clock), options, clock);
        new TalkEndpoint(gate, studio.Users, studio.Turns, runner, options, clock, logs.CreateLogger<TalkEndpoint>(), stopping.Token).Map(app);
        app.MapFallback(_ => throw ApiException.NotFound("There is no such address."));

        await app.StartAsync(cancellationToken);
        await studio.Renders.StartAsync(cancellationToken);
        var cleaning = new RetentionSweeper(studio.Sessions, studio.Assets, studio.Renders, options, clock, logs.CreateLogger<RetentionSweeper>());
        return new LocalNemoServer(app, studio.Renders, cleaning, links, stopping);
    }

    /// <summary>Stops it: running turns and renders end at once, what they left is taken up at the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        await _stopping.CancelAsync();
        await _cleaning.DisposeAsync();
        await _renders.DisposeAsync();
        await _app.DisposeAsync();
        _links.Dispose();
        _stopping.Dispose();
    }

    /// <summary>The built-in interpreter, with a language model behind it if one is configured.</summary>
    private static IMessageReader ReaderOf(LocalNemoOptions options, TimeProvider clock, ILoggerFactory logs) => options.Understanding.IsEnabled
        ? new ModelReader(ModelClient.Create(options.Understanding), options.Understanding, clock, logs.CreateLogger<ModelReader>()) : new BuiltInReader();

    private static WebApplication Build(LocalNemoOptions options, ILoggerFactory logs)
    {
        // The empty builder reads no environment and no files: the bot's own settings cannot leak in, and it starts fast.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = Path.GetFullPath(options.DataFolder) });
        builder.Services.AddSingleton(logs);
        builder.Services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            foreach (var url in options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                Listen(kestrel, new Uri(url));
            }
        });
        return builder.Build();
    }

    private static void Listen(Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions kestrel, Uri url)
    {
        if (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address))
        {
            kestrel.Listen(address, url.Port);
        }
        else if (url.IsLoopback)
        {
            kestrel.Listen(IPAddress.Loopback, url.Port);
        }
        else
        {
            kestrel.ListenAnyIP(url.Port);
        }
    }
}
