using NemoBot.Core.Storage;
using Xunit;

namespace NemoBot.Tests.Storage.Buckets;

/// <summary>What the vault of files promises, in a folder and in a bucket.</summary>
public abstract class FileVaultContract : IAsyncLifetime
{
    private readonly DirectoryInfo _staging = Directory.CreateTempSubdirectory("vault-");

    private protected IFileVault Vault { get; private set; } = null!;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected abstract Task<IFileVault> CreateAsync();

    protected abstract ValueTask EndAsync();

    public async ValueTask InitializeAsync() => Vault = await CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _staging.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_kept_bundle_is_read_whole_and_from_any_position()
    {
        await Vault.CheckAsync(Stop);
        var bytes = Bytes(100_000);
        var folder = Stage(("content", bytes), ("about.json", [1, 2, 3]));
        await Vault.KeepAsync("0123abcd/aa", folder, Stop);
        Assert.False(Directory.Exists(folder));
        Assert.Equal([1, 2, 3], await ReadAsync("0123abcd/aa", "about.json"));
        Assert.Equal(bytes, await ReadAsync("0123abcd/aa", "content"));
        Assert.Equal(bytes[99_000..], await ReadAsync("0123abcd/aa", "content", 99_000));
        Assert.Empty((await ReadAsync("0123abcd/aa", "content", 100_000))!);
        Assert.Null(await ReadAsync("0123abcd/aa", "poster.jpg"));
        Assert.Null(await ReadAsync("0123abcd/bb", "content"));
    }

    [Fact]
    public async Task A_long_file_and_an_empty_one_arrive_byte_for_byte()
    {
        var bytes = Bytes((11 << 20) + 17);
        await Vault.KeepAsync("0123abcd/aa", Stage(("content", bytes), ("about.json", [])), Stop);
        Assert.Equal(bytes, await ReadAsync("0123abcd/aa", "content"));
        Assert.Equal(bytes[(10 << 20)..], await ReadAsync("0123abcd/aa", "content", 10 << 20));
        Assert.Empty((await ReadAsync("0123abcd/aa", "about.json"))!);
    }

    [Fact]
    public async Task Bundles_are_found_by_their_first_segment_and_removed_one_by_one()
    {
        string[] bundles = ["00000001/a", "00000001/b", "00000001/c", "00000002/a", "00000002/b"];
        foreach (var bundle in bundles)
        {
            await Vault.KeepAsync(bundle, Stage(("content", [1]), ("about.json", [2])), Stop);
        }

        Assert.Equal(bundles, (await FindAsync("")).Order());
        Assert.Equal(bundles[..3], (await FindAsync("00000001")).Order());
        Assert.Empty(await FindAsync("00000003"));
        await Vault.RemoveAsync("00000001/b", Stop);
        await Vault.RemoveAsync("00000001/b", Stop);
        Assert.Equal(["00000001/a", "00000001/c"], (await FindAsync("00000001")).Order());
        Assert.Null(await ReadAsync("00000001/b", "content"));
    }

    private protected static byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    private protected string Stage(params (string Name, byte[] Content)[] files)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_staging.FullName, Guid.NewGuid().ToString("N"))).FullName;
        foreach (var (name, content) in files)
        {
            File.WriteAllBytes(Path.Combine(folder, name), content);
        }

        return folder;
    }

    private protected async Task<byte[]?> ReadAsync(string bundle, string name, long from = 0)
    {
        if (await Vault.OpenAsync(bundle, name, Stop) is not { } file)
        {
            return null;
        }

        await using var content = file.Content;
        content.Seek(from, SeekOrigin.Begin);
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, Stop);
        return copy.ToArray();
    }

    private async Task<List<string>> FindAsync(string prefix)
    {
        var found = new List<string>();
        await foreach (var bundle in Vault.FindAsync(prefix, DateTimeOffset.MaxValue, Stop))
        {
            found.Add(bundle);
        }

        return found;
    }
}
