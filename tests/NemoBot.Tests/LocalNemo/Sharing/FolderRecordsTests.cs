using NemoBot.LocalNemo.Store;
using NemoBot.Tests.Storage;

namespace NemoBot.Tests.LocalNemo.Sharing;

public sealed class FolderRecordsTests : RecordSetContract
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nemobot-records-").FullName;

    public override ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return base.DisposeAsync();
    }

    private protected override Task<IRecordSet<SessionRecord>> OpenAsync() =>
        Task.FromResult<IRecordSet<SessionRecord>>(new FolderRecords<SessionRecord>(_folder, StoreJson.Default.SessionRecord, s => s.UsedAt));

    private protected override void Age()
    {
        foreach (var file in Directory.EnumerateFiles(_folder))
        {
            File.SetLastWriteTimeUtc(file, Samples.Noon.UtcDateTime);
        }
    }
}
