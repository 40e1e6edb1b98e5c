using NemoBot.LocalNemo.Store;
using NemoBot.Tests.Storage;
using Xunit;

namespace NemoBot.Tests.LocalNemo.Sharing;

public sealed class FolderRecordsTests : RecordSetContract
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nemobot-records-").FullName;

    [Fact]
    public async Task Only_the_records_used_last_stay_in_memory_and_the_others_are_read_again()
    {
        var records = Open();
        for (var id = 1; id <= 300; id++)
        {
            // Written as by an earlier process, and read by this one.
            JsonFile.Write(Path.Combine(_folder, $"{id}.json"), Record($"{id}") with { Turns = id }, StoreJson.Default.SessionRecord);
            Assert.Equal((id, id), ((await records.FindAsync($"{id}", Stop))?.Turns, (await records.FindAsync("1", Stop))!.Turns + id - 1));
        }

        Assert.Equal(256, records.InMemory);
        Assert.Equal([1, 2, 300], (await records.FindAsync(["1", "2", "300"], Stop)).Select(r => r.Turns));
        Assert.Equal(256, records.InMemory);
    }

    [Fact]
    public async Task No_change_is_lost_while_records_leave_memory()
    {
        var records = Open();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(async () =>
        {
            for (var i = 0; i < 300; i++)
            {
                await records.UpdateAsync($"{i}", r => (r ?? Record($"{i}")) with { Turns = (r?.Turns ?? 0) + 1 }, Stop);
                await records.FindAsync($"{(i * 7) + worker}", Stop);
            }
        })));
        var reopened = Open();
        for (var i = 0; i < 300; i++)
        {
            Assert.Equal((8, 8), ((await records.FindAsync($"{i}", Stop))?.Turns, (await reopened.FindAsync($"{i}", Stop))?.Turns));
        }
    }

    public override ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return base.DisposeAsync();
    }

    private protected override Task<IRecordSet<SessionRecord>> OpenAsync() =>
        Task.FromResult<IRecordSet<SessionRecord>>(Open());

    private protected override void Age()
    {
        foreach (var file in Directory.EnumerateFiles(_folder))
        {
            File.SetLastWriteTimeUtc(file, Samples.Noon.UtcDateTime);
        }
    }

    private FolderRecords<SessionRecord> Open() => new(_folder, () => StoreJson.Default.SessionRecord, s => s.UsedAt);
}
