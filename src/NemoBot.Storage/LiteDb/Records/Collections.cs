using NemoBot.Core.Storage;
using NemoBot.Storage.LiteDb.Engine;

namespace NemoBot.Storage.LiteDb.Records;

/// <summary>The collections of the database and their indexes, version by version.</summary>
internal static class Collections
{
    public const string Channels = "channels";
    public const string Seen = "seen";
    public const string Turns = "turns";
    public const string OpenTurns = "openTurns";
    public const string SentTurns = "sentTurns";
    public const string Drafts = "drafts";
    public const string Renders = "renders";
    public const string OpenRenders = "openRenders";
    public const string Replies = "replies";
    public const string Leases = "leases";
    public const string Log = "log";
    public const string Accounts = "accounts";
    public const string Cursors = "cursors";
    public const string Values = "values";

    /// <summary>Of version 1: what turns cost. Budgets count in <see cref="Values"/> now.</summary>
    private const string TurnCosts = "turnCosts";

    /// <summary>What leads from each version to the next. Append only: a released one is never edited.</summary>
    private static readonly Action<Session>[] Migrations = [AddFirstIndexes, AddValues];

    /// <summary>The version this program writes.</summary>
    public static int Version => Migrations.Length;

    /// <summary>Gives an empty database the newest version.</summary>
    public static void Prepare(Session session)
    {
        foreach (var migrate in Migrations)
        {
            migrate(session);
        }

        session.Version = Version;
    }

    /// <summary>Brings a database to the newest version.</summary>
    /// <exception cref="StoreException">It was written by a newer program.</exception>
    public static void Upgrade(EngineHost host)
    {
        var session = host.Session;
        if (session.Version > Version)
        {
            throw new StoreException(
                StoreProblem.Unavailable,
                $"The database {host.Path} was written by a newer version of NemoBot (format {session.Version}, this one reads {Version}): start that version, or restore an older backup.");
        }

        for (var version = session.Version; version < Version; version++)
        {
            Migrations[version](session);
            session.Version = version + 1;
            host.Seal();
        }
    }

    private static void AddFirstIndexes(Session session)
    {
        session.EnsureIndex(Channels, "key", isUnique: true);
        session.EnsureIndex(Channels, "account");
        session.EnsureIndex(Channels, "movedTo");
        session.EnsureIndex(Seen, "at");
        session.EnsureIndex(Turns, "place");
        session.EnsureIndex(Turns, "over");
        session.EnsureIndex(TurnCosts, "person");
        session.EnsureIndex(TurnCosts, "channel");
        session.EnsureIndex(Renders, "channel");
        session.EnsureIndex(Renders, "over");
        session.EnsureIndex(Replies, "channel");
        session.EnsureIndex(Log, "place");
        session.EnsureIndex(Log, "order");
        session.EnsureIndex(Log, "at");
    }

    private static void AddValues(Session session)
    {
        session.EnsureIndex(Values, "until");
        session.All(TurnCosts).ForEach(r => session.Delete(TurnCosts, r["_id"]));
    }
}
