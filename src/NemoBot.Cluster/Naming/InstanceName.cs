using System.Globalization;
using System.Security.Cryptography;
using NemoBot.Core.Storage;

namespace NemoBot.Cluster.Naming;

/// <summary>
/// Names one run of an instance: a restart is another owner of lanes, so that what the earlier run had is idle. The roles are part of the
/// name that other instances see, and so is a stamp of what they must have in common.
/// </summary>
/// <param name="Instance">Unique for all time.</param>
/// <param name="Roles">What the instance does.</param>
/// <param name="Stamp">Of <see cref="Wire"/>.</param>
internal sealed record InstanceName(string Instance, IReadOnlyList<string> Roles, string Stamp)
{
    private const char Separator = '|';

    public static InstanceName Make(ClusterOptions options) => new(
        $"{Environment.MachineName}-{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}",
        options.SplitRoles(),
        Wire.Stamp(!string.IsNullOrWhiteSpace(options.Certificate)));

    public static InstanceName Parse(string text)
    {
        var parts = text.Split(Separator);
        return new InstanceName(parts[0], parts.Length > 1 ? parts[1].Split(',') : [], parts.Length > 2 ? parts[2] : "");
    }

    public override string ToString() => string.Join(Separator, Instance, string.Join(',', Roles), Stamp);
}
