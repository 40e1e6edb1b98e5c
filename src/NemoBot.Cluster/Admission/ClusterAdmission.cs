using NemoBot.Cluster.Naming;
using NemoBot.Core.Homes;
using Npgsql;

namespace NemoBot.Cluster.Admission;

/// <summary>Compares the stamp of this instance with those of the living ones. Tables that must change are checked by the store.</summary>
internal sealed class ClusterAdmission(NpgsqlDataSource source, InstanceName self) : IAdmission
{
    /// <inheritdoc />
    public async Task<bool> CheckAsync(CancellationToken cancellationToken)
    {
        var others = await LivingAsync(cancellationToken).ConfigureAwait(false);
        return others.Find(o => o.Stamp != self.Stamp) is { } strange ? throw new InvalidOperationException(Describe(strange.Stamp)) : others.Count > 0;
    }

    private string Describe(string stamp) => (Wire.IsEncrypted(stamp), Wire.IsEncrypted(self.Stamp)) switch
    {
        (true, false) => "The other instances encrypt their connections and this one does not: set NemoBot:Cluster:Certificate as there.",
        (false, true) => "The other instances do not encrypt their connections and this one does: set NemoBot:Cluster:Certificate on all, after all are stopped.",
        _ => "Instances of a version of NemoBot that this one cannot talk to are running: stop them all, then start this version.",
    };

    private async Task<List<InstanceName>> LivingAsync(CancellationToken cancellationToken)
    {
        var command = source.CreateCommand("SELECT name FROM members WHERE status = $1 AND alive_at > now() - interval '30 seconds'");
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = (int)SiloStatus.Active });
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                var living = new List<InstanceName>();
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    living.Add(InstanceName.Parse(reader.GetString(0)));
                }

                return living;
            }
        }
    }
}
