using NemoBot.Core.Media;
using NemoBot.Core.Storage;
using NemoBot.LocalNemo.Drafts;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering;
using NemoBot.LocalNemo.Rendering.Checking;
using NemoBot.LocalNemo.Reports;
using NemoBot.LocalNemo.Settings;
using NemoBot.LocalNemo.Store;
using RenderRecord = NemoBot.LocalNemo.Store.RenderRecord;

namespace NemoBot.LocalNemo.Renders;

/// <summary>Makes one video.</summary>
internal sealed partial class RenderWork(
    AssetStore assets, IProjectRenderer renderer, SimulationOptions simulation, TimeProvider clock, ILogger<RenderWork> log)
{
    /// <summary>Before a render is repeated whose FFmpeg was ended from outside, or for which the machine was short of something.</summary>
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30)];

    private int _count;

    /// <summary>Makes it. Never throws: the record that comes back says how it went.</summary>
    /// <param name="record">What to make.</param>
    /// <param name="workFolder">Where scratch files go; emptied before, deleted afterwards.</param>
    /// <param name="target">The finished file.</param>
    /// <param name="progress">0 to 1.</param>
    /// <param name="cancellationToken">Cancels the render.</param>
    public async Task<RenderRecord> RunAsync(RenderRecord record, string workFolder, string target, IProgress<double> progress, CancellationToken cancellationToken)
    {
        Project? project = null;
        try
        {
            await DelayAsync(cancellationToken);
            project = await ReadAsync(record, cancellationToken);
            var started = clock.GetTimestamp();
            var result = await RenderAsync(project, workFolder, target, progress, cancellationToken);
            LogRendered(project.Duration, clock.GetElapsedTime(started));
            var size = new FileInfo(target).Length;
            return record with
            {
                Phase = RenderPhase.Completed,
                DurationMs = DraftText.Milliseconds(project.Duration),
                Size = size,
                Note = RenderNotes.Of(result, project.Output, size, record.Chinese),
            };
        }
        catch (OperationCanceledException)
        {
            return record with { Phase = RenderPhase.Cancelled };
        }
        catch (Exception e)
        {
            if (e is not DraftException)
            {
                LogFailed(e);
            }

            return Fail(record, project, e);
        }
        finally
        {
            CleanUp(workFolder);
        }
    }

    /// <summary>Length of the video a record asks for; the longest if its draft cannot be read.</summary>
    public async Task<TimeSpan> LengthOfAsync(RenderRecord record, CancellationToken cancellationToken)
    {
        try
        {
            return (await ReadAsync(record, cancellationToken)).Duration;
        }
        catch (DraftException)
        {
            return TimeSpan.MaxValue;
        }
    }

    private async Task<RenderResult> RenderAsync(Project project, string workFolder, string target, IProgress<double> progress, CancellationToken cancellationToken)
    {
        for (var repeats = 0; ; repeats++)
        {
            CleanUp(workFolder);
            Directory.CreateDirectory(workFolder);
            try
            {
                return await renderer.RenderAsync(project, workFolder, target, progress, cancellationToken);
            }
            catch (MediaException e) when (e.Problem == MediaProblem.Killed && repeats < Pauses.Length)
            {
                LogRepeated(e.Message);
                await Task.Delay(Pauses[repeats], clock, cancellationToken);
            }
        }
    }

    private static RenderRecord Fail(RenderRecord record, Project? project, Exception problem)
    {
        var phrases = Phrases.In(record.Chinese);
        var failed = record with { Phase = RenderPhase.Failed, Error = Explain(problem) };
        return problem switch
        {
            BadFileException { Asset: var bad } => failed with
            {
                Note = phrases.Say("note.bad-file", bad.Name, PartNames.Of(project!, bad, phrases)),
                Offers = [phrases.Say("offer.leave-out", bad.Name)],
            },
            FlawedOutputException => failed with { Note = phrases.Say("note.flawed") },
            _ => failed,
        };
    }

    private static string Explain(Exception e) => e switch
    {
        DraftException => e.Message,
        BadFileException => "One of the files cannot be read.",
        FlawedOutputException => "The finished file did not pass its check.",
        MediaException { Problem: MediaProblem.ToolMissing } => "FFmpeg is not installed on the server.",
        MediaException { Problem: MediaProblem.Unreadable } => "One of the files cannot be read. Please send it again.",
        MediaException { Problem: MediaProblem.DiskFull } => "There is no space left on the server's disk.",
        MediaException { Problem: MediaProblem.TimedOut } => "Rendering took too long and was stopped.",
        MediaException { Problem: MediaProblem.OverLimit } => "The video needs more memory or disk space than is allowed here.",
        MediaException { Problem: MediaProblem.Killed } => "The server is short of memory or file handles, or FFmpeg was ended there. Please try again later.",
        VaultException => "The server could not reach its files. Please try again later.",
        IOException => "The server could not write the video to its disk.",
        _ => "The video could not be rendered.",
    };

    private async Task<Project> ReadAsync(RenderRecord record, CancellationToken cancellationToken)
    {
        var known = await assets.LoadAsync(AssetIds.In([record.Draft]), record.UserId, cancellationToken);
        return Tailoring.Fit(new DraftReader(known.GetValueOrDefault).Read(record.Draft), record);
    }

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

    private void CleanUp(string workFolder)
    {
        try
        {
            if (Directory.Exists(workFolder))
            {
                Directory.Delete(workFolder, recursive: true);
            }
        }
        catch (IOException e)
        {
            LogCleanUp(e);
        }
    }

    [LoggerMessage(LogLevel.Information, "Rendered {Length} of video in {Elapsed}.")]
    private partial void LogRendered(TimeSpan length, TimeSpan elapsed);

    [LoggerMessage(LogLevel.Warning, "A render is repeated: {Problem}")]
    private partial void LogRepeated(string problem);

    [LoggerMessage(LogLevel.Error, "A render failed.")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(LogLevel.Warning, "Scratch files of a render could not be deleted.")]
    private partial void LogCleanUp(Exception exception);
}
