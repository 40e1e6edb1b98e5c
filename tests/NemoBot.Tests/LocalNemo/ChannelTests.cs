using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Sound.Analysis;
using NemoBot.Tests.Media;
using NemoBot.Tests.Sound;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

public sealed class ChannelTests(SampleMedia samples) : IClassFixture<SampleMedia>
{
    [Theory]
    [InlineData("0.3*sin(2*PI*500*t)|0", false)]
    [InlineData("0.3*sin(2*PI*500*t)|0.01*sin(2*PI*500*t)", true)]
    public async Task A_side_that_is_silent_in_the_file_is_mended_already(string wave, bool changes)
    {
        using var processes = MediaUnderTest.Processes();
        var sided = samples.Make($"sided-{changes}.wav", $"-f lavfi -i aevalsrc={wave}:d=4:s=48000");
        var context = new EditContext(Mixed.Of(await Assets.ProbeAsync(sided)), [], new EditTools { Sound = new SoundAnalyzer(processes) });

        var after = await new SetMix { Channels = Channels.Mono }.ApplyAsync(context, TestContext.Current.CancellationToken);

        Assert.Equal(changes ? Channels.Mono : Channels.Own, after.Mix.Channels);
        Assert.Equal(changes ? [] : ["channels.mended"], context.Notes.Select(n => n.Key));
    }
}
