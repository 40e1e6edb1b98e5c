using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Sound;
using NemoBot.LocalNemo.Sound.Analysis;
using NemoBot.Tests.Media;
using Xunit;

namespace NemoBot.Tests.Sound;

public sealed class SilenceRemovalTests(SampleMedia samples) : IClassFixture<SampleMedia>
{
    [Fact]
    public async Task Silence_is_removed_and_what_belongs_to_the_sound_follows()
    {
        var path = samples.Make("gaps.wav", "-f lavfi -i aevalsrc=0.3*sin(2*PI*(500+500*gt(t\\,3))*t)*(between(t\\,1\\,2)+between(t\\,4\\,6)):d=8:s=48000");
        var asset = await Assets.ProbeAsync(path);
        using var processes = MediaUnderTest.Processes();
        var options = new SilenceOptions { MinLength = S(0.5), Padding = S(0.1) };

        var cut = await SilenceRemoval.ApplyAsync(Mixed.Of(asset).Clips, new SoundAnalyzer(processes), options, TestContext.Current.CancellationToken);

        Assert.Equal(3.4, cut.Clips.Sum(c => c.Duration.TotalSeconds), 0.1);
        Assert.Equal(4.6, cut.Removed.TotalSeconds, 0.1);
        Assert.Equal(0.1, cut.Map.ToNew(S(1)).TotalSeconds, 0.05);
        Assert.Equal(1.3, cut.Map.ToNew(S(4)).TotalSeconds, 0.05);
        Assert.Null(cut.Map.ToNew(new TimeRange(S(2.5), S(3.5))));
        var made = await Mixed.MakeAsync(samples, new Project { Clips = cut.Clips });
        Assert.True(made.Strength(500, 0.2, 1) > 0.1 && made.Strength(1000, 1.4, 3.2) > 0.1);
    }

    [Fact]
    public void Ranges_are_cut_across_clips_of_any_speed_and_direction()
    {
        var asset = new Asset("a", "a.wav", "/a.wav", new(NemoBot.Core.Media.MediaKind.Audio, "wav", S(20), 0, 0, true, false, false, 0, "pcm", null));
        Clip[] clips = [new Clip(asset, S(0), S(4)), new Clip(asset, S(10), S(4)) { Speed = 2 }, new Clip(asset, S(0), S(4)) { Reversed = true }];

        var cut = SilenceRemoval.Cut(clips, [new TimeRange(S(3), S(5)), new TimeRange(S(7), S(8))]);

        Assert.Equal([(0.0, 3.0), (12.0, 2.0), (3.0, 1.0), (0.0, 2.0)], cut.Clips.Select(c => (c.From.TotalSeconds, c.Length.TotalSeconds)));
        Assert.Equal(S(3), cut.Removed);
        Assert.Equal(S(3.5), cut.Map.ToNew(S(5.5)));
        Assert.Equal(S(5), cut.Map.ToNew(S(7.5)));
        Assert.Equal(S(6), cut.Map.ToNew(S(9)));
    }

    [Fact]
    public void A_project_of_nothing_but_silence_stays_as_it_is()
    {
        var asset = new Asset("a", "a.wav", "/a.wav", new(NemoBot.Core.Media.MediaKind.Audio, "wav", S(5), 0, 0, true, false, false, 0, "pcm", null));
        Clip[] clips = [new Clip(asset, S(0), S(5))];

        Assert.Equal(clips, SilenceRemoval.Cut(clips, [new TimeRange(S(0), S(5))]).Clips);
    }

    private static TimeSpan S(double seconds) => TimeSpan.FromSeconds(seconds);
}
