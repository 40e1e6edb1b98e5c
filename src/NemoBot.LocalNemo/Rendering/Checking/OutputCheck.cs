using NemoBot.Core.Media;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Rendering.Strips;
using NemoBot.LocalNemo.Sound.Mixing;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Checking;

/// <summary>Decodes the start, the middle and the end of a finished file and compares them with what was meant.</summary>
/// <param name="processes">Starts FFmpeg.</param>
/// <param name="project">What was rendered.</param>
/// <param name="mixed">Level of the sound as it was mixed.</param>
internal sealed class OutputCheck(MediaProcesses processes, Project project, LevelTrace mixed)
{
    private static readonly TimeSpan MostDifference = TimeSpan.FromMilliseconds(80);
    private readonly bool _isSound = OutputFormats.IsSound(project.Output.Format);

    /// <param name="path">The finished file.</param>
    /// <param name="folder">For scratch files.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<OutputFlaws> RunAsync(string path, string folder, CancellationToken cancellationToken)
    {
        var reader = new OutputReader(processes, folder);
        try
        {
            var (picture, sound) = await reader.ReadLengthsAsync(path, cancellationToken).ConfigureAwait(false);
            var frames = _isSound ? 0 : Math.Max(2, (int)(OutputSample.PictureLength.TotalSeconds * project.Canvas.FrameRate));
            var samples = await reader.DecodeAsync(path, Starts(), frames, cancellationToken).ConfigureAwait(false);
            return (_isSound || IsLong(picture) ? OutputFlaws.None : OutputFlaws.WrongLength)
                | (IsLong(sound) ? OutputFlaws.None : OutputFlaws.WrongLength)
                | samples.Aggregate(OutputFlaws.None, (all, s) => all | SoundMatch.Compare(s, mixed))
                | (_isSound ? OutputFlaws.None : new PictureMatch(project, mixed).Judge(samples));
        }
        catch (MediaException e) when (e.Problem is not (MediaProblem.DiskFull or MediaProblem.TimedOut or MediaProblem.ToolMissing))
        {
            return OutputFlaws.Unreadable;
        }
    }

    private bool IsLong(TimeSpan length) =>
        (length - project.Duration).Duration() <= MostDifference + TimeSpan.FromSeconds(1 / project.Canvas.FrameRate);

    /// <summary>Start, middle and end; the start alone where it holds all. Decoding begins at key frames: a sample at one of them costs nothing more.</summary>
    private List<TimeSpan> Starts()
    {
        List<TimeSpan> starts = [TimeSpan.Zero];
        if (project.Duration <= OutputSample.PictureLength)
        {
            return starts;
        }

        var between = TimeSpan.FromSeconds(KeyPlan.Longest(project.Canvas) / FrameRates.Exact(project.Canvas.FrameRate));
        foreach (var place in (TimeSpan[])[project.Duration / 2, project.Duration - OutputSample.PictureLength])
        {
            var key = _isSound ? place : Math.Floor(place / between) * between;
            var start = key > starts[^1] ? key : place;
            if (start > starts[^1])
            {
                starts.Add(start);
            }
        }

        return starts;
    }
}
