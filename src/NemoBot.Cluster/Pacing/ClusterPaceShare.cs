using NemoBot.Cluster.Membership;
using NemoBot.Core.Homes;
using Npgsql;

namespace NemoBot.Cluster.Pacing;

/// <summary>Divides limits by the number of living instances; reserves times in the database, by its clock.</summary>
internal sealed class ClusterPaceShare(ClusterMembers members, NpgsqlDataSource source) : IPaceShare
{
    private const string Reserve = """
        INSERT INTO paces AS p (name, free_at) VALUES ($1, clock_timestamp() + $2)
        ON CONFLICT (name) DO UPDATE SET free_at = greatest(p.free_at, clock_timestamp()) + $2
        RETURNING free_at - $2 - clock_timestamp()
        """;

    public int Processes => Math.Max(1, members.Living.Count);

    public async Task<TimeSpan> ReserveAsync(string name, TimeSpan length, CancellationToken cancellationToken)
    {
        try
        {
            var command = source.CreateCommand(Reserve);
            await using (command.ConfigureAwait(false))
            {
                command.Parameters.Add(new NpgsqlParameter { Value = name });
                command.Parameters.Add(new NpgsqlParameter { Value = length });
                var wait = (TimeSpan)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
                return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
            }
        }
        catch (NpgsqlException)
        {
            // Without the database each instance keeps its own pace; the service refuses what is too much.
            return TimeSpan.Zero;
        }
    }
}
