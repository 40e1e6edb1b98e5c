using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.Postgres.Engine;
using NemoBot.Storage.Postgres.Records;

namespace NemoBot.Storage.Postgres;

/// <summary>The lanes in a PostgreSQL database.</summary>
internal sealed class PostgresLaneStore(PostgresDatabase database) : ILaneStore
{
    /// <inheritdoc />
    public long RefusedWrites => database.Lanes.Refused;

    /// <inheritdoc />
    public Task<bool> HoldsLaneAsync(ConversationKey conversation, CancellationToken cancellationToken) => database.ReadAsync(
        async s => await ChannelRow.FindAsync(s, conversation).ConfigureAwait(false) is { } channel
            && await LaneRows.IsHeldAsync(s, HeldLanes.OfChannel(channel.Id)).ConfigureAwait(false),
        cancellationToken);

    /// <inheritdoc />
    public Task<bool> IsLaneTakenAsync(ConversationKey conversation, CancellationToken cancellationToken) => database.ReadAsync(
        async s => await ChannelRow.FindAsync(s, conversation).ConfigureAwait(false) is { } channel
            && await LaneRows.IsTakenAsync(s, HeldLanes.OfChannel(channel.Id)).ConfigureAwait(false),
        cancellationToken);

    /// <inheritdoc />
    public async Task<LaneWork> ClaimLaneAsync(ConversationKey conversation, string owner, CancellationToken cancellationToken)
    {
        var (channel, epoch) = await database.WriteAsync(
            async s =>
            {
                var found = await ChannelRow.LockOrAddAsync(s, conversation).ConfigureAwait(false);
                return (found.Id, await LaneRows.ClaimAsync(s, HeldLanes.OfChannel(found.Id), owner).ConfigureAwait(false));
            },
            cancellationToken).ConfigureAwait(false);
        database.Lanes.Take(HeldLanes.OfChannel(channel), epoch);

        // Read after the claim is committed: by then no write of the former owner is under way.
        return await database.ReadAsync(s => LaneRows.ReadWorkAsync(s, channel), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public Task ReleaseLaneAsync(ConversationKey conversation, CancellationToken cancellationToken) => database.WriteAsync(
        async s =>
        {
            if (await ChannelRow.FindAsync(s, conversation).ConfigureAwait(false) is { } channel)
            {
                await ReleaseAsync(s, HeldLanes.OfChannel(channel.Id)).ConfigureAwait(false);
            }
        },
        cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<ConversationKey>> FindIdleLanesAsync(IReadOnlyCollection<string> living, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(s => LaneRows.FindIdleAsync(s, living, limit), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<OpenWork>> FindOpenWorkAsync(string owner, DateTimeOffset before, CancellationToken cancellationToken) =>
        database.ReadAsync(s => LaneRows.FindOpenWorkAsync(s, owner, before), cancellationToken);

    /// <inheritdoc />
    public Task<LaneWork> ReadWorkAsync(ConversationKey conversation, CancellationToken cancellationToken) => database.ReadAsync(
        async s => await ChannelRow.FindAsync(s, conversation).ConfigureAwait(false) is { } channel
            ? await LaneRows.ReadWorkAsync(s, channel.Id).ConfigureAwait(false)
            : new LaneWork([], [], []),
        cancellationToken);

    /// <inheritdoc />
    public async Task<bool> ClaimSoleWorkAsync(string name, string owner, IReadOnlyCollection<string> living, CancellationToken cancellationToken)
    {
        var lane = HeldLanes.OfSoleWork(name);
        var epoch = await database.WriteAsync(s => LaneRows.ClaimIdleAsync(s, lane, owner, living), cancellationToken).ConfigureAwait(false);
        if (epoch is { } taken)
        {
            database.Lanes.Take(lane, taken);
        }

        return epoch is not null;
    }

    /// <inheritdoc />
    public Task<bool> HoldsSoleWorkAsync(string name, CancellationToken cancellationToken) =>
        database.ReadAsync(s => LaneRows.IsHeldAsync(s, HeldLanes.OfSoleWork(name)), cancellationToken);

    /// <inheritdoc />
    public Task ReleaseSoleWorkAsync(string name, CancellationToken cancellationToken) =>
        database.WriteAsync(s => ReleaseAsync(s, HeldLanes.OfSoleWork(name)), cancellationToken);

    private static async Task ReleaseAsync(PostgresSession session, string lane)
    {
        if (session.Lanes.Find(lane) is { } epoch)
        {
            await LaneRows.ReleaseAsync(session, lane, epoch).ConfigureAwait(false);
            session.Lanes.Drop(lane);
        }
    }
}
