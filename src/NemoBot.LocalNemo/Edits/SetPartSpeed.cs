using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Plays a part of the timeline faster or slower; the pitch stays.</summary>
/// <param name="Part">When, on the timeline of now.</param>
/// <param name="Factor">A multiple of its speed of now: 0.5 is slow motion.</param>
internal sealed record SetPartSpeed(Span Part, double Factor) : Edit
{
    public override string Tool => "set_speed";

    protected override Project Apply(EditContext context)
    {
        var project = context.Project;
        var (from, to) = Part.On(project.Duration);
        if (project.Clips.Count == 0 || project.Voice is not null)
        {
            context.Note(project.Voice is null ? "trim.empty" : "speed.voice");
            return project;
        }

        if (from >= to)
        {
            context.Note("part.beyond", project.Duration);
            return project;
        }

        var speeds = Timing.SpeedsIn(project, from, to);
        var factor = Math.Clamp(Factor, Math.Min(1, SetSpeed.Slowest / speeds.Min()), Math.Max(1, SetSpeed.Fastest / speeds.Max()));
        if (factor != Factor)
        {
            context.Note("speed.limits", SetSpeed.Slowest, SetSpeed.Fastest);
        }

        return Timing.ChangeSpeed(project, from, to, factor);
    }
}
