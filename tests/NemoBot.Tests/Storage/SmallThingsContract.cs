using NemoBot.Core.Storage;
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
    public async Task Values_are_changed_together_and_survive_a_restart()
    {
        Assert.Null(await Store.GetValueAsync("a", Stop));
        Assert.True(await Store.UpdateValuesAsync(["a", "b"], old => [Later("1"), old[1] is null ? Later("2") : null], Stop));
        await RestartAsync();
        Assert.Equal(("1", "2"), (await Store.GetValueAsync("a", Stop), await Store.GetValueAsync("b", Stop)));
        Assert.True(await Store.UpdateValuesAsync(["b", "a"], old => [Later(old[0] + old[1]), null], Stop));
        Assert.Equal((null, "21"), (await Store.GetValueAsync("a", Stop), await Store.GetValueAsync("b", Stop)));
        Assert.False(await Store.UpdateValuesAsync(["b"], _ => null, Stop));
        Assert.Equal("21", await Store.GetValueAsync("b", Stop));
    }

    [Fact]
    public async Task Concurrent_changes_of_one_value_all_count()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Store.UpdateValuesAsync(["n"], old => [Later((old[0] ?? "") + "x")], Stop)));
        Assert.Equal(new string('x', 50), await Store.GetValueAsync("n", Stop));
    }

    [Fact]
    public async Task A_value_is_deleted_once_it_has_expired()
    {
        await Store.UpdateValuesAsync(["old", "new"], _ => [new ExpiringValue("1", Samples.Noon.AddYears(-30)), Later("2")], Stop);
        await Store.PruneAsync(Samples.Noon.AddYears(-20), Stop);
        Assert.Equal((null, "2"), (await Store.GetValueAsync("old", Stop), await Store.GetValueAsync("new", Stop)));
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

    private static ExpiringValue Later(string text) => new(text, Samples.Noon.AddYears(100));
}
