using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage;
using NemoBot.Web;

namespace NemoBot.Browser.Support;

/// <summary>The web chat alone, on its real store, with a scripted engine behind it. It can be stopped and started again at the same address.</summary>
internal sealed class PageHost : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nemobot-page-");
    private readonly (string Name, string Value)[] _settings;
    private WebApplication? _app;
    private CancellationTokenSource? _stop;
    private Task _running = Task.CompletedTask;

    private PageHost((string Name, string Value)[] settings) => _settings = settings;

    public ScriptedEngine Engine { get; } = new();

    public int Port { get; private set; }

    public string Address => $"http://127.0.0.1:{Port}";

    /// <summary>Bytes of a request's body that are let through each second while this is set; null: all.</summary>
    public Func<HttpContext, Task>? OnRequest { get; set; }

    public IChatPlatform Platform => _app!.Services.GetRequiredService<IChatPlatform>();

    public static async Task<PageHost> StartAsync(params (string Name, string Value)[] settings)
    {
        var host = new PageHost(settings);
        await host.StartAgainAsync();
        return host;
    }

    public static ConversationKey Chat(string channel = "main") => new("web", channel);

    public async Task StartAgainAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, Port));
        builder.Configuration.AddInMemoryCollection([
            KeyValuePair.Create("NemoBot:DataFolder", (string?)_folder.FullName),
            .. _settings.Select(s => KeyValuePair.Create("NemoBot:Web:" + s.Name, (string?)s.Value)),
        ]);
        builder.Services.AddStorage(builder.Configuration.GetSection("NemoBot"));
        builder.Services.AddWebChat(builder.Configuration.GetSection("NemoBot:Web"));
        _app = builder.Build();
        _app.Use(async (context, next) =>
        {
            await (OnRequest?.Invoke(context) ?? Task.CompletedTask);
            await next(context);
        });
        _app.UseRouting();
        _app.MapWebChat();
        await _app.Services.GetRequiredService<IBotStore>().InitializeAsync(CancellationToken.None);
        await _app.StartAsync();
        Port = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        _stop = new CancellationTokenSource();
        _running = Platform.RunAsync(Engine, _stop.Token);
    }

    public async Task StopAsync()
    {
        await _stop!.CancelAsync();
        await _running;
        await _app!.StopAsync();
        await _app.DisposeAsync();
        _stop.Dispose();
    }

    /// <summary>The bot says something.</summary>
    public async Task<MessageRef> SayAsync(OutboundMessage message, string channel = "main") =>
        ((DeliveryResult.Delivered)await Platform.SendAsync(Chat(channel), message, CancellationToken.None)).Message;

    public async Task EditAsync(MessageRef target, OutboundMessage message) =>
        _ = (DeliveryResult.Delivered)await Platform.EditAsync(target, message, CancellationToken.None);

    /// <summary>The bot sends a file.</summary>
    public async Task<MessageRef> SendAsync(OutboundFile file, string channel = "main") =>
        ((DeliveryResult.Delivered)await Platform.SendFileAsync(Chat(channel), file, CancellationToken.None)).Message;

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Delete(recursive: true);
    }
}
