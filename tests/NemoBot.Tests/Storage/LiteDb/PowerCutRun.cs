using LiteDB;
using Microsoft.Extensions.Logging.Abstractions;
using NemoBot.Storage.LiteDb.Engine;

namespace NemoBot.Tests.Storage.LiteDb;

/// <summary>One busy run on a simulated disk, from the first file on, and what the disk would have kept at random moments of it.</summary>
internal sealed class PowerCutRun
{
    private readonly Random _random;
    private readonly int _limit;
    private readonly SimulatedFolder _disk = new();
    private long _acknowledged;

    public PowerCutRun(int seed, int limit)
    {
        _random = new Random(seed);
        _limit = limit;
        _disk.BeforeChange = () =>
        {
            if (States.Count < _limit && _random.Next(12) == 0)
            {
                States.Add((_disk.Cut(_random), Interlocked.Read(ref _acknowledged)));
            }
        };
    }

    /// <summary>Disks after a power cut, and how many steps had been acknowledged by then.</summary>
    public List<(SimulatedFolder Disk, long Acknowledged)> States { get; } = [];

    /// <summary>Moves values between documents of awkward sizes; each step is one transaction over several documents and an index.</summary>
    public async Task PlayAsync(int documents, long total, CancellationToken cancellationToken)
    {
        var host = EngineHost.Open(_disk, NullLogger.Instance);
        host.Session.EnsureIndex("accounts", "value");
        host.Seal();
        using var thread = new EngineThread(host, groupSize: 16, checkpointPages: 40, NullLogger.Instance);
        var step = 0L;
        while (States.Count < _limit)
        {
            // Several at once, so that groups of more than one transaction are sealed.
            var calls = Enumerable.Range(0, _random.Next(1, 4)).Select(_ => WriteAsync(thread, ++step, documents, total, cancellationToken));
            await Task.WhenAll(calls.ToList());
            Interlocked.Exchange(ref _acknowledged, step);
        }
    }

    private static Task<bool> WriteAsync(EngineThread thread, long step, int documents, long total, CancellationToken cancellationToken) =>
        thread.RunAsync(
            CallKind.Write,
            host =>
            {
                var random = new Random((int)step);
                var session = host.Session;
                if (step == 1)
                {
                    for (var i = 0L; i < documents; i++)
                    {
                        session.Insert("accounts", Account(i, total / documents, 1));
                    }
                }

                var (from, to) = (random.Next(documents), random.Next(documents));
                var amount = random.Next(50);
                Change(session, from, -amount, step);
                Change(session, to, amount, step);
                session.Insert("steps", new BsonDocument { ["_id"] = step, ["text"] = new string('s', random.Next(3000)) });
                return true;
            },
            cancellationToken);

    private static void Change(Session session, long id, long amount, long step)
    {
        var account = session.Get("accounts", id)!;
        session.Update("accounts", Account(id, account["value"].AsInt64 + amount, step));
    }

    private static BsonDocument Account(long id, long value, long step) =>
        new() { ["_id"] = id, ["value"] = value, ["step"] = step, ["text"] = new string('a', (int)(id % 7 * 900)) };
}
