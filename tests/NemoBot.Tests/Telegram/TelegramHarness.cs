using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Telegram;
using NemoBot.Tests.Contracts;
using NemoBot.Tests.Support;
using NemoBot.Tests.Telegram.StandIn;
using Xunit;

namespace NemoBot.Tests.Telegram;

/// <summary>The platform, put together as the host does it, over the stand-in, on a clock of our own.</summary>
internal sealed class TelegramHarness : IPlatformHarness
{
    public const long Ana = 11;
    public const long Ben = 12;

    private readonly Dictionary<string, string?> _settings;
    private ServiceProvider _services = null!;
    private CancellationTokenSource _stop = new();

    private TelegramHarness(TelegramStandIn server, ManualTimeProvider clock, Dictionary<string, string?> settings)
    {
        Server = server;
        Clock = clock;
        _settings = settings;
    }

    public TelegramStandIn Server { get; }

    public ManualTimeProvider Clock { get; }

    public MemoryCursors Cursors { get; } = new();

    /// <summary>Every line that was logged.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    /// <summary>Ends when the platform's run ends.</summary>
    public Task Running { get; private set; } = Task.CompletedTask;

    public TelegramPlatform Telegram => _services.GetRequiredService<TelegramPlatform>();

    public IServiceProvider Services => _services;

    public IChatPlatform Platform => _services.GetRequiredService<IChatPlatform>();

    public ConversationKey Conversation { get; } = new("telegram", Ana.ToString());

    public ConversationKey Other { get; } = new("telegram", Ben.ToString());

    public bool CanRateLimit => true;

    public bool CanRemoveBot => true;

    public bool CanDelete => true;

    public bool CanRedeliver => true;

    public bool CanListen => true;

    public static async Task<TelegramHarness> CreateAsync(Action<Dictionary<string, string?>>? configure = null)
    {
        var clock = new ManualTimeProvider();
        var server = await TelegramStandIn.StartAsync(clock);
        server.AddChat(Ana, "private");
        server.AddChat(Ben, "private");
        Dictionary<string, string?> settings = new() { ["Token"] = TelegramStandIn.Token, ["ApiBaseUrl"] = server.Address.AbsoluteUri };
        // Our clock may run far ahead of a call on a busy machine; the tests that are about waiting set their own.
        (settings["CallTimeout"], settings["IdleTimeout"]) = ("00:59:00", "00:59:00");
        configure?.Invoke(settings);
        var harness = new TelegramHarness(server, clock, settings);
        harness.Build();
        return harness;
    }

    /// <summary>Makes the services anew, as a new process does.</summary>
    public void Build()
    {
        var section = new ConfigurationBuilder().AddInMemoryCollection(_settings).Build();
        _services = new ServiceCollection()
            .AddLogging(l => l.AddProvider(new ListLogger(Log)).SetMinimumLevel(LogLevel.Trace))
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IPlatformCursors>(Cursors)
            .AddTelegram(section)
            .BuildServiceProvider(validateScopes: true);
    }

    public async Task StartAsync(IInboundSink sink, CancellationToken cancellationToken)
    {
        var polls = Server.PollCount;
        Running = Task.Run(() => Platform.RunAsync(sink, _stop.Token), cancellationToken);
        while (Server.PollCount == polls && !Running.IsCompleted)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, cancellationToken);
        }
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Running.WaitAsync(TimeSpan.FromSeconds(20));
        _stop.Dispose();
        _stop = new CancellationTokenSource();
        await _services.DisposeAsync();
        while (Server.IsPolled)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System);
        }
    }

    public async Task RestartAsync(IInboundSink sink, CancellationToken cancellationToken)
    {
        await StopAsync();
        Build();
        await StartAsync(sink, cancellationToken);
    }

    public Task<IReadOnlyList<SeenMessage>> ReadAsync(ConversationKey conversation, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SeenMessage>>([.. Server.Messages(long.Parse(conversation.Channel.Split('/')[0]))
            .Select(m => new SeenMessage(m.Id.ToString(), Seen(m.Text), [.. m.Buttons.Select(b => b.Label)], m.File?.Name, m.File?.Content))]);

    public Task<string> SayAsync(ConversationKey conversation, string text, SaidFile? file, CancellationToken cancellationToken)
    {
        var chat = long.Parse(conversation.Channel);
        if (file is null)
        {
            return Task.FromResult(Server.Say(Server.Compose(chat, text)));
        }

        var held = Server.AddFile(file.Name, file.MimeType, file.Content);
        return Task.FromResult(Server.Say(TelegramStandIn.With(Server.Compose(chat), "document", held, text)));
    }

    public Task PressAsync(MessageRef message, string label, CancellationToken cancellationToken)
    {
        Server.Press(long.Parse(message.Conversation.Channel), long.Parse(message.MessageId), label);
        return Task.CompletedTask;
    }

    public Task RedeliverAsync(CancellationToken cancellationToken)
    {
        Server.PushAgain(Server.Newest!);
        return Task.CompletedTask;
    }

    public Task DeleteAsync(MessageRef message, CancellationToken cancellationToken)
    {
        Server.DeleteBotMessage(long.Parse(message.Conversation.Channel), long.Parse(message.MessageId));
        return Task.CompletedTask;
    }

    public Task RateLimitAsync(ConversationKey conversation, TimeSpan duration, CancellationToken cancellationToken)
    {
        Server.Block(long.Parse(conversation.Channel), duration);
        return Task.CompletedTask;
    }

    public Task PassAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        Clock.Advance(time);
        return Task.CompletedTask;
    }

    public Task RemoveBotAsync(ConversationKey conversation, CancellationToken cancellationToken)
    {
        Server.ChangeMembership(long.Parse(conversation.Channel), "member", "kicked");
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Server.DisposeAsync();
        Assert.Empty(Server.Violations);
        Assert.DoesNotContain(Log, line => line.Contains(TelegramStandIn.Token, StringComparison.Ordinal));
    }

    /// <summary>Lets time pass until a call has returned.</summary>
    public async Task<T> AdvancingAsync<T>(Task<T> call)
    {
        await AdvancingAsync((Task)call);
        return await call;
    }

    /// <summary>Lets time pass until a call has returned.</summary>
    public async Task AdvancingAsync(Task call)
    {
        await Clock.AdvanceUntilAsync(() => call.IsCompleted, TimeSpan.FromMilliseconds(50));
        await call;
    }

    /// <summary>The word joiner that keeps a name from pinging has no width.</summary>
    public static string Seen(string text) => text.Replace("\u2060", "", StringComparison.Ordinal);
}
