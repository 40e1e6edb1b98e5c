using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Sound;

namespace NemoBot.LocalNemo.Rendering.Scenes;

/// <summary>A stretch of a music video between two cuts.</summary>
/// <param name="Start">First moment.</param>
/// <param name="End">The next cut.</param>
/// <param name="Section">The part of the song.</param>
/// <param name="Style">What is drawn.</param>
/// <param name="Colors">Its colors.</param>
/// <param name="Speed">Of its movement; 1 is usual.</param>
/// <param name="Seed">Makes it different from all others.</param>
internal sealed record Shot(TimeSpan Start, TimeSpan End, MusicSection Section, SceneStyle Style, SceneColors Colors, double Speed, int Seed)
{
    /// <summary>A number from 0 to 1 that belongs to this shot.</summary>
    public double Pick(int which)
    {
        var hash = (uint)((Seed * 2654435761L) ^ (which * 40503L * 65537L));
        hash ^= hash >> 15;
        hash *= 2246822519;
        hash ^= hash >> 13;
        return hash / (double)uint.MaxValue;
    }
}
