using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Changes the speed; the pitch stays.</summary>
/// <param name="Factor">1.25 is a quarter faster.</param>
internal sealed record SetSpeed(double Factor) : Edit
{
    /// <summary>Slower than this, speech falls apart.</summary>
    public const double Slowest = 0.25;

    /// <summary>Faster than this, nothing is understood.</summary>
    public const double Fastest = 4;

    /// <summary>The factor multiplies the speed of now.</summary>
    public bool Relative { get; init; }

    public override string Tool => "set_speed";

    protected override Project Apply(EditContext context)
    {
        var project = context.Project;
        if (project.Clips.Count == 0)
        {
            context.Note("trim.empty");
            return project;
        }

        var now = project.Clips[0].Speed;
        var wanted = Relative ? now * Factor : Factor;
        var speed = Math.Clamp(wanted, Slowest, Fastest);
        if (speed != wanted)
        {
            context.Note("speed.limits", Slowest, Fastest);
        }

        if (project.Voice is null && project.Clips.Any(c => c.Speed != now))
        {
            // A part in slow motion stays slower than the rest.
            return Timing.SetSpeeds(project, c => Relative ? Math.Clamp(c.Speed * Factor, Slowest, Fastest) : speed);
        }

        var before = project.Duration;
        var changed = project with
        {
            Clips = [.. project.Clips.Select(c => c with { Speed = speed })],
            Voice = project.Voice is { } voice ? voice with { Speed = speed } : null,
        };
        var scale = before > TimeSpan.Zero ? changed.Duration / before : 1;
        return Stretch(changed, scale);
    }

    /// <summary>What is shown with a moment stays with it.</summary>
    private static Project Stretch(Project project, double scale) => project with
    {
        Titles = [.. project.Titles.Select(t => t with { Start = t.Start * scale, End = t.End * scale })],
        Overlays = [.. project.Overlays.Select(o => o with { Start = o.Start * scale, End = o.End * scale })],
        Visual = project.Visual with { Start = project.Visual.Start * scale, End = project.Visual.End * scale },
        Captions = project.Captions is not { } captions ? null : captions with { Lines = [.. captions.Lines.Select(l => l.Map(t => t * scale))] },
    };
}
