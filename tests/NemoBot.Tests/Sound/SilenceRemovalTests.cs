using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Sound.Analysis;
using NemoBot.Tests.Media;
using Xunit;

namespace NemoBot.Tests.Sound;

public sealed class SilenceRemovalTests(SampleMedia samples) : IClassFixture<SampleMedia>
{
    private static readonly Asset Recording = new("a", "a.wav", "/a.wav", new(NemoBot.Core.Media.MediaKind.Audio, "wav", S(20), 0, 0, true, false, false, 0, "pcm", null));

    [Fact]
    public async Task Silence_is_removed_and_what_belongs_to_the_sound_follows()
    {
        var path = samples.Make("gaps.wav", "-f lavfi -i aevalsrc=0.3*sin(2*PI*(500+500*gt(t\\,3))*t)*(between(t\\,1\\,2)+between(t\\,4\\,6)):d=8:s=48000");
        using var processes = MediaUnderTest.Processes();
        var project = Mixed.Of(await Assets.ProbeAsync(path)) with
        {
            Titles = [Rendering.Projects.Title("first", 1, 2), Rendering.Projects.Title("second", 4, 5), Rendering.Projects.Title("gone", 2.5, 3.5)],
        };

        var tools = new EditTools { Sound = new SoundAnalyzer(processes) };
        var cut = await RemoveSilenceAsync(project, tools);

        Assert.Equal(3.4, cut.Duration.TotalSeconds, 0.25);
        Assert.Equal(["first", "second"], cut.Titles.Select(t => t.Text));
        Assert.Equal(cut.Clips[0].Duration.TotalSeconds, cut.Titles[1].Start.TotalSeconds, 0.2);
        Assert.Equal([7.2, 6.2, 5.4], await Task.WhenAll(new[] { PausePlace.Start, PausePlace.End, PausePlace.Ends }.Select(async place =>
            (await RemoveSilenceAsync(project, tools, place)).Duration.TotalSeconds)), (x, y) => Math.Abs(x - y) < 0.15);
        var made = await Mixed.MakeAsync(samples, cut);
        Assert.True(made.Strength(500, 0.2, 1) > 0.1 && made.Strength(1000, 1.5, 3) > 0.1);
    }

    [Fact]
    public void Ranges_are_cut_across_clips_of_any_speed_and_direction_and_seams_do_not_fade()
    {
        Clip[] clips =
        [
            new Clip(Recording, S(0), S(4)) { FadeIn = S(1), FadeOut = S(1) }, new Clip(Recording, S(10), S(4)) { Speed = 2 }, new Clip(Recording, S(0), S(4)) { Reversed = true },
        ];

        var parts = Timing.Complement([(S(3), S(5)), (S(7), S(8))], S(10));
        var cut = Timing.Keep(new Project { Clips = clips }, parts)!;

        Assert.Equal([(0.0, 3.0), (12.0, 2.0), (3.0, 1.0), (0.0, 2.0)], cut.Clips.Select(c => (c.From.TotalSeconds, c.Length.TotalSeconds)));
        Assert.Equal((S(1), S(0)), (cut.Clips[0].FadeIn, cut.Clips[0].FadeOut));
        Assert.Equal(S(7), cut.Duration);
    }

    [Fact]
    public async Task A_project_of_nothing_but_silence_stays_as_it_is()
    {
        using var processes = MediaUnderTest.Processes();
        var project = Mixed.Of(await Assets.ProbeAsync(samples.Make("silence.wav", "-f lavfi -i anullsrc=d=3")));
        Assert.Equal(project.Clips, (await RemoveSilenceAsync(project, new EditTools { Sound = new SoundAnalyzer(processes) })).Clips);
    }

    private static Task<Project> RemoveSilenceAsync(Project project, EditTools tools, PausePlace? place = null) =>
        new RemoveSilence { MinLength = S(0.5), Place = place }.ApplyAsync(new EditContext(project, [], tools), TestContext.Current.CancellationToken);

    private static TimeSpan S(double seconds) => TimeSpan.FromSeconds(seconds);
}
