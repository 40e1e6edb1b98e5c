using LiteDB;
using LiteDB.Engine;
using NemoBot.Core.Storage;
using NemoBot.Storage.LiteDb.Durability;
using NemoBot.Storage.LiteDb.Engine;

namespace NemoBot.Storage.LiteDb.Maintenance;

/// <summary>Puts a backup in the place of the database. It is checked before anything is replaced.</summary>
internal static class Restoration
{
    private const int ChunkSize = 1 << 20;

    /// <summary>Restores while the engine runs.</summary>
    public static async Task<bool> RunAsync(EngineThread thread, string source, int newestVersion, Action<EngineHost> upgrade, CancellationToken cancellationToken)
    {
        var file = await thread.RunAsync(CallKind.Maintain, host => host.Files.OpenReplacement(), cancellationToken).ConfigureAwait(false);
        try
        {
            using (file)
            {
                await Task.Run(() => Copy(source, file, newestVersion), cancellationToken).ConfigureAwait(false);
            }
        }
        catch
        {
            await thread.RunAsync(CallKind.Maintain, DropReplacement, CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        return await thread.RunAsync(
            CallKind.Maintain,
            host =>
            {
                if (!host.Checkpoint())
                {
                    throw new StoreException(StoreProblem.Busy, "A backup is being written; try again when it is done.");
                }

                var counters = host.Session.All(Counters.Collection);
                host.Replace();
                upgrade(host);
                KeepCounters(host, counters);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Restores over a database that cannot be opened.</summary>
    public static void RunOffline(IDiskFolder folder, string source, int newestVersion) =>
        DatabaseFiles.ReplaceUnopened(folder, file => Copy(source, file, newestVersion));

    private static bool DropReplacement(EngineHost host)
    {
        host.Files.DeleteReplacement();
        return true;
    }

    /// <summary>Ids go on from where they were: work in progress still holds some that the backup does not know of.</summary>
    private static void KeepCounters(EngineHost host, List<BsonDocument> before)
    {
        var session = host.Session;
        session.Begin();
        foreach (var counter in before)
        {
            if (session.Get(Counters.Collection, counter["_id"]) is not { } restored || restored["value"].AsInt64 < counter["value"].AsInt64)
            {
                session.Upsert(Counters.Collection, counter);
            }
        }

        session.Commit();
        host.Seal();
    }

    private static void Copy(string source, IDiskFile target, int newestVersion)
    {
        using (var stream = File.OpenRead(source))
        {
            var chunk = new byte[ChunkSize];
            long offset = 0;
            for (int count; (count = stream.Read(chunk)) > 0; offset += count)
            {
                target.Write(offset, [chunk.AsMemory(0, count)]);
            }
        }

        Check(source, target, newestVersion);
        target.Sync();
    }

    private static void Check(string source, IDiskFile target, int newestVersion)
    {
        if (!DatabaseFiles.IsDatabase(target))
        {
            throw new StoreException(StoreProblem.Corrupt, $"{source} is not a backup of NemoBot.");
        }

        int version;
        try
        {
            PageCheck.RequireWhole(target);
            using var engine = new LiteEngine(new EngineSettings
            {
                DataStream = new DatabaseStream(target, isSynced: false),
                LogStream = new MemoryStream(),
                Collation = Collation.Binary,
            });
            var session = new Session(engine);
            version = session.Version;
            session.Collections().ForEach(c => session.Count(c));
        }
        catch (Exception exception)
        {
            throw new StoreException(StoreProblem.Corrupt, $"The backup {source} is damaged; the database stays as it was.", exception);
        }

        if (version > newestVersion)
        {
            throw new StoreException(StoreProblem.Unavailable, $"The backup {source} was written by a newer version of NemoBot.");
        }
    }
}
