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
        var project = Talk() with { Captions = new Captions([line]) };

        var led = await PlaceAsync(project, Song, FileRole.Intro, 6);
        Assert.Equal(("song.mp3", 6, 14), (led.Clips[0].Asset.Name, led.StartOf(1).TotalSeconds, led.Duration.TotalSeconds));
        Assert.Equal(7, led.Captions!.Lines[0].Start.TotalSeconds);

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
