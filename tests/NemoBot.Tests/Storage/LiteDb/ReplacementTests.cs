using Microsoft.Extensions.Logging.Abstractions;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.LiteDb;
using NemoBot.Storage.Settings;
using Xunit;

namespace NemoBot.Tests.Storage.LiteDb;

/// <summary>The power fails at many moments of a compaction and of a restore: there is the old file or the new one, never a mixture.</summary>
public sealed class ReplacementTests : IDisposable
{
    private static readonly ConversationKey Kept = new("web", "kept");
    private static readonly ConversationKey Gone = new("web", "gone");
    private readonly SimulatedFolder _disk = new();
    private readonly List<SimulatedFolder> _cuts = [];
    private readonly StoreDatabase _database;
    private readonly StoreUpkeep _upkeep;
    private readonly LiteBotStore _store;

    public ReplacementTests()
    {
        _database = new StoreDatabase(new StorageOptions { CompactAboveBytes = 0 }, NullLogger<StoreDatabase>.Instance) { Folder = _disk };
        _upkeep = LiteDatabase.Upkeep(_database);
        _store = new LiteBotStore(_database, _upkeep, TimeProvider.System);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _store.Dispose();
        _upkeep.Dispose();
    }

    [Fact]
    public async Task A_compaction_survives_a_power_cut_at_any_moment()
    {
        await FillAsync();
        await _store.ForgetConversationAsync(Gone, Stop);
        CutAtManyChanges(new Random(7));
        Assert.True(await _upkeep.CompactIfWorthwhileAsync(Stop));
        await _store.AppendLogAsync(Kept, "after", Stop);
        _disk.BeforeChange = null;
        await CheckAsync(drafts => Assert.Equal(20, drafts));
    }

    [Fact]
    public async Task A_restore_survives_a_power_cut_at_any_moment()
    {
        using var files = new LiteDatabase();
        await FillAsync();
        await _upkeep.BackupAsync(Path.Combine(files.Folder, "backup"), Stop);
        await _store.AddDraftAsync(Samples.Draft(Kept), Stop);
        CutAtManyChanges(new Random(8));
        await _upkeep.RestoreAsync(Path.Combine(files.Folder, "backup"), Stop);
        _disk.BeforeChange = null;
        _cuts.Add(_disk.Cut(new Random(9)));
        var seen = new HashSet<int>();
        await CheckAsync(drafts => seen.Add(drafts));
        Assert.Equal([20, 21], seen.Order());
    }

    [Fact]
    public async Task The_log_of_a_damaged_store_is_not_applied_to_the_backup_that_replaces_it()
    {
        using var files = new LiteDatabase();
        await FillAsync();
        var backup = Path.Combine(files.Folder, "backup");
        await _upkeep.BackupAsync(backup, Stop);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _store.AddDraftAsync(Samples.Draft(Kept), Stop)));
        var cut = _disk.Cut(new Random(10));
        cut.File("nemobot.litedb").Write(0, [new byte[8192]]);
        using var damaged = new StoreDatabase(new StorageOptions(), NullLogger<StoreDatabase>.Instance) { Folder = cut };
        await Assert.ThrowsAsync<StoreException>(() => damaged.OpenAsync(Stop));
        using (var upkeep = LiteDatabase.Upkeep(damaged))
        {
            upkeep.RestoreOffline(backup);
        }

        using var store = await SimulatedStore.OpenAsync(cut, new ListLogger<StoreDatabase>());
        Assert.Equal(20, (await store.GetDraftsAsync(Kept, 99, Stop)).Count);
    }

    private async Task FillAsync()
    {
        await _store.InitializeAsync(Stop);
        for (var i = 0; i < 20; i++)
        {
            await _store.AddDraftAsync(Samples.Draft(Kept), Stop);
            await _store.AddDraftAsync(Samples.Draft(Gone) with { Json = new string('x', 60_000) }, Stop);
        }
    }

    private void CutAtManyChanges(Random random) => _disk.BeforeChange = () =>
    {
        lock (_cuts)
        {
            if (random.Next(3) == 0)
            {
                _cuts.Add(_disk.Cut(random));
            }
        }
    };

    private async Task CheckAsync(Action<int> look)
    {
        Assert.True(_cuts.Count > 10);
        foreach (var cut in _cuts)
        {
            using var store = await SimulatedStore.OpenAsync(cut, new ListLogger<StoreDatabase>());
            look((await store.GetDraftsAsync(Kept, 99, Stop)).Count);
            await store.AddDraftAsync(Samples.Draft(Kept), Stop);
        }
    }
}
