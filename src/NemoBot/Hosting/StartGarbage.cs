namespace NemoBot.Hosting;

/// <summary>Collects what the start left behind: an idle bot would keep it for hours, until its youngest generation is full.</summary>
internal sealed class StartGarbage(TimeProvider clock) : BackgroundService
{
    /// <summary>By then the platforms are connected.</summary>
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(Wait, clock, stoppingToken).ConfigureAwait(false);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
