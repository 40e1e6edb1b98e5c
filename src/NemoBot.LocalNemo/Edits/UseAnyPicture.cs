using NemoBot.Core.Media;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Shows the cover art of the sound because no picture was sent, and says what is used.</summary>
internal sealed record UseAnyPicture : Edit
{
    public override string Tool => "set_background";

    protected override Project Apply(EditContext context)
    {
        var project = context.Project;
        if (context.Files.LastOrDefault(f => f.Facts.Kind == MediaKind.Image) is { } picture)
        {
            return Backgrounds.Use(project, picture);
        }

        if (Backgrounds.CoverOf(project) is { } covered)
        {
            context.Note("picture.cover");
            return Backgrounds.Use(project, covered);
        }

        // An animated picture is a clip by now, and is already shown.
        if (context.Files.LastOrDefault(f => f.Facts.HasVideo) is { Facts: { HasAudio: false, Container: "gif" or "apng" } })
        {
            return project;
        }

        context.Note(project.Background.Kind == BackgroundKind.Gradient ? "picture.gradient" : "picture.missing");
        return project;
    }
}
