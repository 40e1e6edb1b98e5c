using NemoBot.Core.Text;
using NemoBot.Core.Timeline;
using Xunit;

namespace NemoBot.Tests.Timeline;

/// <summary>Drafts as the embedded backend writes them: with roles, names of tracks, and looks as objects.</summary>
public sealed class ReadableDraftTests
{
    private const string Before =
        """
        {"d":183000,"canvas":{"width":1920,"height":1080,"fps":30},"t":[
          {"tt":0,"r":"picture","m":{"name":"Video"},"sg":[{"s":0,"d":183000,"m":{"title":"Waveform bars over gradient",
            "background":{"kind":"gradient","color":"navy","color_2":"teal"},"waveform":{"style":"bars","color":"white","position":"bottom"}}}]},
          {"tt":1,"r":"main","m":{"name":"Audio"},"sg":[{"s":0,"d":183000,"a":"x1","f":0,"m":{"title":"my music talk.mp3","volume":1}}]},
          {"tt":7,"r":"title","m":{"name":"Title"},"sg":[{"s":0,"d":183000,"open":true,"m":{"text":"Morning Show","color":"white","size":"10%","position":"middle"}}]}]}
        """;

    private const string After =
        """
        {"d":183000,"canvas":{"width":1080,"height":1920,"fps":30},"t":[
          {"tt":0,"r":"picture","m":{"name":"Video"},"sg":[{"s":0,"d":183000,"m":{"title":"Waveform line over gradient",
            "background":{"kind":"gradient","color":"navy","color_2":"teal"},"waveform":{"style":"line","color":"#ffd700","position":"bottom"}}}]},
          {"tt":1,"r":"main","m":{"name":"Audio"},"sg":[{"s":0,"d":183000,"a":"x1","f":0,"m":{"title":"my music talk.mp3","volume":0.8}}]},
          {"tt":1,"r":"music","m":{"name":"BGM"},"sg":[{"s":0,"d":183000,"a":"x2","m":{"title":"piano.mp3","volume":0.2}}]},
          {"tt":7,"r":"title","m":{"name":"Title"},"sg":[{"s":0,"d":5000,"m":{"text":"Morning Show","color":"yellow","size":"14%","position":"top","fade_in":2000}}]}]}
        """;

    [Fact]
    public void The_summary() => Assert.Equal(
        """
        Timeline (4 tracks):
        1. Video: Waveform line over gradient (0:00-3:03)
        2. Audio: my music talk.mp3 (0:00-3:03, 80%)
        3. BGM: piano.mp3 (0:00-3:03, 20%)
        4. Title: "Morning Show" (0-5s)
        """,
        TimelineSummary.Describe(Read(After), Texts.For("en")));

    [Fact]
    public void The_difference() => Assert.Equal(
        [
            "Format 16:9 → 9:16",
            "Video \"Waveform bars over gradient\" → \"Waveform line over gradient\": style bars → line, color white → gold",
            "Music added: \"piano.mp3\" (0:00-3:03, 20%)",
            "Audio \"my music talk.mp3\": volume 100% → 80%",
            "Title \"Morning Show\": length 3:03 → 5s, color white → yellow, size 10% → 14%, position middle → top, fade-in 0s → 2s",
        ],
        TimelineDifference.Describe(Read(Before), Read(After), Texts.For("en")));

    [Fact]
    public void The_material_itself_is_never_offered_to_be_taken_away()
    {
        Assert.Equal([TimelinePart.Title], TimelineParts.Of(Read(Before)));
        Assert.Equal([TimelinePart.Music], TimelineParts.Added(Read(Before), Read(After)));
    }

    private static TimelineView Read(string draft) => DraftReader.Read(draft, null, null);
}
