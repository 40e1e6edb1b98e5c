using NemoBot.Core.Telemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace NemoBot.Telemetry;

/// <summary>
/// The metrics page, and the export by OpenTelemetry. The exporter is added only if the standard variable names a collector, so that
/// who has none pays nothing for it.
/// </summary>
internal static class TelemetryServices
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string ServiceName = "OTEL_SERVICE_NAME";

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<MetricsPage>().AddHostedService<BotGauges>();
        return string.IsNullOrWhiteSpace(configuration[Endpoint]) ? services : AddExport(services, configuration);
    }

    private static IServiceCollection AddExport(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(configuration[ServiceName] is { Length: > 0 } name ? name : "nemobot"))
            .WithMetrics(metrics => metrics.AddMeter(MetricsPage.Meters).AddOtlpExporter())
            .WithTracing(traces => traces.AddSource(BotTraces.SourceName, "Microsoft.AspNetCore").AddOtlpExporter());
        return services;
    }
}
