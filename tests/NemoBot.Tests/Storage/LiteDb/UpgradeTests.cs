using System.IO.Compression;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NemoBot.Core.Backend;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage;
using NemoBot.Storage.Backups;
using Xunit;

namespace NemoBot.Tests.Storage.LiteDb;

/// <summary>The store of every earlier format opens, is migrated and keeps what it held. A fixture is a backup that the real program of that time made.</summary>
public sealed class UpgradeTests : IDisposable
{
    private static readonly ConversationKey Room = new("web", "room");
    private readonly string _folder = Directory.CreateTempSubdirectory("nemobot-upgrade-").FullName;

    public static TheoryData<string> Earlier => [.. Directory.EnumerateFiles(Fixtures, "*.litedb.gz").Select(f => Path.GetFileName(f))];

    private static string Fixtures => Path.Combine(AppContext.BaseDirectory, "Fixtures", "Stores");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Earlier))]
    public async Task A_store_of_an_earlier_format_opens_with_all_it_held(string fixture)
    {
        Unpack(fixture, Path.Combine(_folder, "nemobot.litedb"));
        for (var start = 1; start <= 2; start++)
        {
            await using var services = Services(_folder);
            var store = services.GetRequiredService<IBotStore>();
            await store.InitializeAsync(TestContext.Current.CancellationToken);
            await AssertKeptAsync(services, store);
            await store.AddTurnAsync(Samples.Turn(Room, $"new-{start}"), TestContext.Current.CancellationToken);
        }
    }

    [Theory]
    [MemberData(nameof(Earlier))]
    public async Task A_backup_of_an_earlier_format_can_be_restored(string fixture)
    {
        var backup = Path.Combine(_folder, "backup.litedb");
        Unpack(fixture, backup);
        await using var services = Services(Path.Combine(_folder, "data"));
        var store = services.GetRequiredService<IBotStore>();
        await store.InitializeAsync(TestContext.Current.CancellationToken);
        await services.GetRequiredService<IStoreBackup>().RestoreAsync(backup, TestContext.Current.CancellationToken);
        await AssertKeptAsync(services, store);
    }

    private static async Task AssertKeptAsync(ServiceProvider services, IBotStore store)
    {
        var stop = TestContext.Current.CancellationToken;
        var conversation = await store.GetConversationAsync(Room, stop);
        Assert.Equal(("a2e-ai", "en"), (conversation!.Skill, conversation.Language));
        var draft = Assert.Single(await store.GetDraftsAsync(Room, 10, stop));
        Assert.Contains("First", draft.Json, StringComparison.Ordinal);
        var turn = await store.GetTurnAsync(2, stop);
        Assert.Equal((TurnState.Done, "make a waveform video in 360p with the title 'First'", "Ana"), (turn!.State, turn.Message.Text, turn.Message.Author.Name));
        var render = Assert.Single(await store.GetRendersAsync(Room, stop));
        Assert.Equal((RenderState.Completed, true), (render.State, render.IsClosed));
        Assert.Contains(await services.GetRequiredService<IMessageLog>().ReadLogAsync(Room, 10, stop), m => m.Json.Contains("Video ready", StringComparison.Ordinal));
        Assert.Empty(await store.ClaimOpenRendersAsync("one", Samples.Noon, Samples.Noon.AddMinutes(1), stop));
    }

    private static ServiceProvider Services(string folder)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["NemoBot:DataFolder"] = folder }).Build();
        return new ServiceCollection().AddLogging().AddStorage(configuration.GetSection("NemoBot")).BuildServiceProvider();
    }

    private static void Unpack(string fixture, string target)
    {
        using var packed = new GZipStream(File.OpenRead(Path.Combine(Fixtures, fixture)), CompressionMode.Decompress);
        using var file = File.Create(target);
        packed.CopyTo(file);
    }
}
