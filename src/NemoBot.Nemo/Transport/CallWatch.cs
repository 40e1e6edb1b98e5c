using NemoBot.Core.Telemetry;

namespace NemoBot.Nemo.Transport;

/// <summary>Measures one request.</summary>
internal readonly struct CallWatch(string backend, string method, string path, TimeProvider clock)
{
    private const int LongestName = 20;
    private readonly long _since = clock.GetTimestamp();

    public void Answered(int status)
    {
        Record(status.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (status == 429)
        {
            BotMetrics.RateLimited(backend);
        }
    }

    public void Failed() => Record("none");

    private void Record(string code) => BotMetrics.BackendAnswered(backend, $"{method} {EndpointOf(path)}", code, clock.GetElapsedTime(_since));

    /// <summary>Without ids, so that there are few endpoints. Names of endpoints are short and have no digits.</summary>
    private static string EndpointOf(string path) =>
        string.Join('/', path.Split('/').Select(part => part.Length > LongestName || part.Any(char.IsAsciiDigit) ? "{id}" : part));
}
