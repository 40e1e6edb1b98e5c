using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NemoBot.Core;
using NemoBot.Core.Backend;
using NemoBot.Core.Homes;
using NemoBot.Core.Media;
using NemoBot.Core.Platforms;
using NemoBot.Core.Queueing;
using NemoBot.Core.Recovery;
using NemoBot.Core.Rendering;
using NemoBot.Core.Storage;
using NemoBot.Storage;
using NemoBot.Tests.Support;
using Xunit;

namespace NemoBot.Tests.Scenarios.Support;

/// <summary>
/// A chat with the real engine on a real database, a backend and a platform in memory, and a clock of its own. Reads as the chat does:
/// somebody says something, the backend does something, something is seen.
/// </summary>
public sealed class Chat : IAsyncDisposable
{
    public static readonly ConversationKey Key = new("fake", "room");
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);
    private readonly string _folder;
    private readonly Action<IDictionary<string, string?>>? _settings;
    private ServiceProvider _services = null!;
    private int _messages;

    private Chat(string folder, Action<IDictionary<string, string?>>? settings)
    {
        _folder = folder;
        _settings = settings;
        Backend = new FakeBackend("cloud", Clock);
        Local = new FakeBackend("local", Clock);
    }

    public ManualTimeProvider Clock { get; } = new();

    public FakePlatform Platform { get; } = new();

    /// <summary>Calls of the store that fail.</summary>
    public Faults StoreFaults { get; } = new();

    /// <summary>Calls of the platform that fail.</summary>
    public Faults PlatformFaults { get; } = new();

    /// <summary>One person alone with the bot.</summary>
    public bool IsPrivate { get; set; }

    /// <summary>Asked whether another process has taken the conversation over.</summary>
    public Func<Task<bool>> IsTaken { get; set; } = () => Task.FromResult(false);

    public FakeBackend Backend { get; }

    public FakeBackend Local { get; }

    public IInboundSink Sink => _services.GetRequiredService<IInboundSink>();

    public IBotStore Store => _services.GetRequiredService<IBotStore>();

    /// <summary>Status messages that still claim that work goes on.</summary>
    public IEnumerable<PostedMessage> InProgress => Platform.Messages.Where(m =>
        m.Now.Kind is OutboundKind.Status && (!m.Now.IsFinal || m.Labels.Contains("Cancel")) && !Platform.Deleted.Contains(m.Id));

    /// <summary>A part of the engine, for what no chat can show.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public static async Task<Chat> StartAsync(Action<IDictionary<string, string?>>? settings = null)
    {
        var chat = new Chat(Directory.CreateTempSubdirectory("nemobot-chat-").FullName, settings);
        await chat.BootAsync();
        return chat;
    }

    /// <summary>Ends the process as a kill does, as far as one can from inside, and starts a new one on the same database.</summary>
    public async Task RestartAsync(TimeSpan downFor = default)
    {
        _services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await Clock.AdvanceUntilAsync(() => Get<ConversationQueues>().Count + Get<RenderQueue>().Count == 0, TimeSpan.Zero);
        await _services.DisposeAsync();
        Clock.Advance(downFor);
        await BootAsync();
        var recovery = Get<StartupRecovery>().RunAsync(CancellationToken.None);
        await Clock.AdvanceUntilAsync(() => recovery.IsCompleted, TimeSpan.FromMilliseconds(100));
        await recovery;
        var takenUp = Get<StartupRecovery>().TakenUpAsync(Key.Platform);
        await Clock.AdvanceUntilAsync(() => takenUp.IsCompleted || Platform.LimitsGate is not null, TimeSpan.FromMilliseconds(100));
    }

    public Task<InboundReceipt> User(string text, string author = "Ana", params (string Name, byte[] Bytes)[] files) =>
        UserIn(Key, text, author, files);

    /// <summary>Says something in another place than usual.</summary>
    public Task<InboundReceipt> UserIn(ConversationKey place, string text, string author = "Ana", params (string Name, byte[] Bytes)[] files)
    {
        foreach (var (name, bytes) in files)
        {
            Platform.Attachments[name] = bytes;
        }

        return Sink.PostAsync(
            new InboundMessage
            {
                Conversation = place,
                MessageId = $"u{++_messages}",
                Author = new Author(author, author),
                Text = text,
                Attachments = [.. files.Select(f => new Attachment(f.Name, null, f.Bytes.Length, f.Name))],
                Language = "en",
                IsPrivate = IsPrivate,
            },
            CancellationToken.None);
    }

    /// <summary>Presses the button with this label under the newest message or file that has it.</summary>
    public Task<InboundReceipt> Press(string label, string author = "Ana")
    {
        var found = Platform.Messages.Select(m => (m.Id, m.Now.Buttons))
            .Concat(Platform.Files.Select((f, i) => ($"f{i + 1}", f.File.Buttons)))
            .SelectMany(m => m.Item2.Select(b => (Message: m.Item1, Button: b)))
            .Last(b => b.Button.Label == label);
        return Sink.PostAsync(
            new InboundMessage
            {
                Conversation = Key,
                MessageId = $"p{++_messages}",
                Author = new Author(author, author),
                ActionId = found.Button.Id,
                ActionMessageId = found.Message,
                IsPrivate = IsPrivate,
            },
            CancellationToken.None);
    }

    /// <summary>Lets time go by until a message of the bot has these words in it now.</summary>
    public async Task<PostedMessage> See(string words)
    {
        await WaitAsync(() => Platform.Messages.Any(m => m.Text.Contains(words, StringComparison.Ordinal)), words);
        return Platform.Messages.Last(m => m.Text.Contains(words, StringComparison.Ordinal));
    }

    /// <summary>Lets time go by until no status message claims that work goes on, and nothing runs.</summary>
    public Task Rest() => WaitAsync(
        () => Get<ConversationQueues>().Count + Get<RenderQueue>().Count == 0 && !InProgress.Any(), "the end of all work");

    /// <summary>Lets time go by until so many files were posted.</summary>
    public async Task<OutboundFile> SeeFile(int count = 1)
    {
        await WaitAsync(() => Platform.Files.Count >= count, $"file {count}");
        return Platform.Files[count - 1].File;
    }

    public async Task WaitAsync(Func<bool> condition, string what)
    {
        try
        {
            await Clock.AdvanceUntilAsync(condition, Step);
        }
        catch (TimeoutException)
        {
            var messages = Platform.Messages.Select(m => $"[{m.Id}{(m.Now.IsFinal ? "" : ", not final")}] {m.Text} {string.Join(' ', m.Labels.Select(l => $"[{l}]"))}");
            Assert.Fail($"Not seen: {what} ({Get<ConversationQueues>().Count} turns, {Get<RenderQueue>().Count} renders)\n" + string.Join("\n---\n", messages));
        }
    }

    public async ValueTask DisposeAsync()
    {
        _services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        // Work that is being cancelled still removes its own files.
        var (queues, renders) = (Get<ConversationQueues>(), Get<RenderQueue>());
        for (var i = 0; i < 2000 && queues.Count + renders.Count > 0; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }

        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task BootAsync()
    {
        var settings = new Dictionary<string, string?> { ["NemoBot:DataFolder"] = _folder };
        _settings?.Invoke(settings);
        var section = new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("NemoBot");
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IHostApplicationLifetime, TestLifetime>()
            .AddSingleton<IChatPlatform>(FaultProxy.Wrap<IFakeChat>(Platform, PlatformFaults))
            .AddSingleton<IMediaTools, FakeMedia>()
            .AddSingleton<ISkillCatalog, FakeSkills>()
            .AddSingleton(new BackendDirectory([Backend, Local], "cloud"))
            .AddStorage(section)
            .AddEngine(section)
            .AddSingleton<ILaneGuard>(new ChatGuard(this))
            .Configure<WorkOptions>(o => o.Folder = Path.Combine(_folder, "work"));
        Wrap(services);
        _services = services.BuildServiceProvider();
        await Store.InitializeAsync(CancellationToken.None);
    }

    /// <summary>Puts the faults between the engine and its store.</summary>
    private void Wrap(IServiceCollection services)
    {
        var real = services.Last(s => s.ServiceType == typeof(IBotStore)).ImplementationFactory!;
        services.AddSingleton(p => FaultProxy.Wrap((IBotStore)real(p), StoreFaults));
    }

    private sealed class ChatGuard(Chat chat) : ILaneGuard
    {
        public bool IsAlone => true;

        public Task<bool> IsTakenAsync(ConversationKey conversation, CancellationToken cancellationToken) => chat.IsTaken();
    }
}
