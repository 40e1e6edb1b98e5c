using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NemoBot.Core.Storage;
using NemoBot.Storage;
using NemoBot.Storage.Settings;
using NemoBot.Tests.Storage.LiteDb;
using Xunit;

namespace NemoBot.Tests.Storage;

public sealed class StorageServicesTests
{
    [Fact]
    public async Task A_host_gets_one_store_under_all_its_names_in_the_data_folder()
    {
        using var database = new LiteDatabase();
        var folder = Path.Combine(database.Folder, "not yet there");
        await using var provider = Build(new() { ["DataFolder"] = folder, ["Storage:BatchSize"] = "5" });
        var store = provider.GetRequiredService<IBotStore>();
        await store.InitializeAsync(TestContext.Current.CancellationToken);
        Assert.Same(store, provider.GetRequiredService<IAccountStore>());
        Assert.Same(store, provider.GetRequiredService<IPlatformCursors>());
        Assert.Same(store, provider.GetRequiredService<IMessageLog>());
        Assert.True(File.Exists(Path.Combine(folder, "nemobot.litedb")));
    }

    [Fact]
    public void The_folder_is_data_below_the_working_directory_unless_told_otherwise() =>
        Assert.Equal("./data", new StorageOptions().DataFolder);

    [Theory]
    [InlineData("Storage:BatchSize", "0")]
    [InlineData("Storage:CheckpointPages", "0")]
    [InlineData("Storage:MaxBytes", "-1")]
    public void A_setting_out_of_range_is_refused_by_name(string name, string value)
    {
        using var provider = Build(new() { [name] = value });
        var error = Assert.ThrowsAny<Exception>(provider.GetRequiredService<IBotStore>);
        Assert.Contains(name.Split(':')[1], error.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Build(Dictionary<string, string?> settings) => new ServiceCollection()
        .AddLogging()
        .AddStorage(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
        .BuildServiceProvider();
}
