using NemoBot.Core.Text;
using NemoBot.Core.Timeline;
using NemoBot.LocalNemo.Drafts;
using NemoBot.LocalNemo.Language.Dialog;
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

    private static TimelineView View(Understood outcome) =>
        CoreReader.Read(DraftWriter.Write(outcome.Project, new DraftLabels(chinese: false))!, null, null);
}
