using NemoBot.Settings;

namespace NemoBot.Maintenance;

/// <summary>Looks for requests of the command line while the bot runs.</summary>
internal sealed partial class MaintenanceService(
    MaintenanceRunner runner, IConfiguration configuration, TimeProvider time, ILogger<MaintenanceService> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private readonly RequestFolder _folder = new(DataFolder.Find(configuration));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        for (var isPrepared = false; await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false);)
        {
            try
            {
                if (!isPrepared)
                {
                    _folder.Prepare();
                    isPrepared = true;
                }

                await AnswerAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogUnreadable(logger, exception.Message);
            }
        }
    }

    private async Task AnswerAsync(CancellationToken cancellationToken)
    {
        foreach (var (name, request) in _folder.Take())
        {
            var answer = request is null
                ? new MaintenanceAnswer(false, "The bot could not read the request.")
                : await runner.RunAsync(request, cancellationToken).ConfigureAwait(false);
            _folder.Answer(name, answer);
            LogDone(logger, request?.Verb, request?.Verb == MaintenanceRunner.Explain ? "answered" : answer.Text);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Verb}: {Outcome}")]
    private static partial void LogDone(ILogger logger, string? verb, string outcome);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Requests of the command line cannot be read: {Problem}")]
    private static partial void LogUnreadable(ILogger logger, string problem);
}
