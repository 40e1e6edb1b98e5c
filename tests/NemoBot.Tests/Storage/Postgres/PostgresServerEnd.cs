namespace NemoBot.Tests.Storage.Postgres;

/// <summary>Ends the shared server after the last test.</summary>
public sealed class PostgresServerEnd : IAsyncDisposable
{
    public ValueTask DisposeAsync() => new(PostgresServer.EndSharedAsync());
}
