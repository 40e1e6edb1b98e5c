using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NemoBot.Admin;
using NemoBot.Core.Backend;
using NemoBot.Core.Media;
using NemoBot.LocalNemo;
using NemoBot.Maintenance;
using NemoBot.Settings;
using NemoBot.Core.Status;
using NemoBot.Telegram;
using NemoBot.Telemetry;
using NemoBot.Web;
using NemoBot.Web.Admin;

namespace NemoBot.Hosting;

/// <summary>Without a verb: runs the bot until it is stopped.</summary>
internal static partial class RunVerb
{
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(8);

    public const string DefaultUrl = "http://127.0.0.1:5080";

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            using var signals = new StopSignals();
            var app = Build(args);
            await using (app.ConfigureAwait(false))
            {
                if (app.Services.GetRequiredService<PlatformDirectory>().All.Count == 0)
                {
                    return Refuse("Nothing is switched on: set NEMOBOT__Telegram__Token or NEMOBOT__Discord__Token, or leave the web chat on.");
                }

                // FFmpeg and the store take their time: both begin before the pages are mapped.
                var ffmpeg = Task.Run(() => app.Services.GetRequiredService<IMediaTools>().FindVersionAsync(CancellationToken.None));
                var prepared = Task.Run(() => Startup.PrepareAsync(app.Services, CancellationToken.None));
                Map(app);
                await prepared.ConfigureAwait(false);
                foreach (var problem in await StartChecks.RunAsync(app.Services, CancellationToken.None).ConfigureAwait(false))
                {
                    await Console.Error.WriteLineAsync(problem).ConfigureAwait(false);
                }

                await StartAsync(app).ConfigureAwait(false);
                await AnnounceAsync(app, await ffmpeg.ConfigureAwait(false)).ConfigureAwait(false);
                await app.WaitForShutdownAsync().ConfigureAwait(false);

                // The studio gives its renders back to other instances, for which it needs the database: the container may close that one first.
                await app.Services.GetRequiredService<EmbeddedBackend>().DisposeAsync().ConfigureAwait(false);
                return Environment.ExitCode;
            }
        }
        catch (Exception exception) when (StartProblem.Describe(exception) is { } sentence)
        {
            return Refuse(sentence);
        }
    }

    /// <summary>After a start that failed, what had begun already ends in order: its loops must not fail on a store that is closed.</summary>
    private static async Task StartAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync().ConfigureAwait(false);
        }
        catch
        {
            await app.StopAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Configuration.AddWellKnown(args);
        SettingsValidator.Require(builder.Configuration);
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        builder.Logging.AddLogs(builder.Configuration);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddBot(builder.Configuration, localFolder: null).AddPlatforms(builder.Configuration.GetSection(SettingsCatalog.Root));
        builder.Services.AddAdmin().AddTelemetry(builder.Configuration);
        ClusterJoin.AddIfSet(builder);
        builder.Services.AddHostedService<SettingsReport>();
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = StopPatience);
        builder.Services.AddHostedService<StatusPause>();
        builder.Services.AddHostedService<BotHost>().AddHostedService<SpareMemory>();
        builder.Services.AddMaintenance().AddHostedService<MaintenanceService>();
        return builder.Build();
    }

    private static void Map(WebApplication app)
    {
        app.MapGet("/healthz", Health.AnswerAsync).RequireLocalOrToken();
        app.MapGet("/health/live", () => Results.Text("alive")).RequireLocalOrToken();
        app.MapGet("/health/ready", Readiness.AnswerAsync).RequireLocalOrToken();
        app.MapGet("/metrics", (MetricsPage metrics) => Results.Text(metrics.Write(), "text/plain; version=0.0.4")).RequireLocalOrToken();
        app.MapWebChat();
        app.MapAdminPage();
        app.MapTelegramWebhook();
    }

    private static async Task AnnounceAsync(WebApplication app, string? version)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? DefaultUrl;
        var backend = app.Services.GetRequiredService<BackendDirectory>().Chosen.Traits.Name;
        var ffmpeg = version is null ? "FFmpeg is missing: apt-get install ffmpeg" : $"FFmpeg {version}";
        var sentence = $"NemoBot is ready: {address} ({backend} backend, {ffmpeg})";
        if (Logs.IsJson(app.Configuration))
        {
            LogReady(app.Logger, sentence);
        }
        else
        {
            await Console.Out.WriteLineAsync(sentence).ConfigureAwait(false);
        }
    }

    private static int Refuse(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 1;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Sentence}")]
    private static partial void LogReady(ILogger logger, string sentence);
}
