using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Projects;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

public sealed class IntroTests
{
    private static readonly Asset Song = Facts.File("song.mp3", Facts.Audio(90));
    private static readonly Asset Jingle = Facts.File("jingle.mp3", Facts.Audio(4));

    [Fact]
    public async Task The_speech_starts_when_the_intro_was_said_to_end_and_its_captions_with_it()
    {
        var line = new CaptionLine(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), "Hello");
        var title = new Title("Hi", TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4), "#ffffff", 0.1, VerticalPlace.Middle, TimeSpan.Zero, TimeSpan.Zero);
        var project = Talk() with { Captions = new Captions([line]), Titles = [title] };

        var led = await PlaceAsync(project, Song, FileRole.Intro, 6);
        Assert.Equal(("song.mp3", 6, 14), (led.Clips[0].Asset.Name, led.StartOf(1).TotalSeconds, led.Duration.TotalSeconds));
        Assert.Equal((7, 8, 10), (led.Captions!.Lines[0].Start.TotalSeconds, led.Titles[0].Start.TotalSeconds, led.Titles[0].End!.Value.TotalSeconds));

        // The two are heard together for a moment only.
        Assert.InRange(led.Clips[0].Duration.TotalSeconds, 6.5, 8);

        var around = await PlaceAsync(led, Song, FileRole.Outro, 6);
        Assert.Equal((3, 20), (around.Clips.Count, around.Duration.TotalSeconds));
        Assert.True(around.Clips[2].FadeOut > TimeSpan.Zero);
    }

    [Fact]
    public async Task A_short_recording_starts_when_it_was_said_and_its_captions_with_it()
    {
        var project = new Project
        {
            Clips = [new Clip(Facts.Talk(1), TimeSpan.Zero, TimeSpan.FromSeconds(1))],
            Captions = new Captions([new CaptionLine(TimeSpan.FromSeconds(0.25), TimeSpan.FromSeconds(0.75), "Hello")]),
        };
        var led = await PlaceAsync(project, Song, FileRole.Intro, 6);
        Assert.Equal((6, 6.25), (led.StartOf(1).TotalSeconds, led.Captions!.Lines[0].Start.TotalSeconds));
    }

    [Fact]
    public async Task The_captions_of_a_clip_follow_it_to_another_place()
    {
        var (first, second) = (Talk().Clips[0], new Clip(Song, TimeSpan.Zero, TimeSpan.FromSeconds(5)));
        CaptionLine[] lines = [new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), "talk"), new(TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(10), "song")];
        var project = new Project { Clips = [first, second], Captions = new Captions(lines) };

        var moved = await new MoveItem(ItemKind.Clip, 2, 1).ApplyAsync(new EditContext(project, [], null!), TestContext.Current.CancellationToken);
        Assert.Equal([("song", 1), ("talk", 6)], moved.Captions!.Lines.Select(l => (l.Text, l.Start.TotalSeconds)));
        var back = await new SwapItems(ItemKind.Clip).ApplyAsync(new EditContext(moved, [], null!), TestContext.Current.CancellationToken);
        Assert.Equal([("talk", 1), ("song", 9)], back.Captions!.Lines.Select(l => (l.Text, l.Start.TotalSeconds)));
    }

    [Fact]
    public async Task A_jingle_is_played_whole()
    {
        var led = await PlaceAsync(Talk(), Jingle, FileRole.Intro, null);
        Assert.Equal((4, 4), (led.Clips[0].Duration.TotalSeconds, led.StartOf(1).TotalSeconds));
    }

    [Fact]
    public async Task An_intro_of_no_length_is_as_long_as_usual() =>
        Assert.Equal(6, (await PlaceAsync(Talk(), Song, FileRole.Intro, 0)).StartOf(1).TotalSeconds);

    [Fact]
    public async Task A_video_has_no_picture_for_an_intro()
    {
        var video = MainMaterial.Replace(new Project(), Facts.File("v.mp4", Facts.Video(20)));
        Assert.Equal(video, await PlaceAsync(video, Song, FileRole.Intro, 5));
    }

    private static Project Talk() => new() { Clips = [new Clip(Facts.Talk(8), TimeSpan.Zero, TimeSpan.FromSeconds(8))] };

    private static Task<Project> PlaceAsync(Project project, Asset file, FileRole role, double? seconds) =>
        new PlaceFile(file.Id, role) { Length = seconds is { } length ? TimeSpan.FromSeconds(length) : null }
            .ApplyAsync(new EditContext(project, [file], null!), TestContext.Current.CancellationToken);
}
