using NemoBot.Core.Media;

namespace NemoBot.Media.Probing;

/// <summary>What the headers of a file say.</summary>
/// <param name="Facts">With the preferred sound and cover.</param>
/// <param name="Sounds">The same with each audio track, the preferred one first.</param>
/// <param name="Covers">The same with each cover, the preferred one first; empty if there are none or if there is a moving picture.</param>
internal sealed record ProbeResult(MediaFacts Facts, IReadOnlyList<MediaFacts> Sounds, IReadOnlyList<MediaFacts> Covers)
{
    /// <summary>The facts without any cover.</summary>
    public MediaFacts WithoutCover => Covers.Count == 0
        ? Facts with { HasCover = false }
        : Facts with { HasCover = false, Width = 0, Height = 0, PictureStream = null, PixelAspect = 1, Color = null };
}
