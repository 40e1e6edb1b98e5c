using NemoBot.Core.Storage;
using NemoBot.LocalNemo.Sharing.Files;
using NemoBot.Tests.Support;
using Xunit;

namespace NemoBot.Tests.LocalNemo.Sharing;

/// <summary>The vault that studios share.</summary>
public sealed class VaultTests : IAsyncLifetime
{
    private static readonly TimeSpan ForEver = TimeSpan.FromDays(3650);
    private readonly string _folder = Directory.CreateTempSubdirectory("nemobot-vaults-").FullName;
    private readonly ManualTimeProvider _clock = new();
    private SharedBench _shared = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _shared = await SharedBench.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _shared.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_vault_of_ones_own_is_noticed_also_by_those_that_start_together()
    {
        Assert.True(await IsSharedAsync("a", isAlone: true));
        Assert.True(await IsSharedAsync("a", isAlone: false));
        Assert.False(await IsSharedAsync("b", isAlone: true));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.False(await IsSharedAsync("b", isAlone: false));
        Assert.True(await IsSharedAsync("a", isAlone: false));
    }

    [Fact]
    public async Task A_vault_that_was_replaced_becomes_that_of_all_while_no_other_is_alive()
    {
        Assert.True(await IsSharedAsync("a", isAlone: true));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.True(await IsSharedAsync("b", isAlone: true));
        Assert.False(await IsSharedAsync("a", isAlone: false));
        Assert.True(await IsSharedAsync("b", isAlone: false));
    }

    [Fact]
    public async Task What_a_lost_process_left_in_the_vault_goes_after_a_day_and_nothing_else()
    {
        var studio = await _shared.AddAsync(renders: true, _clock, o => (o.TokenLifetime, o.RenderRetention, o.SessionRetention) = (ForEver, ForEver, ForEver));
        var session = await studio.BeginSessionAsync();
        using var upload = await studio.UploadAsync(session, ("talk.mp3", FakeMediaTools.Audio()));
        await studio.SayAsync(session, "waveform video");
        using var submitted = await studio.SubmitAsync(session, "render_1", await studio.DraftAsync(session));
        await studio.WaitForAsync("render_1");
        await LeaveAsync(StudioBundle.OfAsset("ast_" + new string('0', 32)));
        await LeaveAsync(StudioBundle.OfRender(new string('1', 40), 2));
        await LeaveAsync(StudioBundle.OfIdentity("1"));
        Assert.Equal("ffivv", _shared.Bundles);

        // Files are as old as the disk says; a day later is far from now for the clock of the test.
        _clock.Jump = TimeProvider.System.GetUtcNow() - _clock.GetUtcNow();
        _clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal("ffivv", _shared.Bundles);
        _clock.Jump += TimeSpan.FromDays(2);
        await _clock.AdvanceUntilAsync(() => _shared.Bundles == "fiv", TimeSpan.FromHours(1));
        Assert.Equal(FakeRenderer.Video, await studio.Http.GetByteArrayAsync(new Uri("/api/render/proxy/render_1/download", UriKind.Relative)));
    }

    [Fact]
    public async Task A_file_comes_into_the_vault_from_another_disk()
    {
        Assert.SkipUnless(Directory.Exists("/dev/shm"), "There is no second file system.");
        var path = Path.Combine("/dev/shm", Guid.NewGuid().ToString("N"));
        await File.WriteAllTextAsync(path, "sound", Stop);
        await StudioBundle.KeepAsync(_shared.Vault, "studio/f1", path, Stop);
        Assert.False(File.Exists(path) || Directory.Exists(path + ".bundle"));
        var kept = await _shared.Vault.OpenAsync("studio/f1", StudioBundle.Content, Stop);
        using var reader = new StreamReader(kept!.Content);
        Assert.Equal("sound", await reader.ReadToEndAsync(Stop));
        Assert.NotNull(await _shared.Vault.OpenAsync("studio/f1", IFileVault.About, Stop));
    }

    private Task<bool> IsSharedAsync(string vault, bool isAlone) =>
        VaultIdentity.IsSharedAsync(_shared.Records, SharedBench.VaultIn(Path.Combine(_folder, vault)), isAlone, _clock, Stop);

    private async Task LeaveAsync(string bundle)
    {
        var path = Path.Combine(_folder, Guid.NewGuid().ToString("N"));
        await File.WriteAllTextAsync(path, "left", Stop);
        await StudioBundle.KeepAsync(_shared.Vault, bundle, path, Stop);
    }
}
