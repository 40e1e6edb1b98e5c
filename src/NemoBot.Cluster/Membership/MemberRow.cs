using System.Globalization;
using Npgsql;

namespace NemoBot.Cluster.Membership;

/// <summary>One instance as a row.</summary>
internal static class MemberRow
{
    public const string Columns = "SELECT address, name, host, status, proxy_port, started_at, alive_at, suspects, etag::text FROM members ";

    public static object[] Values(MembershipEntry entry) =>
    [
        entry.SiloAddress.ToParsableString(),
        entry.SiloName,
        entry.HostName ?? "",
        (int)entry.Status,
        entry.ProxyPort,
        Utc(entry.StartTime),
        Utc(entry.IAmAliveTime),
        string.Join(';', (entry.SuspectTimes ?? []).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Item1.ToParsableString()}/{s.Item2.Ticks}"))),
    ];

    public static Tuple<MembershipEntry, string> Read(NpgsqlDataReader row) => Tuple.Create(
        new MembershipEntry
        {
            SiloAddress = SiloAddress.FromParsableString(row.GetString(0)),
            SiloName = row.GetString(1),
            HostName = row.GetString(2),
            Status = (SiloStatus)row.GetInt32(3),
            ProxyPort = row.GetInt32(4),
            StartTime = row.GetDateTime(5),
            IAmAliveTime = row.GetDateTime(6),
            SuspectTimes = [.. row.GetString(7).Split(';', StringSplitOptions.RemoveEmptyEntries).Select(ReadSuspicion)],
        },
        row.GetString(8));

    /// <summary>Orleans means UTC, whatever the kind says.</summary>
    public static DateTime Utc(DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Utc);

    private static Tuple<SiloAddress, DateTime> ReadSuspicion(string text)
    {
        var slash = text.LastIndexOf('/');
        return Tuple.Create(
            SiloAddress.FromParsableString(text[..slash]), new DateTime(long.Parse(text[(slash + 1)..], CultureInfo.InvariantCulture), DateTimeKind.Utc));
    }
}
