using NemoBot.Core.Media;
using NemoBot.Media.Inputs;
using NemoBot.Media.Joined;

namespace NemoBot.Media.Probing;

/// <summary>Sound of joined files, one part after the other.</summary>
/// <param name="Parts">The parts that can be read.</param>
internal sealed record JoinedSound(IReadOnlyList<(FilePart File, MediaFacts Facts)> Parts)
{
    /// <summary>The length of all parts together.</summary>
    public TimeSpan Duration => Parts.Aggregate(TimeSpan.Zero, (sum, part) => sum + part.Facts.Duration);

    /// <summary>Arguments that name all parts as inputs.</summary>
    public IEnumerable<string> Inputs => Parts.SelectMany(p => p.File.Input);

    /// <summary>Arguments that bring all parts to stereo at 48 kHz and put them together.</summary>
    public IReadOnlyList<string> Arguments =>
    [
        "-filter_complex",
        string.Concat(Parts.Select((p, i) =>
            $"[{SoundInput.Map(p.Facts, i)}]{SoundInput.Downmix(p.Facts)}aresample=48000:async=1,aformat=sample_fmts=fltp:channel_layouts=stereo[part{i}];"))
            + string.Concat(Parts.Select((_, i) => $"[part{i}]")) + $"concat=n={Parts.Count}:v=0:a=1[joined]",
        "-map", "[joined]",
    ];

    /// <summary>Reads the headers of all parts; null if the file is not joined.</summary>
    public static async Task<JoinedSound?> ReadAsync(HeaderReader headers, string path, MediaFacts facts, CancellationToken cancellationToken)
    {
        if (facts.Kind != MediaKind.Audio)
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
                parts.Add((file, result.Facts));
            }
            catch (MediaException e) when (e.Problem is MediaProblem.Unreadable or MediaProblem.Failed)
            {
                // What is broken is left out, as FFmpeg does within one file.
            }
        }

        return parts.Count < 2 ? null : new JoinedSound(parts);
    }
}
