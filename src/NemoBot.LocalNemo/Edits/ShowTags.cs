using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Shows title and artist as the tags of the sound name them, or gives them another look if they are shown.</summary>
internal sealed record ShowTags : Edit
{
    /// <summary>Which of them; null: both.</summary>
    public TitleRole? Only { get; init; }

    /// <summary>How and when they are shown.</summary>
    public TitleLook Look { get; init; } = new();

    public override string Tool => "add_title";

    protected override Project Apply(EditContext context)
    {
        var facts = context.Project.Clips.Select(c => c.Asset).Concat(context.Project.Voice is { } voice ? [voice.Asset] : []).Select(a => a.Facts).FirstOrDefault(f => f.Title is not null || f.Artist is not null);
        foreach (var (role, text) in ((TitleRole, string?)[])[(TitleRole.Title, facts?.Title), (TitleRole.Artist, facts?.Artist)])
        {
            if (Only is null || Only == role)
            {
                context.Project = Show(context, role, text);
            }
        }

        return context.Project;
    }

    private Project Show(EditContext context, TitleRole role, string? text)
    {
        var project = context.Project;
        var shown = project.Titles.FirstOrDefault(t => t.Role == role || t.Text == text);
        shown ??= role == TitleRole.Title && text is null ? project.Titles.LastOrDefault(t => t.Role != TitleRole.Artist) : null;
        if (shown is not null)
        {
            return project with { Titles = [.. project.Titles.Select(t => t == shown ? Look.Apply(t, project.Duration) : t)] };
        }

        if (text is not null)
        {
            return new AddTitle(text) { Role = role, Look = Look }.AddTo(context);
        }

        context.Note("tags.no" + role);
        return project;
    }
}
