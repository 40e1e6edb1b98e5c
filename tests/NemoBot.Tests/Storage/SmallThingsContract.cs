using Xunit;

namespace NemoBot.Tests.Storage;

public abstract class SmallThingsContract<TDatabase> : StoreContract<TDatabase>
    where TDatabase : ITestDatabase, new()
{
    [Fact]
    public async Task An_account_comes_back_as_it_was_written_and_goes_when_deleted()
    {
        Assert.Null(await Store.GetAccountAsync("own-1", Stop));
        await Store.SaveAccountAsync(Samples.FullAccount("own-1") with { ProtectedToken = null }, Stop);
        await Store.SaveAccountAsync(Samples.FullAccount("own-1"), Stop);
        await RestartAsync();
        Assert.Equal(Samples.FullAccount("own-1"), await Store.GetAccountAsync("own-1", Stop));
        await Store.DeleteAccountAsync("own-1", Stop);
        Assert.Null(await Store.GetAccountAsync("own-1", Stop));
        await Store.DeleteAccountAsync("own-1", Stop);
    }

    [Fact]
    public async Task A_cursor_is_set_replaced_and_deleted()
    {
        Assert.Null(await Store.GetCursorAsync("telegram:offset", Stop));
        await Store.SetCursorAsync("telegram:offset", "1", Stop);
        await Store.SetCursorAsync("telegram:offset", "", Stop);
        await RestartAsync();
        Assert.Equal("", await Store.GetCursorAsync("telegram:offset", Stop));
        await Store.SetCursorAsync("telegram:offset", null, Stop);
        Assert.Null(await Store.GetCursorAsync("telegram:offset", Stop));
    }

    [Fact]
    public async Task Opening_again_and_by_two_at_once_does_no_harm()
    {
        Assert.SkipUnless(Database.IsShared, OnlyOne);
        await Store.SetCursorAsync("a", "1", Stop);
        await Store.InitializeAsync(Stop);
        var both = await Task.WhenAll(Database.OpenAsync(), Database.OpenAsync());
        foreach (var store in both)
        {
            using var closing = store as IDisposable;
            Assert.Equal("1", await store.GetCursorAsync("a", Stop));
        }
    }

    [Fact]
    public async Task A_closed_store_says_so()
    {
        (Store as IDisposable)?.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Store.SetCursorAsync("a", "1", Stop));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Store.GetCursorAsync("a", Stop));
    }
}
