using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Web;
using NemoBot.Web.Chat;

namespace NemoBot.Tests.Web;

/// <summary>The web chat on a real Kestrel at a free port of loopback, with a sink of the test's own.</summary>
internal sealed class WebServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    private WebServer(WebApplication app, Task running, IInboundSink sink, CancellationTokenSource stop)
    {
        _app = app;
        _running = running;
        _stop = stop;
        Sink = sink;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Client = NewClient();
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public IInboundSink Sink { get; }

    public IServiceProvider Services => _app.Services;

    public WebPlatform Platform => Services.GetRequiredService<WebPlatform>();

    public static async Task<WebServer> StartAsync(
        TestFolder folder, IInboundSink sink, InMemoryLog log, TimeProvider? time = null, IPAddress? pretendAddress = null, IPAddress? pretendPeer = null,
        ILoggerProvider? logs = null, bool run = true, IFileVault? vault = null, params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        if (logs is not null)
        {
            builder.Logging.AddProvider(logs).SetMinimumLevel(LogLevel.Trace);
        }

        builder.Configuration.AddInMemoryCollection([
            KeyValuePair.Create("NemoBot:DataFolder", (string?)folder.Path),
            .. settings.Select(s => KeyValuePair.Create("NemoBot:Web:" + s.Name, (string?)s.Value)),
        ]);
        builder.Services.AddSingleton<IMessageLog>(log);
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        if (vault is not null)
        {
            builder.Services.AddSingleton(vault);
        }

        builder.Services.AddWebChat(builder.Configuration.GetSection("NemoBot:Web"));
        var app = builder.Build();
        if (pretendAddress is not null)
        {
            app.Use((context, next) =>
            {
                context.Connection.LocalIpAddress = pretendAddress;
                return next(context);
            });
        }

        if (pretendPeer is not null)
        {
            app.Use((context, next) =>
            {
                context.Connection.RemoteIpAddress = pretendPeer;
                return next(context);
            });
        }

        app.UseRouting();
        app.MapGet("/metrics", () => "nemobot_up 1").RequireLocalOrToken();
        app.MapWebChat();
        await app.StartAsync();
        var stop = new CancellationTokenSource();
        var running = run ? app.Services.GetRequiredService<WebPlatform>().RunAsync(sink, stop.Token) : Task.CompletedTask;
        return new WebServer(app, running, sink, stop);
    }

    public HttpClient NewClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        BaseAddress = Address,
        Timeout = TimeSpan.FromSeconds(30),
    };

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _stop.CancelAsync();
        await _running;
        await _app.StopAsync();
        await _app.DisposeAsync();
        _stop.Dispose();
    }
}
