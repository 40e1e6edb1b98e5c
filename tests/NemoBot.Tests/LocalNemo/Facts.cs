using NemoBot.Core.Media;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.Tests.LocalNemo;

/// <summary>Files as probing describes them.</summary>
internal static class Facts
{
    public static MediaFacts Audio(double seconds, string container = "mp3", bool cover = false) =>
        new(MediaKind.Audio, container, TimeSpan.FromSeconds(seconds), 0, 0, true, false, cover, 0, "mp3", null);

    public static MediaFacts Video(double seconds, int width = 1280, int height = 720, string container = "mov,mp4") =>
        new(MediaKind.Video, container, TimeSpan.FromSeconds(seconds), width, height, true, true, false, 25, "aac", "h264");

    public static MediaFacts Image() => new(MediaKind.Image, "png_pipe", TimeSpan.Zero, 800, 600, false, false, false, 0, null, "png");

    public static Asset Talk(double seconds = 60, bool cover = false) => File("talk.mp3", Audio(seconds, cover: cover));

    public static Asset File(string name, MediaFacts facts) => new("ast_" + name, name, "/nowhere/" + name, facts);
}
