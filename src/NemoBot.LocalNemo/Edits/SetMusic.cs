using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>When the background music plays and how it comes and goes. What is null stays.</summary>
internal sealed record SetMusic : Edit
{
    /// <summary>Where in the song it begins; negative: counted from the end of the song.</summary>
    public TimeSpan? From { get; init; }

    /// <summary>It begins where the song is liveliest.</summary>
    public bool? FromChorus { get; init; }

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

    public override async Task<Project> ApplyAsync(EditContext context, CancellationToken cancellationToken)
    {
        var from = FromChorus is true ? await SongStart.FindChorusAsync(context, cancellationToken) : From;
        var project = from is { } begin ? await SongStart.SetAsync(context, begin, cancellationToken) : context.Project;
        return this with { From = null, FromChorus = null } == new SetMusic() ? project : Apply(context, project);
    }

    private Project Apply(EditContext context, Project project)
    {
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
