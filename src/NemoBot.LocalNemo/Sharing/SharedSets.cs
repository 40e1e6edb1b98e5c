using NemoBot.Core.Storage;
using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo.Sharing;

/// <summary>The records of a shared studio by kind.</summary>
internal sealed class SharedSets(IStudioRecords records)
{
    public IRecordSet<UserRecord> Users { get; } = new SharedRecords<UserRecord>(records, "user", () => StoreJson.Default.UserRecord, null);

    public IRecordSet<SessionRecord> Sessions { get; } = new SharedRecords<SessionRecord>(records, "session", () => StoreJson.Default.SessionRecord, s => s.UsedAt);

    public IRecordSet<AssetRecord> Assets { get; } = new SharedRecords<AssetRecord>(records, "asset", () => StoreJson.Default.AssetRecord, null);
}
