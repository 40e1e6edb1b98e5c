using NemoBot.Core.Storage;
using NemoBot.LocalNemo.Renders;
using NemoBot.LocalNemo.Sharing.Files;
using NemoBot.LocalNemo.Store;
using RenderRecord = NemoBot.LocalNemo.Store.RenderRecord;

namespace NemoBot.LocalNemo.Sharing.Renders;

/// <summary>
/// Carries out a claim on a render. The claim is renewed while it works; what it made is recorded only if nobody else has claimed the render
/// meanwhile, and after its file is in the vault.
/// </summary>
/// <param name="queue">The queue.</param>
/// <param name="vault">Where finished files go.</param>
/// <param name="work">Makes one video.</param>
/// <param name="scratch">The folder for scratch files.</param>
/// <param name="lease">How long a claim holds unless it is renewed.</param>
/// <param name="clock">The time.</param>
/// <param name="log">The log.</param>
internal sealed partial class RenderAttempt(IStudioRenders queue, IFileVault vault, RenderWork work, string scratch, TimeSpan lease, TimeProvider clock, ILogger<RenderAttempt> log)
{
    /// <summary>A render that so many machines were lost over is not tried again.</summary>
    public const int MostLosses = 3;

    private static readonly TimeSpan LongestRenewalInterval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(1);

    /// <summary>A process that stops does not wait long for a database that is away.</summary>
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(3);

    /// <summary>Progress is read from it too, so it is short.</summary>
    private readonly TimeSpan _renewalInterval = lease / 4 < LongestRenewalInterval ? lease / 4 : LongestRenewalInterval;

    /// <summary>Makes a render and records how it went.</summary>
    /// <param name="claimed">The claimed render.</param>
    /// <param name="stop">Ends the work; cancelled here when the claim is lost.</param>
    /// <param name="stopping">The process stops: the claim is given back.</param>
    public async Task RunAsync(StudioRender claimed, CancellationTokenSource stop, CancellationToken stopping)
    {
        var record = RenderRows.Read(claimed);
        using var job = new RenderJob(record, claimed.Length);
        using var over = new CancellationTokenSource();
        var renewal = Periodically.RunAsync(_renewalInterval, clock, token => RenewAsync(claimed, job, stop, token), over.Token);
        var folder = Path.Combine(scratch, $"{claimed.Key}a{claimed.Attempt}");
        try
        {
            var (end, bundle) = await MakeAsync(claimed, record, folder, job, stop.Token);
            await (end.Phase == RenderPhase.Cancelled && stopping.IsCancellationRequested
                ? ReleaseAsync(claimed) : CloseAsync(claimed, end with { CompletedAt = clock.GetUtcNow() }, bundle, stopping));
        }
        finally
        {
            await over.CancelAsync();
            await renewal;
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private async Task<(RenderRecord End, string? Bundle)> MakeAsync(
        StudioRender claimed, RenderRecord record, string folder, RenderJob job, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        if (claimed.Losses >= MostLosses)
        {
            LogGivenUp(claimed.Losses);
            return (record with { Phase = RenderPhase.Failed, Error = "The video could not be rendered." }, null);
        }

        var target = Path.Combine(folder, StudioBundle.Content);
        var end = await work.RunAsync(record, Path.Combine(folder, "work"), target, job, cancellationToken);
        if (end.Phase != RenderPhase.Completed)
        {
            return (end, null);
        }

        try
        {
            var bundle = StudioBundle.OfRender(claimed.Key, claimed.Attempt);
            await StudioBundle.KeepAsync(vault, bundle, target, cancellationToken);
            return (end, bundle);
        }
        catch (OperationCanceledException)
        {
            return (record with { Phase = RenderPhase.Cancelled }, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogNotKept(e);
            return (record with { Phase = RenderPhase.Failed, Error = "The finished video could not be kept." }, null);
        }
    }

    /// <summary>Records the end. A database that is away is waited for: the work is done, and nobody else can record it.</summary>
    private async Task CloseAsync(StudioRender claimed, RenderRecord end, string? bundle, CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                var isRecorded = await queue.CloseAsync(claimed.Key, claimed.Attempt, RenderRows.Write(end), bundle, CancellationToken.None);
                if (!isRecorded && bundle is not null)
                {
                    LogSuperseded();
                    await vault.RemoveAsync(bundle, CancellationToken.None);
                }

                return;
            }
            catch (StoreException e) when (!stopping.IsCancellationRequested)
            {
                LogNotRecorded(e.Message);
                await Task.Delay(RetryInterval, clock, CancellationToken.None);
            }
            catch (VaultException)
            {
                // It goes with the render.
                return;
            }
        }
    }

    private async Task ReleaseAsync(StudioRender claimed)
    {
        using var patience = new CancellationTokenSource(StopPatience, clock);
        try
        {
            await queue.ReleaseAsync(claimed.Key, claimed.Attempt, patience.Token);
        }
        catch (Exception e) when (e is StoreException or OperationCanceledException)
        {
            // Its lease runs out.
            LogNotRecorded(e.Message);
        }
    }

    private async Task<bool> RenewAsync(StudioRender claimed, RenderJob job, CancellationTokenSource stop, CancellationToken over)
    {
        try
        {
            if (!await queue.RenewAsync(claimed.Key, claimed.Attempt, job.Progress, lease, over))
            {
                await stop.CancelAsync();
                return false;
            }
        }
        catch (StoreException e)
        {
            // The work goes on: if another machine claims the render meanwhile, the end is not recorded.
            LogNotRecorded(e.Message);
        }

        return true;
    }

    [LoggerMessage(LogLevel.Error, "A render was given up: {Losses} machines were lost while they made it.")]
    private partial void LogGivenUp(int losses);

    [LoggerMessage(LogLevel.Error, "A finished video could not be kept.")]
    private partial void LogNotKept(Exception exception);

    [LoggerMessage(LogLevel.Warning, "The state of a render could not be recorded: {Problem}")]
    private partial void LogNotRecorded(string problem);

    [LoggerMessage(LogLevel.Information, "A finished video was dropped: its render was cancelled, or another machine has claimed it.")]
    private partial void LogSuperseded();
}
