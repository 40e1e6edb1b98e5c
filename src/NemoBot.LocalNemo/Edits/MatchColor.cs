using NemoBot.Core.Media;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Gives a thing the color that another has at this moment.</summary>
/// <param name="Thing">What gets it.</param>
/// <param name="Like">What has it.</param>
internal sealed record MatchColor(ColoredThing Thing, ColoredThing Like) : Edit
{
    public override string Tool => "match_color";

    public override async Task<Project> ApplyAsync(EditContext context, CancellationToken cancellationToken)
    {
        if (await ColorAsync(context, cancellationToken) is not { } color)
        {
            context.Note("match.none");
            return context.Project;
        }

        Edit? edit = Thing switch
        {
            ColoredThing.Title => new SetTitle(TitleRef.Last) { Look = new TitleLook { Color = color } },
            ColoredThing.Captions => new SetCaptions { Color = color },
            ColoredThing.Visual => new SetVisual { Color = color },
            ColoredThing.Progress => new SetProgressBar(true) { Color = color },
            _ => null,
        };
        return edit is null ? context.Project : await edit.ApplyAsync(context, cancellationToken);
    }

    /// <summary>The color as #rrggbb; null if there is no such thing, or it cannot be seen which it has.</summary>
    private async Task<string?> ColorAsync(EditContext context, CancellationToken cancellationToken)
    {
        var project = context.Project;
        try
        {
            return Like switch
            {
                ColoredThing.Title => project.Titles is [.., var title] ? Known(title.Color) ?? Contrast.TextOn(project.Background) : null,
                ColoredThing.Captions => project.Captions is { } captions ? Known(captions.Color) ?? Contrast.TextOn(project.Background) : null,
                ColoredThing.Progress when project.ProgressBar && Known(project.ProgressColor) is { } bar => bar,
                ColoredThing.Visual or ColoredThing.Progress => project.Visual.Style == VisualStyle.None ? null : Known(project.Visual.Color) ?? await VisualAsync(context, cancellationToken),
                ColoredThing.Background when project.Background.Kind is BackgroundKind.Color or BackgroundKind.Gradient && project.Slides.Count == 0 => project.Background.Color,
                _ => context.Tools.Colors is { } colors ? await colors.OfPictureAsync(project, cancellationToken) : null,
            };
        }
        catch (MediaException)
        {
            // The render says what is wrong with the picture.
            return null;
        }
    }

    private static string? Known(string color) => color.StartsWith('#') ? color : null;

    private static async Task<string?> VisualAsync(EditContext context, CancellationToken cancellationToken) =>
        context.Tools.Colors is { } colors ? await colors.OfVisualAsync(context.Project, cancellationToken) : null;
}
