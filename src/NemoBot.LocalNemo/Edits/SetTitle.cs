using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Changes a title's text or look.</summary>
/// <param name="Which">The title.</param>
internal sealed record SetTitle(TitleRef Which) : Edit
{
    /// <summary>Its new text; null: unchanged.</summary>
    public string? Text { get; init; }

    /// <summary>Its new look.</summary>
    public TitleLook Look { get; init; } = new();

    public override string Tool => "edit_title";

    protected override Project Apply(EditContext context)
    {
        var project = context.Project;
        var meant = Titles.Find(context, Which);
        if (meant.Count == 0)
        {
            return Missing(context);
        }

        if (Text is null && Look == new TitleLook())
        {
            context.Note("title.how");
            return project;
        }

        var changed = project.Titles.Select(t => !meant.Contains(t) ? t
            : Look.Apply(Text is { } text ? t with { Text = TitleText.Limit(context, text.Trim()) } : t, project.Duration));
        return project with { Titles = [.. changed] };
    }

    /// <summary>A text for a title that is not there yet makes one.</summary>
    private Project Missing(EditContext context)
    {
        if (Text is { } text && context.Project.Titles.Count == 0)
        {
            return new AddTitle(text) { Look = Look }.AddTo(context);
        }

        if (context.IsNew && Text is null)
        {
            return context.Project;
        }

        context.Note(context.Project.Titles.Count == 0 ? "title.none" : "title.which");
        return context.Project;
    }
}
