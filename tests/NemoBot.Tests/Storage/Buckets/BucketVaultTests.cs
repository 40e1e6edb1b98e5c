using System.ComponentModel.DataAnnotations;
using NemoBot.Core.Storage;
using NemoBot.Storage.Buckets;
using NemoBot.Storage.Settings;
using NemoBot.Tests.Support;
using Xunit;

namespace NemoBot.Tests.Storage.Buckets;

public sealed class BucketVaultTests : FileVaultContract
{
    private VaultOptions _options = new();
    private BucketStandIn _server = null!;

    private protected override async Task<IFileVault> CreateAsync()
    {
        _server = await BucketStandIn.StartAsync(TimeProvider.System);
        _options = BucketStandIn.OptionsFor(_server);
        return new BucketVault(_options, TimeProvider.System);
    }

    protected override ValueTask EndAsync()
    {
        ((IDisposable)Vault).Dispose();
        return _server.DisposeAsync();
    }

    [Fact]
    public async Task Objects_lie_below_the_prefix_and_the_last_one_is_what_makes_a_bundle_visible()
    {
        await Vault.KeepAsync("0123abcd/aa", Stage(("about.json", [1]), ("content", [2]), ("poster.jpg", [3])), Stop);
        var puts = _server.Requests.Where(r => r.StartsWith("PUT", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, puts.Count);
        Assert.Equal("PUT /files/nemobot/0123abcd/aa/about.json", puts[^1]);
        await Vault.RemoveAsync("0123abcd/aa", Stop);
        Assert.Equal("DELETE /files/nemobot/0123abcd/aa/about.json", _server.Requests.First(r => r.StartsWith("DELETE", StringComparison.Ordinal)));
        Assert.Empty(_server.Objects);
    }

    [Fact]
    public async Task A_lost_connection_is_continued_where_it_broke()
    {
        var bytes = Bytes(600_000);
        await Vault.KeepAsync("0123abcd/aa", Stage(("content", bytes), ("about.json", [1])), Stop);
        _server.Cuts.Enqueue(200_000);
        _server.Cuts.Enqueue(0);
        _server.Cuts.Enqueue(100_000);
        Assert.Equal(bytes, await ReadAsync("0123abcd/aa", "content"));
        var ranges = _server.Requests.Where(r => r.StartsWith("GET", StringComparison.Ordinal)).Select(r => r.Split('=')[1]).ToList();
        Assert.Equal("0-", ranges[0]);
        Assert.DoesNotContain("0-", ranges[1..]);
    }

    [Fact]
    public async Task A_connection_that_never_holds_is_a_sentence()
    {
        await Vault.KeepAsync("0123abcd/aa", Stage(("content", Bytes(1000)), ("about.json", [1])), Stop);
        _server.CutAll = true;
        var error = await Assert.ThrowsAsync<VaultException>(() => ReadAsync("0123abcd/aa", "content"));
        Assert.Equal($"The bucket's server {_server.Address.GetLeftPart(UriPartial.Authority)} cannot be reached: check NemoBot:Vault:Endpoint.", error.Message);
    }

    [Fact]
    public async Task A_server_that_is_silent_is_a_sentence()
    {
        var clock = new ManualTimeProvider();
        using var vault = new BucketVault(_options, clock);
        _server.Silence = new TaskCompletionSource();
        var check = vault.CheckAsync(Stop);
        await clock.AdvanceUntilAsync(() => check.IsCompleted, TimeSpan.FromSeconds(10));
        Assert.Contains("cannot be reached", (await Assert.ThrowsAsync<VaultException>(() => check)).Message, StringComparison.Ordinal);
        _server.Silence.SetResult();
    }

    [Fact]
    public async Task An_upload_in_parts_that_fails_leaves_no_parts()
    {
        _server.Refuse = r => r.Query["partNumber"] == "2" ? (403, "AccessDenied") : null;
        var folder = Stage(("content", Bytes((5 << 20) + 1)), ("about.json", [1]));
        await Assert.ThrowsAsync<VaultException>(() => Vault.KeepAsync("0123abcd/aa", folder, Stop));
        Assert.Empty(_server.Uploads);
        Assert.Empty(_server.Objects);
    }

    [Theory]
    [InlineData("bucket", "There is no bucket \"other\" at ")]
    [InlineData("key", " refuses the access key: check NemoBot:Vault:AccessKey, SecretKey and Region.")]
    [InlineData("secret", " refuses the access key: check NemoBot:Vault:AccessKey, SecretKey and Region.")]
    [InlineData("region", " refuses the access key: check NemoBot:Vault:AccessKey, SecretKey and Region.")]
    [InlineData("right", "it needs to list, read, write and delete objects below \"nemobot/\".")]
    [InlineData("address", " cannot be reached: check NemoBot:Vault:Endpoint.")]
    public async Task What_is_wrong_is_said_at_the_start(string wrong, string sentence)
    {
        _options.Bucket = wrong == "bucket" ? "other" : _options.Bucket;
        _options.AccessKey = wrong == "key" ? "AKIDOTHER" : _options.AccessKey;
        _options.SecretKey = wrong == "secret" ? "other" : _options.SecretKey;
        _options.Region = wrong == "region" ? "eu-west-1" : _options.Region;
        _options.Endpoint = wrong == "address" ? new Uri("http://127.0.0.1:9") : _options.Endpoint;
        _server.Refuse = _ => wrong == "right" ? (403, "AccessDenied") : null;
        using var vault = new BucketVault(_options, TimeProvider.System);
        var error = await Assert.ThrowsAsync<VaultException>(() => vault.CheckAsync(Stop));
        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("other", error.Message.Replace("\"other\"", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(null, "http://127.0.0.1", "a", "b", "NemoBot:Vault:Bucket is not set")]
    [InlineData("files", "files.example.org", "a", "b", "NemoBot:Vault:Endpoint must be a full http or https address")]
    [InlineData("files", "ftp://files.example.org", "a", "b", "NemoBot:Vault:Endpoint must be a full http or https address")]
    [InlineData("files", null, "a", null, "NemoBot:Vault:AccessKey and NemoBot:Vault:SecretKey belong together")]
    [InlineData("files", null, null, null, null)]
    [InlineData(null, null, null, null, null)]
    public void Settings_that_do_not_fit_are_named(string? bucket, string? endpoint, string? key, string? secret, string? sentence)
    {
        var options = new VaultOptions
        {
            Bucket = bucket,
            Endpoint = endpoint is null ? null : new Uri(endpoint, UriKind.RelativeOrAbsolute),
            AccessKey = key,
            SecretKey = secret,
        };
        var found = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), found, validateAllProperties: true);
        Assert.Equal(sentence is null, found.Count == 0);
        Assert.All(found, f => Assert.StartsWith(sentence!, f.ErrorMessage, StringComparison.Ordinal));
    }
}
