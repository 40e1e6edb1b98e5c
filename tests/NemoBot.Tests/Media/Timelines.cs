using NemoBot.Core.Timeline;

namespace NemoBot.Tests.Media;

internal static class Timelines
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>Silence, then ever louder.</summary>
    private static readonly double[] Peaks = [.. Enumerable.Range(0, 240).Select(i => i < 60 ? 0 : (i - 60) / 179.0)];

    public static TimelineView Rich { get; } = new(
        [
            new(TrackKind.Video, "", [new("cover art, a rather long name of a picture that never ends.jpg", S(0), S(95), null, None), new("城市之夜 第二段 很长很长的名字.mp4", S(95), S(85), null, None)]),
            new(TrackKind.Text, "Titles", [new("Morning Show", S(0), S(12), null, None), new(@"{\fs200}hack \N it {", S(30), S(40), null, None), new("晨间节目 · 第一集", S(120), S(60), null, None)]),
            new(TrackKind.Audio, "", [new("talk.mp3", S(0), S(180), 1, None) { Peaks = Peaks }]),
            new(TrackKind.Audio, "背景音乐", [new("music.mp3", S(2), S(100), 0.2, None), new("jingle", S(150), S(6), 0.2, None), new("tail", S(170), S(10), 0.2, None)]),
            new(TrackKind.Effect, "", [new("Fade", S(178), S(2), null, None)]),
        ],
        1920,
        1080);

    private static TimeSpan S(double seconds) => TimeSpan.FromSeconds(seconds);
}
