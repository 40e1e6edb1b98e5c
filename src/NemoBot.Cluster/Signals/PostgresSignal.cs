using System.Collections.Immutable;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Homes;
using NemoBot.Core.Storage;
using Npgsql;

namespace NemoBot.Cluster.Signals;

/// <summary>
/// Notices by <c>NOTIFY</c>. A commit with a notice takes a lock over the whole database, so notices are gathered for a moment and sent
/// apart from the writes that they are about. Behind PgBouncer in transaction mode none arrive: readers look for themselves then.
/// </summary>
internal sealed partial class PostgresSignal(
    NpgsqlDataSource database, IOptions<ClaimOptions> claims, TimeProvider clock, ILogger<PostgresSignal> logger) : BackgroundService, ISignal
{
    private const string Listen = "LISTEN nemobot_changes";
    private const string Notify = "SELECT pg_notify('nemobot_changes', payload) FROM unnest($1) AS payload";
    private const string Ping = "SELECT 1";
    private const int MostWaiting = 10_000;
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RetryWait = TimeSpan.FromSeconds(1);

    private readonly Channel<string> _waiting = Channel.CreateBounded<string>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });
    private ImmutableList<Action<string>> _receivers = [];

    private string Sender => claims.Value.Instance + " ";

    public void Send(string topic) => _waiting.Writer.TryWrite(topic);

    public void Subscribe(Action<string> receive) => ImmutableInterlocked.Update(ref _receivers, (all, one) => all.Add(one), receive);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        RepeatAsync(SendAllAsync, stoppingToken), RepeatAsync(ListenAsync, stoppingToken));

    /// <summary>Starts again whenever the database does not answer.</summary>
    private async Task RepeatAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await work(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                LogInterrupted(logger, exception);
            }

            await Task.Delay(RetryWait, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task SendAllAsync(CancellationToken cancellationToken)
    {
        while (await _waiting.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            await Task.Delay(Gathering, clock, cancellationToken).ConfigureAwait(false);
            var topics = new HashSet<string>(StringComparer.Ordinal);
            while (_waiting.Reader.TryRead(out var topic))
            {
                topics.Add(Sender + topic);
            }

            var command = database.CreateCommand(Notify);
            await using (command.ConfigureAwait(false))
            {
                command.Parameters.Add(new NpgsqlParameter { Value = topics.ToArray() });
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            connection.Notification += (_, notice) => Receive(notice.Payload);
            await RunAsync(connection, Listen, cancellationToken).ConfigureAwait(false);
            while (true)
            {
                if (!await connection.WaitAsync(Quiet, cancellationToken).ConfigureAwait(false))
                {
                    // A broken connection is silent too.
                    await RunAsync(connection, Ping, cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(sql, connection);
        await using (command.ConfigureAwait(false))
        {
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void Receive(string payload)
    {
        if (!payload.StartsWith(Sender, StringComparison.Ordinal) && payload.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end)
        {
            _receivers.ForEach(r => r(payload[(end + 1)..]));
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Notices to and from other instances are interrupted; retrying.")]
    private static partial void LogInterrupted(ILogger logger, Exception exception);
}
