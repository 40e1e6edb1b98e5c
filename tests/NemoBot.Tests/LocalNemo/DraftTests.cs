using FsCheck;
using FsCheck.Fluent;
using NemoBot.LocalNemo.Colors;
using NemoBot.LocalNemo.Drafts;
using NemoBot.LocalNemo.Projects;
using NemoBot.Tests.Rendering;
using Xunit;
using CoreReader = NemoBot.Core.Timeline.DraftReader;

namespace NemoBot.Tests.LocalNemo;

public sealed class DraftTests
{
    private static readonly Asset[] Assets = [Facts.Talk(), Facts.File("clip.mp4", Facts.Video(20)), Facts.File("cover.jpg", Facts.Image())];

    private static readonly DraftReader Reader = new(id => Array.Find(Assets, a => a.Id == id));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_project_survives_writing_and_reading(bool chinese) => Prop.ForAll(
        Projects().ToArbitrary(),
        project => ProjectText.Of(Reader.Read(DraftWriter.Write(project, new DraftLabels(chinese))!)) == ProjectText.Of(project)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"t\":[]}")]
    [InlineData("{\"t\":[{\"tt\":0,\"r\":\"picture\",\"sg\":[]}]}")]
    [InlineData("{\"t\":[{\"r\":\"main\",\"sg\":[{\"d\":1000,\"a\":\"../../etc/passwd\"}]}]}")]
    [InlineData("{\"t\":[{\"r\":\"main\",\"sg\":[{\"d\":-5,\"a\":\"ast_talk.mp3\"}]}]}")]
    [InlineData("{\"t\":{\"r\":7}}")]
    [InlineData("not json")]
    public void What_cannot_be_rendered_is_refused_in_plain_words(string draft) =>
        Assert.EndsWith(".", Assert.Throws<DraftException>(() => Reader.Read(draft)).Message);

    [Fact]
    public void Hostile_values_are_brought_into_range()
    {
        const string Draft = """
            {"canvas":{"width":1e300,"height":-3,"fps":100000},"t":[
            {"r":"picture","sg":[{"m":{"background":{"kind":"x","color":"javascript:"},"waveform":{"style":7},"fade_in":1e99}}]},
            {"r":"main","sg":[{"d":1000,"f":-9,"a":"ast_talk.mp3","m":{"volume":1e9}}]},
            {"r":"title","sg":[{"s":1e99,"d":-4,"m":{"text":"x","size":"900%","color":1}}]}]}
            """;
        var project = Reader.Read(Draft);
        Assert.Equal((3840, 16, 60), (project.Canvas.Width, project.Canvas.Height, project.Canvas.FrameRate));
        Assert.Equal((2, TimeSpan.Zero, 0.4), (project.Volume, project.FadeIn, Assert.Single(project.Titles).Size));
        Assert.Equal(TimeSpan.Zero, project.Clips[0].From);
    }

    [Fact]
    public void A_project_without_material_has_no_draft() => Assert.Null(DraftWriter.Write(new Project(), new DraftLabels(chinese: false)));

    [Fact]
    public void The_whole_model_survives_writing_and_reading()
    {
        var talk = Assets[0];
        var clip = Assets[1];
        var project = new Project
        {
            Canvas = new Canvas(1080, 1920, 29.97),
            Background = new Background(BackgroundKind.Image, "#102030", null, Assets[2])
            {
                Fit = PictureFit.Letterbox,
                Motion = Motion.ZoomIn,
                Side = HorizontalPlace.Left,
                Focus = CropFocus.Top,
                Look = new PictureLook { Turns = 3, Mirrored = true, Brightness = 1.2, Contrast = 0.75, Saturation = 0, Warmth = 1.8 },
            },
            Clips =
            [
                new Clip(talk, S(1), S(10)) { Speed = 1.25, Volume = 0.5, Reversed = true, FadeIn = S(1), FadeOut = S(2), Changes = [new(S(2), S(3), 0.5), new(S(4), S(4.5), 0) { Bleeps = true }] },
                new Clip(clip, S(0), S(30)) { Crossfade = S(1.5), Loops = true },
            ],
            Voice = new Clip(talk, S(2), S(20)) { Speed = 2 },
            VoiceDelay = S(-0.2),
            Music = [new Music(talk, 0.3) { From = S(3), Start = S(4), Length = S(5), FadeIn = S(1), FadeOut = S(2), Ducks = false, Loops = false, Changes = [new(S(1), S(2), 0)] }],
            Slides = [new Slide(Assets[2], S(0), S(4)) { Motion = Motion.PanLeft }, new Slide(Assets[1], S(3.5), S(4)) { Crossfade = S(0.5) }],
            SlideTiming = SlideTiming.OnBeats(4),
            Visual = new Visual(VisualStyle.MirroredBars, ColorChoice.Auto, VerticalPlace.Top) { Size = 1.5, Glow = true, IsWide = true, Calm = 2.5, BarWidth = 0.667, Start = S(2), End = S(9) },
            ProgressBar = true,
            ProgressColor = "#ff2d2d",
            Scene = new Scene(SceneStyle.Light, "calm"),
            Titles = [new Title("Hi", S(0), null, ColorChoice.Auto, 0.1, VerticalPlace.Top, S(0), S(0)) { Role = TitleRole.Artist, Plate = true, PlateColor = "#22c55e", Outline = "#000000", Side = HorizontalPlace.Right, Font = "Noto Serif CJK SC", Bold = false, Italic = true }],
            Captions = new Captions([new CaptionLine(S(1), S(2), "one two") { Words = [new(S(1), S(1.5), "one"), new(S(1.5), S(2), "two")] }])
            {
                Most = 4,
                Style = CaptionStyle.Karaoke,
                Place = VerticalPlace.Middle,
                Size = 0.08,
                Color = "#ffe600",
                Bold = false,
                Font = "DejaVu Serif",
                Italic = true,
                Language = "en",
                Source = CaptionSource.Speech,
            },
            Overlays = [new Overlay(Assets[2], Corner.BottomLeft, 0.2, 0.05) { Opacity = 0.8, Start = S(1), End = S(5) }],
            Mix = new Mix { Loudness = -23, Normalize = false, Denoise = true, Bass = 4, Channels = Channels.Right, Treble = -2.5, Volume = 1.5 },
            FadeIn = S(1),
            FadeOut = S(2),
            Output = new Output { Format = OutputFormat.Gif, Title = "T", Artist = "A", MaxBytes = 8_000_000 },
        };
        var draft = DraftWriter.Write(project, new DraftLabels(chinese: false))!;
        Assert.Equal(draft, DraftWriter.Write(Reader.Read(draft), new DraftLabels(chinese: false)));
        Assert.Equivalent(project, Reader.Read(draft), strict: true);
        Assert.Equal(S(8 + 30 - 1.5), project.Duration);
    }

    [Fact]
    public async Task Peaks_follow_what_is_heard_of_a_file()
    {
        // 10 s quiet, then 10 s ten times as loud.
        var talk = Facts.Talk(20);
        var whole = new Clip(talk, S(0), S(20));
        var project = new Project { Clips = [whole, whole with { Reversed = true, Speed = 2 }, new Clip(talk, S(0), S(10))], Music = [new Music(talk, 0.2)] };
        var draft = DraftWriter.Write(project, new DraftLabels(chinese: false), await SoundPeaks.ReadAsync(new FakeAnalyzer(20), project, TimeProvider.System, TestContext.Current.CancellationToken))!;
        var tracks = CoreReader.Read(draft, null, null).Tracks;
        var (first, reversed, quiet, music) = (tracks[1].Segments[0].Peaks, tracks[1].Segments[1].Peaks, tracks[1].Segments[2].Peaks, tracks[2].Segments[0].Peaks);
        Assert.Equal((120, 60, 60, 240), (first.Count, reversed.Count, quiet.Count, music.Count));
        Assert.Equal((0.1, 1, 1, 0.1), (first[0], first[^1], reversed[0], reversed[^1]));
        Assert.Equal(0.1, quiet.Max());
        Assert.Equal((1, 0.1), (music[119], music[120]));
        Assert.DoesNotContain("peaks", string.Join(' ', tracks.SelectMany(t => t.Segments).SelectMany(s => s.Details.Keys)));
    }

    [Fact]
    public void Slides_alone_make_a_project()
    {
        var project = new Project { Slides = [new Slide(Assets[2], S(0), S(3)), new Slide(Assets[2], S(3), S(3))] };
        var read = Reader.Read(DraftWriter.Write(project, new DraftLabels(chinese: true))!);
        Assert.Equal((S(6), 2), (read.Duration, read.Slides.Count));
    }

    [Fact]
    public void A_draft_of_an_older_version_reads_as_before()
    {
        const string Draft = """
            {"d":60000,"canvas":{"width":1920,"height":1080,"fps":30},"t":[
            {"tt":0,"r":"picture","m":{"name":"Video"},"sg":[{"s":0,"d":60000,"m":{"background":{"kind":"gradient","color":"navy"},"waveform":{"style":"line","color":"white","position":"top"}}}]},
            {"tt":1,"r":"main","m":{"name":"Audio"},"sg":[{"s":0,"d":60000,"a":"ast_talk.mp3","f":0,"m":{"volume":0.5}}]},
            {"tt":1,"r":"music","m":{"name":"BGM"},"sg":[{"s":0,"d":60000,"a":"ast_talk.mp3","m":{"volume":0.2}}]}]}
            """;
        var project = Reader.Read(Draft);
        Assert.Equal((0.5, VisualStyle.Line, new Mix { Volume = 0.5 }), (project.Volume, project.Visual.Style, project.Mix));
        Assert.Equal(new Music(Assets[0], 0.2), Assert.Single(project.Music));
        Assert.Equal(new Clip(Assets[0], S(0), S(60)), Assert.Single(project.Clips));
        Assert.Null(project.Captions);
    }

    private static TimeSpan S(double seconds) => TimeSpan.FromSeconds(seconds);

    private static Gen<Project> Projects()
    {
        var time = Gen.Choose(1, 30_000).Select(ms => TimeSpan.FromMilliseconds(ms));
        var color = Gen.OneOf(Gen.Elements(Palette.All.Select(c => c.Hex)), Gen.Choose(0, 0xFFFFFF).Select(c => $"#{c:x6}"));
        var place = Gen.Elements(VerticalPlace.Top, VerticalPlace.Middle, VerticalPlace.Bottom);
        var part = Gen.Choose(0, 100).Select(p => p / 100.0);
        var clip = from a in Gen.Elements(Assets[0], Assets[1]) from f in time from l in time select new Clip(a, f, l);
        var title = from t in Gen.Elements("Hi", "早安", "a \"b\" </script>", "👩‍👧", "line\nline")
                    from s in time
                    from l in Gen.OneOf(Gen.Constant((TimeSpan?)null), time.Select(x => (TimeSpan?)x))
                    from c in color
                    from z in Gen.Choose(2, 40)
                    from p in place
                    from i in time
                    from o in time
                    select new Title(t, s, s + l, c, z / 100.0, p, i, o);
        var background = from k in Gen.Elements(Enum.GetValues<BackgroundKind>())
                         from c in color
                         from d in color
                         select new Background(k, c, k == BackgroundKind.Gradient ? d : null, k is BackgroundKind.Image or BackgroundKind.Cover ? Assets[2] : null);
        return from clips in Gen.NonEmptyListOf(clip)
               from titles in Gen.ListOf(title)
               from ground in background
               from style in Gen.Elements(Enum.GetValues<VisualStyle>())
               from wave in color
               from at in place
               from voice in Gen.OneOf(Gen.Constant((Clip?)null), clip.Select(c => (Clip?)c))
               from music in Gen.ListOf(from a in Gen.Constant(Assets[0]) from v in part select new Music(a, v))
               from volume in Gen.Choose(0, 200)
               from fadeIn in time
               from width in Gen.Choose(8, 1000)
               select new Project
               {
                   Canvas = new Canvas(width * 2, 1080, 25),
                   Clips = [.. clips],
                   Titles = [.. titles],
                   Background = ground,
                   Visual = new Visual(style, wave, at),
                   Voice = voice,
                   Music = [.. music],
                   Volume = volume / 100.0,
                   FadeIn = fadeIn,
               };
    }
}
