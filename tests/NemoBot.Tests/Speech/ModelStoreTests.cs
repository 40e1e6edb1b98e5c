using System.Net;
using System.Security.Cryptography;
using NemoBot.Speech.Models;
using NemoBot.Speech.Recognition;
using NemoBot.Speech.Settings;
using Xunit;

namespace NemoBot.Tests.Speech;

/// <summary>Models: downloaded in pieces, checked, imported, and never used when damaged.</summary>
public sealed class ModelStoreTests : IAsyncLifetime
{
    private static readonly byte[] Model = MakeModel(300_000);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nemobot-test-");
    private readonly List<double> _progress = [];
    private FileServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await FileServer.StartAsync(TestContext.Current.CancellationToken);
        _server.Content = Model;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_missing_model_is_downloaded_when_it_is_needed()
    {
        using var store = Store();
        Assert.Equal("test", store.Missing?.Name);
        var path = await RequireAsync(store);
        Assert.Equal(Model, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal(["/some/where/ggml-test.bin "], _server.Requests);
        Assert.Equal((null, 1), (store.Missing, _progress[^1]));
        Assert.Equal(_progress.Order(), _progress);
        await RequireAsync(store);
        Assert.Single(_server.Requests);
        Assert.False(File.Exists(path + ".part"));
    }

    [Fact]
    public async Task A_download_that_breaks_goes_on_where_it_was()
    {
        _server.BreakAfter = 120_000;
        using var store = Store();
        await RequireAsync(store);
        Assert.Equal(3, _server.Requests.Count);
        Assert.All(_server.Requests.Skip(1), r => Assert.NotEqual("", r.Split(' ')[1]));
    }

    [Fact]
    public async Task A_download_goes_on_after_a_restart_even_where_ranges_are_ignored()
    {
        await File.WriteAllBytesAsync(Path.Combine(_folder.FullName, "ggml-test.bin.part"), Model[..100_000], TestContext.Current.CancellationToken);
        _server.IgnoresRanges = true;
        using var store = Store();
        Assert.Equal(Model, await File.ReadAllBytesAsync(await RequireAsync(store), TestContext.Current.CancellationToken));
        Assert.Equal(["/some/where/ggml-test.bin 100000"], _server.Requests);
    }

    [Fact]
    public async Task A_wrong_file_is_never_used()
    {
        _server.Content = [.. Model[..^1], (byte)~Model[^1]];
        using var store = Store();
        Assert.Equal(SpeechProblem.DownloadFailed, (await Assert.ThrowsAsync<SpeechException>(() => RequireAsync(store))).Problem);
        Assert.Empty(Directory.EnumerateFiles(_folder.FullName));
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, 1)]
    [InlineData(HttpStatusCode.BadGateway, 3)]
    public async Task A_site_that_refuses_is_an_answer(HttpStatusCode status, int requests)
    {
        _server.Status = status;
        using var store = Store();
        Assert.Equal(SpeechProblem.DownloadFailed, (await Assert.ThrowsAsync<SpeechException>(() => RequireAsync(store))).Problem);
        Assert.Equal(requests, _server.Requests.Count);
    }

    [Fact]
    public async Task Nothing_is_downloaded_when_that_is_off()
    {
        using var store = Store(o => o.DownloadModel = false);
        var e = await Assert.ThrowsAsync<SpeechException>(() => RequireAsync(store));
        Assert.Equal((SpeechProblem.ModelMissing, Model.Length), (e.Problem, e.NeededBytes));
        Assert.Null(await store.FindVoiceActivityAsync(TestContext.Current.CancellationToken));
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task An_installed_model_that_was_damaged_is_not_used()
    {
        using var store = Store();
        var path = await store.InstallAsync("test", new Direct(_ => { }), TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(path, [.. Model[..^1], (byte)~Model[^1]], TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);
        Assert.Equal(SpeechProblem.ModelBroken, (await Assert.ThrowsAsync<SpeechException>(() => RequireAsync(store))).Problem);
        Assert.Equal(path, await store.InstallAsync("test", new Direct(_ => { }), TestContext.Current.CancellationToken));
        Assert.Equal(path, await RequireAsync(store));
    }

    [Fact]
    public async Task A_model_in_a_folder_that_cannot_be_written_is_used()
    {
        var path = Path.Combine(_folder.FullName, "ggml-test.bin");
        await File.WriteAllBytesAsync(path, Model, TestContext.Current.CancellationToken);
        Directory.CreateDirectory(path + ".sha256");
        using var store = Store();
        Assert.Equal(path, await RequireAsync(store));
    }

    [Fact]
    public async Task An_imported_model_is_used_from_then_on()
    {
        var file = Path.Combine(_folder.FullName, "elsewhere", "my model.bin");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllBytesAsync(file, MakeModel(1000), TestContext.Current.CancellationToken);
        using (var store = Store())
        {
            await store.ImportAsync(file, TestContext.Current.CancellationToken);
        }

        using var next = Store();
        Assert.Equal(Path.Combine(_folder.FullName, "my model.bin"), await RequireAsync(next));
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task A_file_that_is_no_model_is_not_imported()
    {
        var file = Path.Combine(_folder.FullName, "song.mp3");
        await File.WriteAllBytesAsync(file, new byte[5000], TestContext.Current.CancellationToken);
        using var store = Store();
        Assert.Equal(SpeechProblem.ModelBroken, (await Assert.ThrowsAsync<SpeechException>(() => store.ImportAsync(file, TestContext.Current.CancellationToken))).Problem);
    }

    private static byte[] MakeModel(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        foreach (var (i, value) in ((int[])[0x67676d6c, 51865, 1500, 96, 3, 3, 448, 96, 3, 3, 80, 1]).Index())
        {
            BitConverter.TryWriteBytes(bytes.AsSpan(4 * i), value);
        }

        return bytes;
    }

    private Task<string> RequireAsync(ModelStore store) => store.RequireAsync(new Direct(_progress.Add), TestContext.Current.CancellationToken);

    private ModelStore Store(Action<SpeechOptions>? change = null)
    {
        var options = new SpeechOptions { ModelFolder = _folder.FullName, Mirror = _server.Address + "/" };
        change?.Invoke(options);
        var model = new SpeechModel("test", "ggml-test.bin", "some/where", Model.Length, Convert.ToHexStringLower(SHA256.HashData(Model)));
        return new ModelStore(options, new ModelCatalog([model], model with { Name = "voice", File = "voice.bin" }, "test"), TimeProvider.System);
    }

    private sealed class Direct(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
