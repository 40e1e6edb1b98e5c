using NemoBot.Core.Media;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Puts main material onto the timeline.</summary>
internal static class MainMaterial
{
    /// <summary>A file from its start to its end.</summary>
    public static Clip Whole(Asset file) => new(file, TimeSpan.Zero, file.Facts.Duration);

    /// <summary>The clips show their own picture.</summary>
    public static bool ShowsVideo(Project project) => project.Background.Kind == BackgroundKind.Video;

    /// <summary>Makes a file the only main material.</summary>
    public static Project Replace(Project project, Asset file)
    {
        var changed = project with { Clips = [Whole(file)] };
        if (file.Facts.Kind == MediaKind.Video)
        {
            return ShowClips(project.Clips.Count == 0 ? changed with { Canvas = CanvasSizes.Like(file.Facts) } : changed);
        }

        changed = project.Background.Kind is BackgroundKind.Cover ? changed with { Background = new Project().Background } : changed;
        changed = ShowsVideo(project)
            ? changed with { Background = new Project().Background, Visual = project.Visual with { Style = new Project().Visual.Style } } : changed;
        return file.Facts.HasCover && changed.Background == new Project().Background
            ? changed with { Background = changed.Background with { Kind = BackgroundKind.Cover, Asset = file } } : changed;
    }

    /// <summary>Puts a file after what is there.</summary>
    public static Project Append(Project project, Asset file) =>
        project.Clips.Count == 0 ? Replace(project, file) : project with { Clips = [.. project.Clips, Whole(file)] };

    /// <summary>Makes a file the sound in place of the clips' own. It is heard at full volume whatever the old sound was set to.</summary>
    public static Project SetVoice(EditContext context, Asset file)
    {
        var project = context.Project;
        if (!ShowsVideo(project))
        {
            return Replace(project, file) with { Volume = project.Volume > 0 ? project.Volume : 1 };
        }

        var total = project.Duration;
        var length = file.Facts.Duration < total ? file.Facts.Duration : total;
        return project with
        {
            Voice = new Clip(file, TimeSpan.Zero, length),
            Volume = project.Volume > 0 ? project.Volume : 1,
            Music = [.. project.Music.Where(m => m.Asset.Id != file.Id)],
        };
    }

    /// <summary>Shows a video while the sound that is there goes on: the clips become its pictures, repeated until the sound ends.</summary>
    public static Project ShowUnder(Project project, Asset video)
    {
        if (project.Clips.Count == 0 || ShowsVideo(project))
        {
            return Replace(project, video);
        }

        var sound = project.Clips[0];
        var shown = ShowClips(project with { Clips = [Whole(video)], Voice = sound });
        return Looping.Fill(shown, sound.Duration);
    }

    private static Project ShowClips(Project project) => project with
    {
        Background = project.Background with { Kind = BackgroundKind.Video, Asset = null },
        Visual = project.Visual with { Style = VisualStyle.None },
    };
}
