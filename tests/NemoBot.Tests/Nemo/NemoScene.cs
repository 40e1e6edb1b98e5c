using NemoBot.Core.Backend;
using NemoBot.Nemo;
using NemoBot.Nemo.Settings;
using NemoBot.Tests.Support;
using Xunit;

namespace NemoBot.Tests.Nemo;

/// <summary>A client and the stand-in it speaks to.</summary>
internal sealed class NemoScene : IAsyncDisposable
{
    private NemoScene(CloudStandIn cloud, NemoBackend backend)
    {
        Cloud = cloud;
        Backend = backend;
    }

    public CloudStandIn Cloud { get; }

    public NemoBackend Backend { get; }

    public required ManualTimeProvider Clock { get; init; }

    public required MemoryAccounts Accounts { get; init; }

    public required LogCollector Logs { get; init; }

    public BackendCaller Caller { get; } = new(Core.Backend.Accounts.Default, Skill("audio-upload-aioz"));

    public static Skill Skill(string name) => new()
    {
        Name = name,
        Version = "1.0.0",
        Source = "unknown",
        Titles = new Dictionary<string, string>(),
        Greetings = new Dictionary<string, string>(),
        Starters = new Dictionary<string, IReadOnlyList<string>>(),
        AcceptedTypes = ["mp3"],
        MaxBytes = 1000,
    };

    public static async Task<NemoScene> StartAsync(Func<NemoConnection, NemoConnection>? change = null, MemoryAccounts? accounts = null, Uri? address = null)
    {
        var cloud = await CloudStandIn.StartAsync();
        var clock = new ManualTimeProvider();
        cloud.Clock = clock;
        var logs = new LogCollector();
        accounts ??= new MemoryAccounts();
        var connection = new NemoConnection
        {
            Traits = new BackendTraits { Name = "cloud", ChargesCredits = true, Web = new Uri("https://web.example/") },
            Api = address ?? cloud.Address,
            Limits = new NemoLimits { BreakerCalls = 1000 },
        };
        var backend = new NemoBackend(change?.Invoke(connection) ?? connection, accounts, new ReversingProtector(), clock, logs);
        return new NemoScene(cloud, backend) { Clock = clock, Accounts = accounts, Logs = logs };
    }

    /// <summary>Waits for a call while time passes.</summary>
    public Task<T> Soon<T>(Task<T> call, TimeSpan? step = null) => Clock.AdvanceUntilAsync(call, step ?? TimeSpan.FromMilliseconds(200));

    /// <summary>The error of a call that must fail.</summary>
    public async Task<BackendError> FailsAsync(Func<Task> call)
    {
        async Task<BackendError> CatchAsync() => (await Assert.ThrowsAsync<BackendException>(call)).Error;
        return await Soon(CatchAsync());
    }

    public async Task<string> SessionAsync() => (await Backend.CreateSessionAsync(Caller, "en", default)).SessionId;

    /// <summary>Sends a message and collects what comes back.</summary>
    public async Task<List<BackendEvent>> RunAsync(string session, string text = "make it")
    {
        var events = new List<BackendEvent>();
        await foreach (var item in Backend.RunAsync(Caller, session, text, default))
        {
            events.Add(item);
        }

        return events;
    }

    public async ValueTask DisposeAsync()
    {
        Backend.Dispose();
        await Cloud.DisposeAsync();
        Assert.Empty(Cloud.Problems);
        Assert.DoesNotContain(Logs.Lines, l => l.Contains("nmv_usr_", StringComparison.Ordinal));
    }
}
