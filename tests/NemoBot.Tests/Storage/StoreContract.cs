using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using Xunit;

namespace NemoBot.Tests.Storage;

/// <summary>What every store must keep; the suites below it ask for one thing each.</summary>
public abstract class StoreContract<TDatabase> : IAsyncLifetime
    where TDatabase : ITestDatabase, new()
{
    protected static readonly ConversationKey Here = new("web", "music room");
    protected static readonly ConversationKey There = new("telegram", "-100:7");

    /// <summary>Why a test of two stores on one database is skipped.</summary>
    protected const string OnlyOne = "This kind of database takes one process at a time.";

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected TDatabase Database { get; } = new();

    protected IBotStore Store { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Store = await Database.OpenAsync();

    public ValueTask DisposeAsync()
    {
        Close();
        Database.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Closes the store and opens the database again, as a restart does.</summary>
    protected async Task RestartAsync()
    {
        Close();
        Store = await Database.OpenAsync();
    }

    protected async Task<TurnRecord> AddTurnAsync(ConversationKey key, string messageId, Func<TurnRecord, TurnRecord>? change = null)
    {
        var turn = await Store.AddTurnAsync(Samples.Turn(key, messageId), Stop);
        Assert.NotNull(turn);
        if (change is not null)
        {
            turn = change(turn);
            await Store.UpdateTurnAsync(turn, Stop);
        }

        return turn;
    }

    private void Close() => (Store as IDisposable)?.Dispose();
}
