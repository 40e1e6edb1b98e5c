using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Layouts;
using NemoBot.LocalNemo.Rendering.Motion;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Rendering.Scenes;
using NemoBot.Tests.LocalNemo;
using Xunit;

namespace NemoBot.Tests.Rendering;

/// <summary>Draws the scenes of a song of 20 seconds without encoding them.</summary>
public sealed class SceneTests
{
    private const int Rate = 10;

    public static TheoryData<SceneStyle> Styles => [.. Enum.GetValues<SceneStyle>()];

    /// <summary>The report names the mood that was asked for, so each must look like something.</summary>
    [Fact]
    public void Every_word_for_a_mood_changes_the_colors() =>
        Assert.DoesNotContain(Vocabulary.Default.PhrasesOf(Concept.MoodWord), w => SceneMood.Named(w) is null);

    [Theory]
    [MemberData(nameof(Styles))]
    public async Task Every_style_moves_pulses_on_the_kicks_and_changes_with_the_section(SceneStyle style)
    {
        var frames = await DrawAsync(style);
        var light = frames.Select(f => f.Y.Average(y => (double)y)).ToList();
        Assert.All(Enumerable.Range(1, frames.Count - 1), i => Assert.True(Difference(frames[i], frames[i - 1]) > 0.05, $"frozen at {i}"));
        Assert.All(frames, f => Assert.True(f.Y.Max() > 50, "black"));

        // Five frames a beat: the first shows the kick.
        var after = Enumerable.Range(21, 18).Average(i => light[i * 5] - light[(i * 5) - 1]);
        Assert.True(after > 1, $"pulse {after:0.00}");
        Assert.True(Difference(frames[90], frames[110]) > 6, "the sections look alike");
    }

    [Fact]
    public async Task Cuts_fall_on_beats_and_no_two_shots_are_alike()
    {
        var project = Song(SceneStyle.Auto);
        var shots = SceneScript.Write(project, await BeatMap.ReadAsync(project, new FakeAnalyzer(20), CancellationToken.None), null);
        Assert.True(shots.Count >= 3);
        Assert.All(shots.Skip(1), s => Assert.Equal(0, s.Start.TotalMilliseconds % 500));
        Assert.Equal(project.Duration, shots[^1].End);
        Assert.Equal(shots.Count, shots.Select(s => s.Seed).Distinct().Count());
        Assert.Equal(2, shots.Select(s => s.Colors).Distinct().Count());
    }

    [Fact]
    public async Task Nothing_grows_behind_somebody_who_speaks()
    {
        var project = Song(SceneStyle.Auto);
        var sound = await BeatMap.ReadAsync(project, new FakeAnalyzer(20), CancellationToken.None);
        var shots = SceneScript.Write(project, sound with { IsSpeech = true }, null);
        Assert.DoesNotContain(SceneStyle.Shapes, shots.Select(s => s.Style));
        Assert.All(shots, s => Assert.True(s.Speed < SceneScript.Write(project, sound, null)[0].Speed));
    }

    [Theory]
    [InlineData(VerticalPlace.Middle, 60, "0-7 54-60")]
    [InlineData(VerticalPlace.Middle, 20, "0-20")]
    [InlineData(VerticalPlace.Bottom, 60, "0-60")]
    public void A_title_in_the_middle_opens_and_closes_a_music_video(VerticalPlace place, int seconds, string expected)
    {
        var project = new Project
        {
            Clips = [new Clip(Facts.Talk(), TimeSpan.Zero, TimeSpan.FromSeconds(seconds))],
            Scene = new Scene(SceneStyle.Auto, null),
        };
        var shown = TitleTimes.Showings(project, Projects.Title("Night", place: place));
        Assert.Equal(expected, string.Join(' ', shown.Select(t => $"{t.Start.TotalSeconds}-{t.End?.TotalSeconds ?? seconds}")));
        Assert.Single(TitleTimes.Showings(project with { Scene = null }, Projects.Title("Night", place: place)));
    }

    [Fact]
    public void Titles_of_a_slideshow_are_below_the_faces_one_under_the_other_and_open_and_close_it()
    {
        var show = new Project
        {
            Clips = [new Clip(Facts.Talk(), TimeSpan.Zero, TimeSpan.FromSeconds(60))],
            Visual = new Visual(VisualStyle.None, "#ffffff", VerticalPlace.Bottom),
            Slides = [new Slide(Facts.Talk(), TimeSpan.Zero, TimeSpan.FromSeconds(60))],
        };
        var titled = new AddTitle("Our Summer").AddTo(new EditContext(show, [], null!));
        titled = new AddTitle("Ana") { Role = TitleRole.Artist }.AddTo(new EditContext(titled, [], null!));

        Assert.All(titled.Titles, t => Assert.Equal([0, 54], TitleTimes.Showings(titled, t).Select(s => s.Start.TotalSeconds)));
        var placed = FrameLayout.Find(titled, hasCard: false).Titles;
        Assert.InRange(placed[0].Top, 0.6 * titled.Canvas.Height, placed[1].Top - placed[0].Height);
        Assert.Equal(VerticalPlace.Top, new AddTitle("x") { Look = new TitleLook { Place = VerticalPlace.Top } }.AddTo(new EditContext(show, [], null!)).Titles[0].Place);
    }

    [Fact]
    public async Task Another_song_looks_different_and_the_same_song_the_same()
    {
        var first = await DrawAsync(SceneStyle.Auto, 1);
        var same = await DrawAsync(SceneStyle.Auto, 1);
        var other = await DrawAsync(SceneStyle.Auto, 1, "other.mp3");
        Assert.Equal(first[0].Y, same[0].Y);
        Assert.True(Difference(first[0], other[0]) > 4);
    }

    [Fact]
    public void Soft_colors_have_no_steps()
    {
        var canvas = new SoftCanvas(640, 360);
        var slope = Enumerable.Range(0, canvas.Width).Select(x => (int)(256 * (60 + (6.6 * x / canvas.Width)))).ToArray();
        foreach (var row in Enumerable.Range(0, canvas.Height))
        {
            canvas.Set(0, row, slope);
        }

        var frame = new Frame(640, 360);
        canvas.Paint(frame);

        // A slope of seven levels over 640 columns: without dithering each row would be seven flat runs.
        var changes = Enumerable.Range(1, 639).Count(x => frame.Y[x] != frame.Y[x - 1]);
        Assert.True(changes > 100, $"{changes}");
        Assert.InRange(frame.Y.Max() - frame.Y.Min(), 6, 9);
    }

    private static Project Song(SceneStyle style, string name = "song.mp3") => new()
    {
        Canvas = new Canvas(160, 96, Rate),
        Clips = [new Clip(Facts.File(name, Facts.Audio(20)), TimeSpan.Zero, TimeSpan.FromSeconds(20))],
        Scene = new Scene(style, null),
    };

    private static async Task<List<Frame>> DrawAsync(SceneStyle style, double seconds = 20, string name = "song.mp3")
    {
        var project = Song(style, name);
        var beats = await BeatMap.ReadAsync(project, new FakeAnalyzer(20), CancellationToken.None);
        var art = new Frame(160, 96);
        for (var i = 0; i < art.Y.Length; i++)
        {
            art.Y[i] = (byte)(60 + (i * 7919L % 97));
        }

        var isArt = style == SceneStyle.Art;
        var palette = NemoBot.LocalNemo.Rendering.Tones.ArtPalette.Of(new Background(BackgroundKind.Color, "#c02040", null, null));
        await using var pictures = new ScenePictures(project, SceneScript.Write(project, beats, isArt ? palette : null), beats, isArt ? art : null, isArt ? art : null);
        List<Frame> frames = [];
        for (var i = 0; i < seconds * Rate; i++)
        {
            var frame = new Frame(160, 96);
            await pictures.NextAsync(frame);
            frames.Add(frame);
        }

        return frames;
    }

    private static double Difference(Frame a, Frame b) =>
        a.Y.Zip(b.Y).Average(p => Math.Abs(p.First - p.Second)) + a.U.Zip(b.U).Average(p => Math.Abs(p.First - p.Second)) + a.V.Zip(b.V).Average(p => Math.Abs(p.First - p.Second));
}
