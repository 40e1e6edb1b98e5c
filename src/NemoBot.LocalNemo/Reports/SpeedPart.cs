using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Reports;

/// <summary>A part of the timeline that plays at another speed than the rest.</summary>
/// <param name="Start">Where it begins on the timeline.</param>
/// <param name="End">Where it ends there.</param>
/// <param name="Speed">How many times as fast as it was recorded.</param>
/// <param name="From">Where it begins in the material.</param>
/// <param name="To">Where it ends there.</param>
internal sealed record SpeedPart(TimeSpan Start, TimeSpan End, double Speed, TimeSpan From, TimeSpan To)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(5);

    /// <summary>The parts of a project; one of several clips is one.</summary>
    public static List<SpeedPart> Of(Project project, double usual)
    {
        var (parts, material) = (new List<SpeedPart>(), TimeSpan.Zero);
        for (var (first, next) = (0, 0); first < project.Clips.Count; first = next)
        {
            var speed = project.Clips[first].Speed;
            next = first + project.Clips.Skip(first).TakeWhile(c => c.Speed == speed).Count();
            var from = material;
            material += TimeSpan.FromTicks(project.Clips.Take(next).Skip(first).Sum(c => c.Length.Ticks));
            if (speed != usual)
            {
                parts.Add(new SpeedPart(project.StartOf(first), project.StartOf(next - 1) + project.Clips[next - 1].Duration, speed, from, material));
            }
        }

        return parts;
    }

    /// <summary>The same material at the same speed.</summary>
    public bool IsSame(SpeedPart other) => Speed == other.Speed && (From - other.From).Duration() <= Tolerance && (To - other.To).Duration() <= Tolerance;

    /// <summary>Some material is in both.</summary>
    public bool Overlaps(SpeedPart other) => From < other.To - Tolerance && other.From < To - Tolerance;
}
