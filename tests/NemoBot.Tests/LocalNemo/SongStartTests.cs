using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Reports;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

public sealed class SongStartTests
{
    [Theory]
    [InlineData(30.0, 30, "The music starts at 30 s of the song.")]
    [InlineData(-20.0, 40, "The music starts at 40 s of the song, and there again whenever it is over.")]
    [InlineData(60.0, 0, null)]
    public async Task Background_music_begins_where_it_is_told_or_stays(double from, int expected, string? told)
    {
        var before = new Project { Clips = [MainMaterial.Whole(Facts.Talk(25))], Music = [new Music(Song, 0.2)] };

        var after = await ChangeAsync(before, from);

        Assert.Equal(S(expected), after.Music[0].From);
        Assert.Equal(before.Duration, after.Duration);
        Assert.Equal(told is null ? [] : [told], ProjectReport.Describe(before, after, Phrases.InEnglish));
        Assert.Equal(before, after with { Music = [after.Music[0] with { From = TimeSpan.Zero }] }, (a, b) => ProjectText.Of(a!) == ProjectText.Of(b!));
    }

    [Fact]
    public async Task Music_begins_at_the_liveliest_part()
    {
        var context = new EditContext(new Project { Clips = [MainMaterial.Whole(Facts.Talk(25))], Music = [new Music(Song, 0.2)] }, [], new Listening().Tools);

        var after = await new SetMusic { FromChorus = true }.ApplyAsync(context, Token);

        Assert.Equal((S(30.1), "music.liveliest"), (after.Music[0].From, Assert.Single(context.Notes).Key));
    }

    [Fact]
    public async Task Below_a_video_the_song_alone_begins_later()
    {
        var video = MainMaterial.Whole(Facts.File("clip.mp4", Facts.Video(20)));
        var before = new Project { Clips = [video], Voice = new Clip(Song, TimeSpan.Zero, S(20)) };

        var after = await ChangeAsync(before, 45);

        Assert.Equal((S(20), S(45), S(15)), (after.Duration, after.Voice!.From, after.Voice.Length));
        Assert.Contains("The sound starts at 45 s of song.mp3 and is over at 15 s of the video.", ProjectReport.Describe(before, after, Phrases.InEnglish));
        Assert.Equal(before.Voice, (await ChangeAsync(after, 0)).Voice);
    }

    [Fact]
    public async Task In_a_slideshow_pictures_and_their_texts_stay()
    {
        Title On(string text, int from, int to) => new(text, S(from), S(to), ColorChoice.Auto, 0.1, VerticalPlace.Middle, TimeSpan.Zero, TimeSpan.Zero);
        var before = new Project
        {
            Clips = [MainMaterial.Whole(Song)],
            Slides = [.. new[] { "a.jpg", "b.jpg", "c.jpg" }.Select((name, i) => new Slide(Facts.File(name, Facts.Image()), S(20 * i), S(20)))],
            SlideTiming = SlideTiming.Even,
            Titles = [On("first", 0, 20), On("second", 20, 40), On("third", 40, 60)],
        };

        var after = await ChangeAsync(before, 30);

        Assert.Equal([(0, 10), (10, 20), (20, 30)], after.Slides.Select(s => ((int)s.Start.TotalSeconds, (int)(s.Start + s.Length).TotalSeconds)));
        Assert.Equal([(0, 10), (10, 20), (20, 30)], after.Titles.Select(t => ((int)t.Start.TotalSeconds, (int)(t.End ?? after.Duration).TotalSeconds)));
    }

    private static Asset Song => Facts.File("song.mp3", Facts.Talk(60).Facts);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static TimeSpan S(double seconds) => TimeSpan.FromSeconds(seconds);

    private static Task<Project> ChangeAsync(Project project, double from) =>
        new SetMusic { From = S(from) }.ApplyAsync(new EditContext(project, [], new EditTools()), Token);
}
