using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Adds a title.</summary>
/// <param name="Text">Its text.</param>
internal sealed record AddTitle(string Text) : Edit
{
    private const double UsualSize = 0.1;
    private const double ArtistSize = 0.06;

    /// <summary>What it is: the title, the artist or another text.</summary>
    public TitleRole Role { get; init; } = TitleRole.Text;

    /// <summary>How and when it is shown.</summary>
    public TitleLook Look { get; init; } = new();

    public override string Tool => "add_title";

    /// <summary>Adds the title to the context's project.</summary>
    public Project AddTo(EditContext context)
    {
        var project = context.Project;
        var text = TitleText.Limit(context, Text.Trim());
        if (text.Length == 0)
        {
            return project;
        }

        // In the middle of photos are the faces.
        var isOverPhotos = project.Slides.Count > 0 && project.Visual.Style == VisualStyle.None && (Look.Place, Look.Side) == (null, null);
        var plain = new Title(
            text,
            TimeSpan.Zero,
            null,
            Contrast.TextOn(project.Background),
            Role == TitleRole.Artist ? ArtistSize : UsualSize,
            isOverPhotos ? VerticalPlace.Bottom : VerticalPlace.Middle,
            TimeSpan.Zero,
            TimeSpan.Zero)
        { Role = Role, Side = isOverPhotos ? HorizontalPlace.Left : HorizontalPlace.Middle };
        return project with { Titles = [.. project.Titles, Look.Apply(plain, project.Duration)] };
    }

    protected override Project Apply(EditContext context) => AddTo(context);
}
