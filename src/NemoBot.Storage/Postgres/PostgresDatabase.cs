using NemoBot.Core.Storage;
using NemoBot.Storage.Postgres.Engine;
using Npgsql;

namespace NemoBot.Storage.Postgres;

/// <summary>Opens the database and runs calls on it, each in one transaction.</summary>
internal sealed class PostgresDatabase(ClusterOptions options, TimeProvider time) : IDisposable
{
    private const int OldestVersion = 13;
    private const int Attempts = 6;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private readonly Lock _gate = new();
    private readonly MoveGate _moves = new();
    private NpgsqlConnectionStringBuilder? _settings;
    private NpgsqlDataSource? _source;
    private bool _disposed;

    /// <summary>The lanes that this process has taken.</summary>
    public HeldLanes Lanes { get; } = new(options.RefuseStaleWrites);

    /// <summary>Connections to the database.</summary>
    public NpgsqlDataSource Source
    {
        get
        {
            lock (_gate)
            {
                ObjectDisposedException.ThrowIf(_disposed, this);
                return _source ??= NpgsqlDataSource.Create(Settings);
            }
        }
    }

    private NpgsqlConnectionStringBuilder Settings => _settings ??= ConnectionSettings.Read(options.Database ?? "");

    /// <summary>Checks the server and creates or upgrades the tables.</summary>
    /// <exception cref="StoreException">With one sentence for the operator.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        var source = Source;
        try
        {
            var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                RequireVersion(connection.PostgreSqlVersion);
                var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
                await using (transaction.ConfigureAwait(false))
                {
                    await Schema.UpgradeAsync(
                        new PostgresSession(connection, Lanes, cancellationToken), ConnectionSettings.SchemaOf(Settings), options.Name).ConfigureAwait(false);
                    await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
        {
            throw PostgresErrors.MapStart(exception, Settings);
        }
    }

    /// <exception cref="StoreException">The server is too old.</exception>
    public static void RequireVersion(Version version)
    {
        if (version.Major < OldestVersion)
        {
            throw new StoreException(StoreProblem.Unavailable, $"PostgreSQL {version} is too old: NemoBot needs version {OldestVersion} or newer.");
        }
    }

    /// <summary>Runs a call that reads.</summary>
    public Task<T> ReadAsync<T>(Func<PostgresSession, Task<T>> work, CancellationToken cancellationToken) =>
        _moves.BesideAsync(() => RunAsync(work, isWrite: false, cancellationToken));

    /// <summary>Runs a call that writes; the task completes once it is durable.</summary>
    public Task<T> WriteAsync<T>(Func<PostgresSession, Task<T>> work, CancellationToken cancellationToken) =>
        _moves.BesideAsync(() => RunAsync(work, isWrite: true, cancellationToken));

    /// <summary>Runs a call that writes; the task completes once it is durable.</summary>
    public Task WriteAsync(Func<PostgresSession, Task> work, CancellationToken cancellationToken) => WriteAsync(Returning(work), cancellationToken);

    /// <summary>Runs the move of a conversation, in order with the calls before and after it.</summary>
    public Task MoveAsync(Func<PostgresSession, Task> work, CancellationToken cancellationToken) =>
        _moves.AloneAsync(() => RunAsync(Returning(work), isWrite: true, cancellationToken));

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _source?.Dispose();
        }
    }

    private static Func<PostgresSession, Task<bool>> Returning(Func<PostgresSession, Task> work) => async session =>
    {
        await work(session).ConfigureAwait(false);
        return true;
    };

    /// <summary>
    /// Runs a call, and again when it lost against another one or the connection broke: as long as no commit was sent, nothing of it is
    /// kept. So a restart of the database is waited out.
    /// </summary>
    private async Task<T> RunAsync<T>(Func<PostgresSession, Task<T>> work, bool isWrite, CancellationToken cancellationToken)
    {
        var since = time.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            var isCommitting = false;
            try
            {
                var connection = await Source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
                await using (connection.ConfigureAwait(false))
                {
                    return isWrite
                        ? await CommitAsync(connection, work, () => isCommitting = true, cancellationToken).ConfigureAwait(false)
                        : await work(new PostgresSession(connection, Lanes, cancellationToken)).ConfigureAwait(false);
                }
            }
            catch (PostgresException exception) when (PostgresErrors.IsConflict(exception) && attempt < Attempts)
            {
                // The other one is done now.
            }
            catch (Exception exception) when (!isCommitting && PostgresErrors.IsUnreachable(exception) && time.GetElapsedTime(since) < options.ConnectPatience)
            {
                await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (PostgresErrors.Map(exception) is { } mapped)
            {
                throw mapped;
            }
        }
    }

    private async Task<T> CommitAsync<T>(
        NpgsqlConnection connection, Func<PostgresSession, Task<T>> work, Action committing, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            var result = await work(new PostgresSession(connection, Lanes, cancellationToken)).ConfigureAwait(false);
            committing();
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return result;
        }
    }
}
