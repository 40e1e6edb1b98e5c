namespace NemoBot.Settings;

/// <summary>Checks settings that the framework reads by itself, late or in silence: levels of the log, and where metrics and traces go.</summary>
internal static class FrameworkSettings
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";

    /// <summary>Returns a sentence for each problem.</summary>
    public static IEnumerable<string> Validate(IConfiguration configuration)
    {
        foreach (var level in configuration.GetSection("Logging").AsEnumerable().Where(l => l.Key.Contains(":LogLevel:", StringComparison.OrdinalIgnoreCase)))
        {
            if (level.Value is { Length: > 0 } value && !Enum.TryParse<LogLevel>(value, ignoreCase: true, out _))
            {
                yield return $"{level.Key} is \"{value}\", which is not one of {string.Join(", ", Enum.GetNames<LogLevel>())}; for example Information.";
            }
        }

        if (configuration[Endpoint] is { Length: > 0 } endpoint && !(Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            yield return $"{Endpoint} is \"{endpoint}\", which is not a full http or https address; for example http://collector:4317.";
        }

        if (configuration[Protocol] is { Length: > 0 } protocol && protocol is not ("grpc" or "http/protobuf"))
        {
            yield return $"{Protocol} is \"{protocol}\", which is not grpc or http/protobuf; for example grpc.";
        }
    }
}
