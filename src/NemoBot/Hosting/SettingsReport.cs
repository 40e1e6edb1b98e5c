using Microsoft.Extensions.Configuration.Json;
using NemoBot.Settings;

namespace NemoBot.Hosting;

/// <summary>Logs settings that have no effect, at the start and after a change of the file, and a changed file that cannot be read.</summary>
internal sealed partial class SettingsReport(IConfiguration configuration, ILogger<SettingsReport> logger) : IHostedService, IDisposable
{
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);
    private IDisposable? _changes;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Report();
        _changes = Microsoft.Extensions.Primitives.ChangeToken.OnChange(configuration.GetReloadToken, Report);
        foreach (var file in (configuration as IConfigurationBuilder)?.Sources.OfType<JsonConfigurationSource>() ?? [])
        {
            file.OnLoadException = context => LogUnreadable(logger, context.Exception.InnerException?.Message ?? context.Exception.Message);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _changes?.Dispose();

    private void Report()
    {
        lock (_reported)
        {
            foreach (var problem in UnknownSettings.Find(configuration).Where(_reported.Add))
            {
                LogUnknown(logger, problem);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Problem}")]
    private static partial void LogUnknown(ILogger logger, string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The changed settings file cannot be read, the last valid settings stay: {Problem}")]
    private static partial void LogUnreadable(ILogger logger, string problem);
}
