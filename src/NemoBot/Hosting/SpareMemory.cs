namespace NemoBot.Hosting;

/// <summary>
/// Gives back memory that is not needed. Once, what only the start needed: garbage, which an idle bot would keep for hours until its
/// youngest generation is full, and pages of program files, which are half of an idle bot's resident memory. Then, again and again, what
/// native code has freed.
/// </summary>
internal sealed partial class SpareMemory(TimeProvider clock, ILogger<SpareMemory> logger) : BackgroundService
{
    /// <summary>By then the platforms are connected.</summary>
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(15);

    /// <summary>A file that was being loaded at the first look is complete at the second.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan BetweenTrims = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(Wait, clock, stoppingToken).ConfigureAwait(false);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        await ReleaseFilesAsync(stoppingToken).ConfigureAwait(false);
        using var timer = new PeriodicTimer(BetweenTrims, clock);
        while (NativeHeap.TryTrim() && await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
        }
    }

    private async Task ReleaseFilesAsync(CancellationToken cancellationToken)
    {
        try
        {
            var loaded = MappedFiles.Read();
            await Task.Delay(BetweenLooks, clock, cancellationToken).ConfigureAwait(false);
            MappedFiles.Release(loaded);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogKept(e);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Pages of program files stay in memory")]
    private partial void LogKept(Exception exception);
}
