using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.Postgres;
using NemoBot.Storage.Postgres.Records;
using NemoBot.Storage.Settings;
using NemoBot.Tests.Nemo;
using NemoBot.Tests.Storage.Postgres;
using NemoBot.Tests.Support;
using Npgsql;
using Xunit;

namespace NemoBot.Tests.Cluster;

/// <summary>
/// Several instances on one database and one video service. Each message to a channel is a turn whose stream the service holds open until
/// it is released; then it says "Answer to" the message. What was said is kept, so that the end can be compared with it.
/// </summary>
internal sealed class ClusterRun : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _held = new();
    private readonly ConcurrentDictionary<string, List<string>> _said = new();
    private readonly Dictionary<string, string> _settings;
    private readonly string _database;
    private volatile bool _isOpen;

    private ClusterRun(CloudStandIn cloud, string database, Dictionary<string, string> more)
    {
        Cloud = cloud;
        _database = database;
        cloud.Otherwise = AnswerAsync;
        _settings = new Dictionary<string, string>(more)
        {
            ["NEMOBOT__Cluster__Database"] = database,
            ["NEMO_API_URL"] = cloud.Address.ToString(),
            ["NEMO_WEB_URL"] = "https://nemo.example",
            ["NEMOBOT__Nemo__RecoveryFirstWait"] = "00:00:00.2",
            ["NEMOBOT__Nemo__RecoveryWait"] = "00:00:00.2",
            ["NEMOBOT__Budget__RequestsPerPerson"] = "0",
        };
    }

    public CloudStandIn Cloud { get; }

    public List<Instance> Instances { get; } = [];

    public IEnumerable<string> Channels => _said.Keys;

    public static async Task<ClusterRun> StartAsync(int instances, Dictionary<string, string>? settings = null)
    {
        var server = await PostgresServer.SharedAsync();
        var run = new ClusterRun(await CloudStandIn.StartAsync(), server.NewSchema(), settings ?? []);
        run.Instances.AddRange(await Task.WhenAll(Enumerable.Range(0, instances).Select(_ => Instance.StartAsync(run._settings))));
        return run;
    }

    public async Task<Instance> AddAsync()
    {
        var instance = await Instance.StartAsync(_settings);
        Instances.Add(instance);
        return instance;
    }

    /// <summary>Says a message in a channel through an instance; it must be let in.</summary>
    public async Task SayAsync(Instance through, string channel, string text)
    {
        var list = _said.GetOrAdd(channel, _ => []);
        list.Add(text);
        Assert.Equal(HttpStatusCode.Accepted, await through.SayAsync(channel, text));
    }

    /// <summary>Stores a message as an instance leaves it whose database went away before the dispatch.</summary>
    public async Task LeaveMessageAsync(string channel, string text)
    {
        _said[channel].Add(text);
        var message = new InboundMessage
        {
            Conversation = new ConversationKey("web", channel),
            MessageId = "left",
            Author = new Author("Ana", "Ana"),
            Text = text,
            Language = "en",
        };
        using var database = new PostgresDatabase(new ClusterOptions { Database = _database }, TimeProvider.System);
        var store = new PostgresBotStore(database, new StorageOptions(), TimeProvider.System);
        Assert.NotNull(await store.AddTurnAsync(new TurnRecord { Message = message, CreatedAt = TimeProvider.System.GetUtcNow().AddSeconds(-3) }, CancellationToken.None));
    }

    /// <summary>Stores an answer to the first message of a channel, as an instance leaves it whose show failed.</summary>
    public async Task LeaveReplyAsync(string channel, string text)
    {
        var reply = new PendingReply
        {
            Conversation = new ConversationKey("web", channel),
            TurnId = 0,
            Text = text,
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
        await using var source = NpgsqlDataSource.Create(_database);
        await using var command = source.CreateCommand(
            """
            INSERT INTO replies (channel, created_at, record)
            SELECT channel, now() - interval '1 minute', jsonb_set($2::jsonb, '{TurnId}', to_jsonb(min(id)))::text FROM turns
            WHERE channel = (SELECT id FROM channels WHERE key = $1) GROUP BY channel
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = reply.Conversation.ToString() });
        command.Parameters.Add(new NpgsqlParameter { Value = JsonSerializer.Serialize(reply, RecordJson.Default.PendingReply) });
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }

    /// <summary>What the instances have done to the database so far, and how many connections they hold.</summary>
    public async Task<(long Commits, long Rows, long Connections)> ReadCountersAsync()
    {
        await using var source = NpgsqlDataSource.Create(_database);
        await using var command = source.CreateCommand(
            """
            SELECT xact_commit, tup_inserted + tup_updated + tup_deleted, (SELECT count(*) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = d.datname)
            FROM pg_stat_database d WHERE datname = current_database()
            """);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
    }

    /// <summary>Lets the service answer a message.</summary>
    public void Release(string text) => Held(text).TrySetResult();

    /// <summary>Lets the service answer every message at once from now on.</summary>
    public void ReleaseAll()
    {
        _isOpen = true;
        foreach (var held in _held.Values)
        {
            held.TrySetResult();
        }
    }

    /// <summary>Waits until the service has been asked for as many messages.</summary>
    public Task AskedAsync(int count) => UntilAsync(() => Task.FromResult(Cloud.Messages.Count >= count), () => $"{Cloud.Messages.Count} of {count} messages were posted.");

    /// <summary>Waits until every message has a final answer.</summary>
    public async Task AnsweredAsync(Instance through, TimeSpan? limit = null)
    {
        List<string> open = [];
        await UntilAsync(
            async () =>
            {
                open = [];
                foreach (var channel in Channels)
                {
                    var messages = await through.ReadAsync(channel);
                    if (Finals(messages).Count < _said[channel].Count)
                    {
                        open.Add($"{channel}: {string.Join(" / ", messages.Select(m => m.GetProperty("text").GetString()))}");
                    }
                }

                return open.Count == 0;
            },
            () => "Not every message was answered.\n" + string.Join('\n', open),
            limit);
    }

    /// <summary>What is wrong with the end: lost, answered twice, posted twice, out of order. Empty if nothing is.</summary>
    public async Task<List<string>> FindWrongAsync(Instance through, Func<string, bool>? mayBeLost = null)
    {
        var wrong = new List<string>();
        var posted = Cloud.Messages.ToList();
        wrong.AddRange(posted.GroupBy(m => m).Where(g => g.Count() > 1).Select(g => $"'{g.Key}' was posted {g.Count()} times"));
        foreach (var (channel, said) in _said)
        {
            var messages = await through.ReadAsync(channel);
            var answers = Finals(messages);
            if (answers.Count != said.Count)
            {
                wrong.Add($"{channel}: {answers.Count} answers to {said.Count} messages");
            }

            wrong.AddRange(said.Where(t => answers.All(a => !a.Contains("Answer to " + t + ".", StringComparison.Ordinal)) && mayBeLost?.Invoke(t) != true)
                .Select(t => $"{channel}: '{t}' has no answer but {string.Join(" / ", answers)}"));
            var order = posted.Where(said.Contains).ToList();
            if (!order.SequenceEqual(said.Where(order.Contains)))
            {
                wrong.Add($"{channel}: posted in the order {string.Join(", ", order)}");
            }
        }

        return [.. wrong, .. Cloud.Problems];
    }

    /// <summary>The texts of status messages that are over.</summary>
    public static List<string> Finals(List<JsonElement> messages) =>
        [.. messages.Where(m => m.GetProperty("kind").GetString() == "status" && m.GetProperty("final").GetBoolean()).Select(m => m.GetProperty("text").GetString()!)];

    public async ValueTask DisposeAsync()
    {
        ReleaseAll();
        foreach (var instance in Instances)
        {
            await instance.DisposeAsync();
        }

        await Cloud.DisposeAsync();
    }

    /// <summary>Real time, because these are other processes.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition, Func<string> problem, TimeSpan? limit = null)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(watch.Elapsed < (limit ?? Patience.Limit), problem());
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
    }

    private TaskCompletionSource Held(string text) => _held.GetOrAdd(text, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    private async Task AnswerAsync(string text, HttpContext context)
    {
        if (!_isOpen)
        {
            await Held(text).Task.WaitAsync(context.RequestAborted);
        }

        await context.Response.Body.WriteAsync(CloudStandIn.Say($"Answer to {text}."));
    }
}
