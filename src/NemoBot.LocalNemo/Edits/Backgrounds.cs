using NemoBot.Core.Media;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Files as backgrounds.</summary>
internal static class Backgrounds
{
    /// <summary>Shows a picture, a video or a cover behind everything.</summary>
    public static Project Use(Project project, Asset file)
    {
        if (file.Facts.Kind == MediaKind.Video)
        {
            return MainMaterial.ShowUnder(project, file);
        }

        var kind = file.Facts.Kind == MediaKind.Image ? BackgroundKind.Image : BackgroundKind.Cover;
        return project with { Background = project.Background with { Kind = kind, Asset = file } };
    }

    /// <summary>Pictures or videos are shown; if not, the answer says so.</summary>
    public static bool HasPicture(EditContext context)
    {
        var isShown = context.Project.Slides.Count > 0 || context.Project.Background.Kind is not (BackgroundKind.Color or BackgroundKind.Gradient);
        if (!isShown)
        {
            context.Note("picture.none");
        }

        return isShown;
    }

    /// <summary>The first sound file of the project that has cover art; null if none has.</summary>
    public static Asset? CoverOf(Project project) =>
        project.Clips.Select(c => c.Asset).Concat(project.Voice is { } voice ? [voice.Asset] : []).Concat(project.Music.Select(m => m.Asset))
            .FirstOrDefault(a => a.Facts is { HasCover: true, HasVideo: false });
}
