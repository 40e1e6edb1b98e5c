using System.Globalization;
using LiteDB;
using Microsoft.Extensions.Logging.Abstractions;
using NemoBot.Storage.LiteDb.Engine;
using Xunit;

namespace NemoBot.Tests.Storage.LiteDb;

/// <summary>
/// The power fails at random moments of a busy run, checkpoints included. Whatever blocks the disk kept, the database opens, has
/// every acknowledged transaction, and has every other one whole or not at all.
/// </summary>
public sealed class PowerCutTests
{
    private const int Documents = 12;
    private const long Total = Documents * 1000;

    /// <summary>How many states to look at; <c>tests/powercut.sh</c> asks for more.</summary>
    private static readonly int States =
        int.Parse(Environment.GetEnvironmentVariable("NEMOBOT_POWER_CUTS") ?? "500", CultureInfo.InvariantCulture);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_acknowledged_is_lost_nothing_is_half_and_nothing_is_unreadable()
    {
        var seen = 0;
        var lateFrames = 0;
        for (var seed = 1; seen < States; seed++)
        {
            var run = new PowerCutRun(seed, Math.Min(50, States - seen));
            await run.PlayAsync(Documents, Total, Stop);
            Assert.All(run.States, s => Check(s.Disk, s.Acknowledged));
            seen += run.States.Count;
            lateFrames += run.States.Count(s => s.Acknowledged > 0);
        }

        Assert.True(lateFrames > seen / 3, $"Only {lateFrames} of {seen} states were cut after work was acknowledged.");
    }

    private static void Check(SimulatedFolder disk, long acknowledged)
    {
        using var host = EngineHost.Open(disk, NullLogger.Instance);
        var session = host.Session;
        var steps = session.All("steps");
        var last = steps.Count == 0 ? 0 : steps[^1]["_id"].AsInt64;
        Assert.True(last >= acknowledged, $"Step {acknowledged} was acknowledged, {last} is the last one kept.");
        Assert.Equal(Enumerable.Range(1, (int)last).Select(i => (long)i), steps.Select(s => s["_id"].AsInt64));
        var accounts = session.All("accounts");
        if (last > 0)
        {
            Assert.Equal(Total, accounts.Sum(a => a["value"].AsInt64));
            Assert.Equal(last, accounts.Max(a => a["step"].AsInt64));
        }

        // The index must agree with the documents, and the database must take further work.
        foreach (var account in accounts)
        {
            Assert.Contains(session.Range("accounts", "value", account["value"], account["value"]), a => a["_id"] == account["_id"]);
            Assert.Equal(account["_id"].AsInt64 % 7 * 900, account["text"].AsString.Length);
        }

        session.Begin();
        session.Insert("steps", new BsonDocument { ["_id"] = last + 1 });
        session.Commit();
        host.Seal();
        Assert.True(host.Checkpoint());
    }
}
