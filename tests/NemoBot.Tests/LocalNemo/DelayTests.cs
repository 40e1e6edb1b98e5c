using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Projects;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

public sealed class DelayTests
{
    [Fact]
    public async Task A_recording_begins_after_a_silence_with_its_captions_and_comes_back_in_time()
    {
        var line = new CaptionLine(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), "Hello");
        var project = new Project { Clips = [new Clip(Facts.Talk(8), TimeSpan.Zero, TimeSpan.FromSeconds(8))], Captions = new Captions([line]) };

        var late = await MoveAsync(project, 0.3);
        Assert.Equal((8.3, 0.3, 8), (late.Duration.TotalSeconds, late.VoiceDelay.TotalSeconds, late.Voice!.Duration.TotalSeconds));
        Assert.Equal(1.3, late.Captions!.Lines[0].Start.TotalSeconds);

        var back = await MoveAsync(late, -0.3);
        Assert.Equal((8, null, 1), (back.Duration.TotalSeconds, back.Voice, back.Captions!.Lines[0].Start.TotalSeconds));

        // There is nothing before its start.
        Assert.Equal(project, await MoveAsync(project, -0.3));
    }

    private static Task<Project> MoveAsync(Project project, double seconds) => new DelaySound(TimeSpan.FromSeconds(seconds))
        .ApplyAsync(new EditContext(project, [], null!), TestContext.Current.CancellationToken);
}
