using NemoBot.Core.Media;
using NemoBot.LocalNemo.Drafts;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering;
using NemoBot.LocalNemo.Rendering.Checking;
using NemoBot.LocalNemo.Reports;
using NemoBot.LocalNemo.Settings;
using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo.Renders;

/// <summary>Makes one video.</summary>
internal sealed partial class RenderWork(
    RenderStore store, AssetStore assets, IProjectRenderer renderer, SimulationOptions simulation, TimeProvider clock, ILogger<RenderWork> log)
{
    private int _count;

    /// <summary>Makes it. Never throws: the record that comes back says how it went.</summary>
    public async Task<RenderRecord> RunAsync(RenderRecord record, IProgress<double> progress, CancellationToken cancellationToken)
    {
        try
        {
            await DelayAsync(cancellationToken);
            var project = Read(record);
            var target = store.OutputOf(record);
            var started = clock.GetTimestamp();
            var result = await renderer.RenderAsync(project, store.FreshWorkFolder(record.Id), target, progress, cancellationToken);
            LogRendered(project.Duration, clock.GetElapsedTime(started));
            return record with
            {
                Phase = RenderPhase.Completed,
                DurationMs = DraftText.Milliseconds(project.Duration),
                Size = new FileInfo(target).Length,
                Note = RenderNotes.Of(result, record.Format, record.Chinese),
            };
        }
        catch (OperationCanceledException)
        {
            return record with { Phase = RenderPhase.Cancelled };
        }
        catch (DraftException e)
        {
            return record with { Phase = RenderPhase.Failed, Error = e.Message };
        }
        catch (BadFileException e)
        {
            LogFailed(e);
            var phrases = Phrases.In(record.Chinese);
            var place = PartNames.Of(Read(record), e.Asset, phrases);
            return record with
            {
                Phase = RenderPhase.Failed,
                Error = "One of the files cannot be read.",
                Note = phrases.Say("note.bad-file", e.Asset.Name, place),
                Offers = [phrases.Say("offer.leave-out", e.Asset.Name)],
            };
        }
        catch (FlawedOutputException e)
        {
            LogFailed(e);
            return record with { Phase = RenderPhase.Failed, Error = "The finished file did not pass its check.", Note = Phrases.In(record.Chinese).Say("note.flawed") };
        }
        catch (Exception e)
        {
            LogFailed(e);
            return record with { Phase = RenderPhase.Failed, Error = Explain(e) };
        }
        finally
        {
            CleanUp(record.Id);
        }
    }

    /// <summary>Length of the video a record asks for; the longest if its draft cannot be read.</summary>
    public TimeSpan LengthOf(RenderRecord record)
    {
        try
        {
            return Read(record).Duration;
        }
        catch (DraftException)
        {
            return TimeSpan.MaxValue;
        }
    }

    /// <summary>Deletes a file whose record could not be kept.</summary>
    public void Drop(RenderRecord record)
    {
        try
        {
            File.Delete(store.OutputOf(record));
        }
        catch (IOException e)
        {
            LogCleanUp(e);
        }
    }

    private static string Explain(Exception e) => e switch
    {
        MediaException { Problem: MediaProblem.ToolMissing } => "FFmpeg is not installed on the server.",
        MediaException { Problem: MediaProblem.Unreadable } => "One of the files cannot be read. Please send it again.",
        MediaException { Problem: MediaProblem.DiskFull } => "There is no space left on the server's disk.",
        MediaException { Problem: MediaProblem.TimedOut } => "Rendering took too long and was stopped.",
        MediaException { Problem: MediaProblem.OverLimit } => "The video needs more memory or disk space than is allowed here.",
        IOException => "The server could not write the video to its disk.",
        _ => "The video could not be rendered.",
    };

    private Project Read(RenderRecord record) => Tailoring.Fit(new DraftReader(id => assets.Find(id, record.UserId)).Read(record.Draft), record);

    private async Task DelayAsync(CancellationToken cancellationToken)
    {
        if (simulation.RenderDelay > TimeSpan.Zero)
        {
            await Task.Delay(simulation.RenderDelay, clock, cancellationToken);
        }

        if (simulation.FailRenderEvery > 0 && Interlocked.Increment(ref _count) % simulation.FailRenderEvery == 0)
        {
            throw new DraftException("The render service had a problem.");
        }
    }

    private void CleanUp(string id)
    {
        try
        {
            store.DropWorkFolder(id);
        }
        catch (IOException e)
        {
            LogCleanUp(e);
        }
    }

    [LoggerMessage(LogLevel.Information, "Rendered {Length} of video in {Elapsed}.")]
    private partial void LogRendered(TimeSpan length, TimeSpan elapsed);

    [LoggerMessage(LogLevel.Error, "A render failed.")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(LogLevel.Warning, "Scratch files of a render could not be deleted.")]
    private partial void LogCleanUp(Exception exception);
}
