using NemoBot.Core.Text;
using NemoBot.Core.Timeline;
using NemoBot.LocalNemo.Drafts;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Projects;
using Xunit;
using CoreReader = NemoBot.Core.Timeline.DraftReader;

namespace NemoBot.Tests.LocalNemo;

/// <summary>Drafts as the bot reads them.</summary>
public sealed class SummaryTests
{
    [Fact]
    public async Task The_bot_tells_the_timeline_and_what_changed()
    {
        var talk = Facts.Talk(180);
        var first = await Understood.ByAsync(new Situation { Text = "waveform video, title 'Morning Show'", Files = [talk] });
        var second = await Understood.ByAsync(new Situation
        {
            Text = "make the title yellow and let it fade in over 2 seconds",
            Project = first.Project,
            Files = [talk],
            Seen = 1,
        });
        var (before, after) = (View(first), View(second));
        var summary = TimelineSummary.Describe(before, Texts.For("en"));
        Assert.True(summary.Contains("Timeline (3 tracks):"), summary);
        Assert.True(summary.Contains("Waveform bars over gradient"), summary);
        Assert.True(summary.Contains("talk"), summary);
        Assert.True(summary.Contains("Title: \"Morning Show\""), summary);
        Assert.Equal((1920, 1080), (before.Width, before.Height));

        var change = string.Join(' ', TimelineDifference.Describe(before, after, Texts.For("en")));
        Assert.True(change.Contains("yellow"), change);
        Assert.True(change.Contains("fade-in"), change);
        Assert.DoesNotContain("ast_", summary + change);
    }

    [Fact]
    public async Task A_sound_that_begins_later_is_listed_once()
    {
        var talk = Facts.Talk(180);
        var first = await Understood.ByAsync(new Situation { Text = "waveform video", Files = [talk] });
        var later = await Understood.ByAsync(new Situation { Text = "delay the sound by 2 seconds", Project = first.Project, Files = [talk], Seen = 1 });
        Assert.Equal(
            "Timeline (3 tracks):\n1. Video: Waveform bars over gradient (0:00-3:02)\n2. Audio: silence (0:00-3:02)\n3. Audio: talk.mp3 (0:02-3:02)",
            TimelineSummary.Describe(View(later), Texts.For("en")));
    }

    [Fact]
    public async Task A_few_captions_are_called_captions()
    {
        var said = await Understood.ByAsync(new Situation { Text = "waveform video", Files = [Facts.Talk(60)] });
        var captions = new Captions([new CaptionLine(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3), "Hello there"), new CaptionLine(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(6), "Good to see you")]);
        var view = CoreReader.Read(DraftWriter.Write(said.Project! with { Captions = captions }, new DraftLabels(chinese: false))!, null, null);
        Assert.EndsWith("3. Captions: \"Hello there\" (1-3s), \"Good to see you\" (3-6s)", TimelineSummary.Describe(view, Texts.For("en")), StringComparison.Ordinal);
    }

    private static TimelineView View(Understood outcome) =>
        CoreReader.Read(DraftWriter.Write(outcome.Project, new DraftLabels(chinese: false))!, null, null);
}
