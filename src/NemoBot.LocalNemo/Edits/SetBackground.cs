using NemoBot.LocalNemo.Colors;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Shows a color, a gradient or the cover art behind everything. A file is placed by <see cref="PlaceFile"/>.</summary>
/// <param name="Kind">Color, Gradient or Cover.</param>
internal sealed record SetBackground(BackgroundKind Kind) : Edit
{
    /// <summary>#rrggbb; null: the usual gradient.</summary>
    public string? Color { get; init; }

    /// <summary>#rrggbb, the lower end of a gradient.</summary>
    public string? SecondColor { get; init; }

    public override string Tool => "set_background";

    protected override Project Apply(EditContext context)
    {
        var project = context.Project;
        switch (Kind)
        {
            case BackgroundKind.Cover:
                return UseCover(context);
            case BackgroundKind.Color when Color is { } color:
                var plain = new Background(BackgroundKind.Color, color, null, null);
                return project with { Background = plain, Visual = Contrast.Fit(project.Visual, plain) };
            default:
                var usual = new Project().Background;
                var gradient = Color is { } top ? new Background(BackgroundKind.Gradient, top, SecondColor ?? Palette.Darker(top), null) : usual;
                return project with { Background = gradient, Visual = Contrast.Fit(project.Visual, gradient) };
        }
    }


    private static Project UseCover(EditContext context)
    {
        if (Backgrounds.CoverOf(context.Project) is { } covered)
        {
            return Backgrounds.Use(context.Project, covered);
        }

        if (context.Files.LastOrDefault(f => f.Facts.Kind == Core.Media.MediaKind.Image) is { } picture)
        {
            return Backgrounds.Use(context.Project, picture);
        }

        context.Note("cover.missing");
        return context.Project;
    }
}
