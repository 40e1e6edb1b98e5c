using NemoBot.LocalNemo.Colors;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Visuals;

namespace NemoBot.LocalNemo.Drafts;

/// <summary>Names of tracks and descriptions of pictures.</summary>
/// <param name="chinese">Chinese instead of English.</param>
internal sealed class DraftLabels(bool chinese)
{
    /// <summary>Name of the track with the picture.</summary>
    public string Video => chinese ? "视频" : "Video";

    /// <summary>Name of the track with the main sound.</summary>
    public string Audio => chinese ? "音频" : "Audio";

    /// <summary>What is heard of a recording that another sound stands for.</summary>
    public string Silence => chinese ? "静音" : "silence";

    /// <summary>Name of a track with music below.</summary>
    public string Music => chinese ? "背景音乐" : "BGM";

    /// <summary>Name of a track with a title.</summary>
    public string Title => chinese ? "标题" : "Title";

    /// <summary>Name of the track with the slideshow.</summary>
    public string Slides => chinese ? "图片" : "Slides";

    /// <summary>Name of a track with a logo.</summary>
    public string Overlay => chinese ? "标志" : "Logo";

    /// <summary>Name of the track with captions.</summary>
    public string Captions => chinese ? "字幕" : "Captions";

    /// <summary>Describes the picture, for example <c>Waveform bars over gradient</c>.</summary>
    public string Picture(Project project)
    {
        var ground = project.Scene is { } scene ? Drawn(scene.Style, project.Background) : Ground(project.Background);
        var wave = Wave(project.Visual.Style);
        return wave is null ? Capital(ground) : chinese ? $"{ground}上的{wave}" : $"{wave} over {ground}";
    }

    /// <summary>A clip that has the waveform on it.</summary>
    public string Clip(Clip clip, VisualStyle style)
    {
        var wave = Wave(style);
        return wave is null ? clip.Asset.Name : chinese ? $"{clip.Asset.Name} 上的{wave}" : $"{wave} over {clip.Asset.Name}";
    }

    private string? Wave(VisualStyle style) => VisualTable.Find(style)?.NameIn(chinese) is not { } name ? null
        : chinese ? name : Capital(name.StartsWith("a ", StringComparison.Ordinal) ? name[2..] : name);

    private string Drawn(SceneStyle style, Background background) => style switch
    {
        SceneStyle.Auto or SceneStyle.Art when background.Kind is BackgroundKind.Image or BackgroundKind.Cover =>
            chinese ? $"动态的{Ground(background)}" : $"{Ground(background)} in motion",
        SceneStyle.Flow => chinese ? "流动色彩" : "flowing colors",
        SceneStyle.Shapes => chinese ? "动态图形" : "moving shapes",
        SceneStyle.Light => chinese ? "光影" : "lights",
        SceneStyle.Particles => chinese ? "漂浮光点" : "drifting dots",
        SceneStyle.Art => chinese ? "动态封面" : "art in motion",
        _ => chinese ? "音乐画面" : "music scenes",
    };

    private string Ground(Background background) => background.Kind switch
    {
        BackgroundKind.Color => chinese ? $"{Name(background.Color)}背景" : $"{Name(background.Color)} background",
        BackgroundKind.Gradient => chinese ? "渐变" : "gradient",
        BackgroundKind.Image => background.Asset!.Name,
        BackgroundKind.Cover => chinese ? "封面图" : "cover art",
        _ => chinese ? "视频画面" : "video",
    };

    private string Name(string hex) => Palette.NameOf(hex, chinese);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
