using NemoBot.Tests.Discord.StandIn;
using NemoBot.Tests.Storage.Postgres;
using NemoBot.Tests.Telegram.StandIn;

namespace NemoBot.Tests.Cluster.Chaos;

/// <summary>Three instances on all platforms, a database server of their own, and chats in which people never stop talking.</summary>
internal sealed class ChaosCluster : IAsyncDisposable
{
    public const int Size = 3;
    private readonly CancellationTokenSource _quiet = new();
    private readonly Random _random;
    private readonly Dictionary<string, string> _settings;
    private readonly List<string> _past = [];
    private volatile Instance[] _instances = [];
    private Task _people = Task.CompletedTask;

    private ChaosCluster(int seed, PostgresServer database, ChaosService service, TelegramStandIn telegram, DiscordStandIn discord)
    {
        (_random, Database, Service, Telegram, Discord) = (new Random(seed), database, service, telegram, discord);
        var connection = database.NewSchema();
        Lanes = new LaneWatch(connection);
        _settings = new Dictionary<string, string>
        {
            ["NEMOBOT__Cluster__Database"] = connection,
            ["NEMO_API_URL"] = service.Cloud.Address.ToString(),
            ["NEMO_WEB_URL"] = "https://nemo.example",

            // Five reads take longer than the service's longest answer, as they do by default: it goes on after a lost stream.
            ["NEMOBOT__Nemo__RecoveryFirstWait"] = "00:00:01.2",
            ["NEMOBOT__Nemo__RecoveryWait"] = "00:00:01.2",
            ["NEMOBOT__Budget__RequestsPerPerson"] = "0",
            ["NEMOBOT__Telegram__Token"] = TelegramStandIn.Token,
            ["NEMOBOT__Telegram__ApiBaseUrl"] = telegram.Address.AbsoluteUri,
            ["NEMOBOT__Discord__Token"] = DiscordStandIn.Token,
            ["NEMOBOT__Discord__ApiBaseUrl"] = discord.Api.AbsoluteUri,
        };
    }

    public PostgresServer Database { get; }

    public ChaosService Service { get; }

    public TelegramStandIn Telegram { get; }

    public DiscordStandIn Discord { get; }

    public LaneWatch Lanes { get; }

    public IReadOnlyList<Instance> Instances => _instances;

    public List<ClusterChat> Chats { get; } = [];

    public static async Task<ChaosCluster> StartAsync(int seed, int chats)
    {
        var cluster = new ChaosCluster(
            seed, await PostgresServer.StartAsync(), await ChaosService.StartAsync(seed), await TelegramStandIn.StartAsync(TimeProvider.System), await DiscordStandIn.StartAsync(TimeProvider.System));
        await cluster.FillUpAsync();
        var discord = Enumerable.Range(1, chats / 4).Select(i => new DiscordClusterChat(cluster.Discord, i)).ToList();
        await ClusterRun.UntilAsync(() => Task.FromResult(cluster.Discord.Gateway.IsConnected), () => "Discord is not connected.");
        await Task.WhenAll(discord.Select(c => c.GreetAsync()));
        cluster.Chats.AddRange(discord);
        cluster.Chats.AddRange(Enumerable.Range(1, chats / 4).Select(i => new TelegramClusterChat(cluster.Telegram, 1_000_000 + i)));
        cluster.Chats.AddRange(Enumerable.Range(1, chats - cluster.Chats.Count).Select(i => new WebClusterChat($"web{i}", cluster.AnyInstance)));
        cluster._people = Task.WhenAll(cluster.Chats.Select(c => Task.Run(() => cluster.TalkAsync(c))));
        return cluster;
    }

    /// <summary>Starts instances until there are three.</summary>
    /// <returns>The time until the last one was ready.</returns>
    public async Task<TimeSpan> FillUpAsync()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var running = _instances.Where(i => i.IsRunning).ToList();
        foreach (var ended in _instances.Except(running))
        {
            _past.AddRange(ended.Output.Split('\n').Where(IsOfInterest));
            await ended.DisposeAsync();
        }

        var added = await Task.WhenAll(Enumerable.Range(0, Size - running.Count).Select(_ => Instance.StartAsync(_settings)));
        _instances = [.. running, .. added];
        return watch.Elapsed;
    }

    /// <summary>People fall silent.</summary>
    public async Task QuietAsync()
    {
        await _quiet.CancelAsync();
        await _people;
    }

    /// <summary>Waits until everything that was said has a final answer.</summary>
    public async Task<IReadOnlyList<(ClusterChat Chat, IReadOnlyList<string> Finals)>> SettleAsync()
    {
        List<(ClusterChat Chat, IReadOnlyList<string> Finals)> seen = [];
        var (open, rest) = ("", "");
        await ClusterRun.UntilAsync(
            async () =>
            {
                seen = [];
                foreach (var chat in Chats)
                {
                    seen.Add((chat, await chat.ReadFinalsAsync()));
                }

                open = await Lanes.DescribeOpenAsync();
                rest = string.Join('\n', await Task.WhenAll(seen.Where(c => c.Finals.Count < c.Chat.Said.Count).Select(c => c.Chat.DescribeRestAsync())));
                return seen.TrueForAll(c => c.Finals.Count >= c.Chat.Said.Count);
            },
            () => "Not everything was answered.\n" + string.Join('\n', seen.Where(c => c.Finals.Count < c.Chat.Said.Count).Select(c => $"{c.Chat.Said[^1]}: {c.Finals.Count} of {c.Chat.Said.Count}, without {string.Join(", ", c.Chat.Said.Where(s => !c.Finals.Any(f => f.Contains(s, StringComparison.Ordinal))))}")) + $"\nOpen:\n{open}\nShown:\n{rest}\n{string.Join('\n', _past.Concat(_instances.SelectMany(i => i.Output.Split('\n')).Where(IsOfInterest)))}",
            TimeSpan.FromSeconds(120));
        return seen;
    }

    public int Next(int below)
    {
        lock (_random)
        {
            return _random.Next(below);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _quiet.CancelAsync();
        foreach (var instance in _instances)
        {
            await instance.DisposeAsync();
        }

        await Lanes.DisposeAsync();
        await Telegram.DisposeAsync();
        await Discord.DisposeAsync();
        await Service.DisposeAsync();
        await Database.DisposeAsync();
        _quiet.Dispose();
    }

    /// <summary>What the bot itself warns of, and what ended.</summary>
    private static bool IsOfInterest(string line) =>
        line.Contains(" NemoBot.", StringComparison.Ordinal) && (line.Contains(" warn: ", StringComparison.Ordinal) || line.Contains(" fail: ", StringComparison.Ordinal) || line.Contains(".TurnReport[", StringComparison.Ordinal));

    private Instance AnyInstance() => _instances[Next(_instances.Length)];

    /// <summary>Now and then two things at once, so that one waits behind the other.</summary>
    private async Task TalkAsync(ClusterChat chat)
    {
        while (!_quiet.IsCancellationRequested)
        {
            var text = await chat.SayNextAsync();
            if (Next(4) == 0)
            {
                text = await chat.SayNextAsync();
            }

            await Service.AnsweredAsync(text, TimeSpan.FromSeconds(20));
            await Task.Delay(TimeSpan.FromMilliseconds(Next(2000)), TimeProvider.System);
        }
    }
}
