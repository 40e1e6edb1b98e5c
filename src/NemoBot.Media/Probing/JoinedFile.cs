using NemoBot.Core.Media;
using NemoBot.Media.Inputs;
using NemoBot.Media.Joined;
using NemoBot.Media.Processes;

namespace NemoBot.Media.Probing;

/// <summary>A file of whole files, played one after the other.</summary>
/// <param name="Parts">The parts that can be read.</param>
internal sealed record JoinedFile(IReadOnlyList<(FilePart File, MediaFacts Facts)> Parts)
{
    private const int MostFrameRate = 60;
    private const string Stereo = "aformat=sample_fmts=fltp:channel_layouts=stereo";

    /// <summary>The length of all parts together.</summary>
    public TimeSpan Duration => Parts.Aggregate(TimeSpan.Zero, (sum, part) => sum + part.Facts.Duration);

    /// <summary>Arguments that name all parts as inputs.</summary>
    public IEnumerable<string> Inputs => Parts.SelectMany(p => p.File.Input);

    /// <summary>Some part has sound.</summary>
    public bool HasSound => Parts.Any(p => p.Facts.HasAudio);

    /// <summary>Arguments that bring the sound of all parts to stereo at 48 kHz and put it together.</summary>
    public IReadOnlyList<string> Sound =>
    [
        "-filter_complex",
        string.Concat(Parts.Select((_, i) => SoundOf(i, "async=1"))) + string.Concat(Parts.Select((_, i) => $"[a{i}]")) + $"concat=n={Parts.Count}:v=0:a=1[joined]",
        "-map", "[joined]",
    ];

    /// <summary>Arguments that bring the pictures of all parts to one size and rate and put them together, each with its sound or with silence.</summary>
    public IReadOnlyList<string> Moving(int width, int height)
    {
        var rate = FfmpegArguments.Number(Math.Min(MostFrameRate, Parts[0].Facts.FrameRate is > 0 and var first ? first : 30));
        var parts = Parts.Select((p, i) =>
            $"[{PictureInput.Map(p.Facts, i)}]{PictureInput.Prepare(p.Facts)}{PictureInput.Fit(p.Facts, width, height)},fps={rate}:start_time=0[v{i}];"
                + (HasSound ? p.Facts.HasAudio ? SoundOf(i, "async=1:first_pts=0") : $"anullsrc=r=48000:cl=stereo:d={FfmpegArguments.Seconds(p.Facts.Duration)},{Stereo}[a{i}];" : ""));
        var inputs = Parts.Select((_, i) => HasSound ? $"[v{i}][a{i}]" : $"[v{i}]");
        return
        [
            "-filter_complex", string.Concat(parts) + string.Concat(inputs) + $"concat=n={Parts.Count}:v=1:a={(HasSound ? "1[picture][joined]" : "0[picture]")}",
            "-map", "[picture]", .. HasSound ? ["-map", "[joined]"] : (string[])[],
        ];
    }

    /// <summary>Reads the headers of all parts; null if the file is not joined.</summary>
    public static async Task<JoinedFile?> ReadAsync(HeaderReader headers, string path, MediaFacts facts, CancellationToken cancellationToken)
    {
        if (facts.Kind is not (MediaKind.Audio or MediaKind.Video))
        {
            return null;
        }

        var files = await PartFinder.FindAsync(path, facts.Container, cancellationToken).ConfigureAwait(false);
        if (files.Count is < 2 or > PartFinder.Most)
        {
            return null;
        }

        var parts = new List<(FilePart, MediaFacts)>();
        foreach (var file in files)
        {
            try
            {
                var result = await headers.ReadAsync(file.Input, cancellationToken).ConfigureAwait(false);
                if (facts.HasVideo ? result.Facts.HasVideo : result.Facts.HasAudio)
                {
                    parts.Add((file, result.Facts));
                }
            }
            catch (MediaException e) when (e.Problem is MediaProblem.Unreadable or MediaProblem.Failed)
            {
                // What is broken is left out, as FFmpeg does within one file.
            }
        }

        return parts.Count < 2 ? null : new JoinedFile(parts);
    }

    private string SoundOf(int part, string timing) =>
        $"[{SoundInput.Map(Parts[part].Facts, part)}]{SoundInput.Downmix(Parts[part].Facts)}aresample=48000:{timing},{Stereo}[a{part}];";
}
