using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>When the background music plays and how it comes and goes. What is null stays.</summary>
internal sealed record SetMusic : Edit
{
    /// <summary>When it starts.</summary>
    public TimeSpan? Start { get; init; }

    /// <summary>How long it plays.</summary>
    public TimeSpan? Length { get; init; }

    /// <summary>When it ends; negative: counted from the end of the video.</summary>
    public TimeSpan? End { get; init; }

    /// <summary>How long it takes to come up.</summary>
    public TimeSpan? FadeIn { get; init; }

    /// <summary>How long it takes to go.</summary>
    public TimeSpan? FadeOut { get; init; }

    /// <summary>It starts again when it is over.</summary>
    public bool? Loops { get; init; }

    public override string Tool => "set_bgm";

    protected override Project Apply(EditContext context)
    {
        var project = context.Project;
        if (project.Music.Count == 0)
        {
            context.Note("music.none");
            return project;
        }

        var start = Start is { } asked ? Span.Resolve(asked, project.Duration) : project.Music[^1].Start;
        var played = End is { } end ? Span.Resolve(end, project.Duration) - start : Length;
        if (played <= TimeSpan.Zero)
        {
            context.Note("music.never");
            return project;
        }

        return project with
        {
            Music =
            [
                .. project.Music.SkipLast(1),
                project.Music[^1] with
                {
                    Start = start,
                    Length = played ?? project.Music[^1].Length,
                    FadeIn = FadeIn ?? project.Music[^1].FadeIn,
                    FadeOut = FadeOut ?? project.Music[^1].FadeOut,
                    Loops = Loops ?? project.Music[^1].Loops,
                },
            ],
        };
    }
}
