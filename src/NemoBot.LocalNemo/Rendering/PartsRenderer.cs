using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Encoding;
using NemoBot.LocalNemo.Rendering.Finishing;
using NemoBot.LocalNemo.Rendering.Sizing;
using NemoBot.LocalNemo.Rendering.Sound;
using NemoBot.LocalNemo.Rendering.Staging;
using NemoBot.LocalNemo.Rendering.Strips;
using NemoBot.LocalNemo.Sound;
using NemoBot.LocalNemo.Sound.Mixing;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering;

/// <summary>Draws and encodes the picture while the sound is mixed.</summary>
internal sealed class PartsRenderer(MediaProcesses processes, ISoundAnalyzer analyzer)
{
    /// <summary>Bounds for the encoders; null: none.</summary>
    public SizePlan? Plan { get; init; }

    /// <param name="project">What.</param>
    /// <param name="workFolder">Where the parts go.</param>
    /// <param name="usesStrips">Encode what stands still only once, where that can be done.</param>
    /// <param name="progress">0 to 1.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<Parts> RenderAsync(Project project, string workFolder, bool usesStrips, IProgress<double> progress, CancellationToken cancellationToken)
    {
        // The first part that fails ends the others.
        using var all = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var stage = await new StageBuilder(processes, analyzer, project, workFolder).BuildAsync(all.Token).ConfigureAwait(false);
        var sound = Path.Combine(workFolder, "sound.aac");
        await using var mix = await new SoundMixer(processes, analyzer) { Bitrate = Plan?.SoundBitrate ?? 0 }.StartAsync(project, sound, workFolder, givesSamples: stage.Hears, all.Token).ConfigureAwait(false);
        var heard = stage.Hears ? new SampleWindow(mix.Samples) : null;
        var encoding = DrainAfterAsync(EncodeAsync(project, stage, heard, workFolder, usesStrips, progress, all.Token), heard);
        await AllAsync(all, mix.Completion, encoding).ConfigureAwait(false);
        return new Parts(await encoding.ConfigureAwait(false), new SoundStream(sound, mix.Length), await mix.Completion.ConfigureAwait(false), mix.Trace);
    }

    /// <summary>Chooses how to encode: pictures that do not change apart from a few rows are cheap.</summary>
    private async Task<string> EncodeAsync(
        Project project, Stage stage, SampleWindow? heard, string workFolder, bool usesStrips, IProgress<double> progress, CancellationToken token)
    {
        if (stage.Still is { } still && usesStrips)
        {
            var strips = Path.Combine(workFolder, "video.h264");
            await new StripEncoder(processes, project, stage.Composer, still).EncodeAsync(heard, strips, progress, token).ConfigureAwait(false);
            return strips;
        }

        var whole = Path.Combine(workFolder, "video.mp4");
        await using var source = stage.OpenPictures(token);
        await new WholeEncoder(processes, project, stage.Composer, source) { Bitrate = Plan?.VideoBitrate ?? 0 }.EncodeAsync(heard, whole, progress, token).ConfigureAwait(false);
        return whole;
    }

    private static async Task<string> DrainAfterAsync(Task<string> encoding, SampleWindow? heard)
    {
        var video = await encoding.ConfigureAwait(false);
        if (heard is not null)
        {
            await heard.DrainAsync().ConfigureAwait(false);
        }

        return video;
    }

    /// <summary>Waits for all; the first failure ends the rest and is the one that is thrown.</summary>
    private static async Task AllAsync(CancellationTokenSource all, params Task[] parts)
    {
        var left = parts.ToList();
        while (left.Count > 0)
        {
            var done = await Task.WhenAny(left).ConfigureAwait(false);
            left.Remove(done);
            if (!done.IsCompletedSuccessfully)
            {
                await all.CancelAsync().ConfigureAwait(false);
                await Task.WhenAll(parts).ContinueWith(_ => { }, TaskScheduler.Default).ConfigureAwait(false);
                await done.ConfigureAwait(false);
            }
        }
    }
}
