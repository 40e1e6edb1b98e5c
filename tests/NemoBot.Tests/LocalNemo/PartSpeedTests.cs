using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Reports;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

public sealed class PartSpeedTests
{
    [Fact]
    public async Task What_is_shown_with_a_moment_stays_with_it_when_a_part_is_slowed_down()
    {
        var project = Talk() with
        {
            Titles = [new Title("Goal", S(5), S(10), "#ffffff", 0.1, VerticalPlace.Middle, TimeSpan.Zero, TimeSpan.Zero)],
            Captions = new Captions([new CaptionLine(S(1), S(2), "a"), new CaptionLine(S(5), S(12), "b")]),
        };

        var slow = await ChangeAsync(project, 4, 8, 0.5);
        Assert.Equal([1, 0.5, 1], slow.Clips.Select(c => c.Speed));
        Assert.Equal((24, 6, 14), (slow.Duration.TotalSeconds, slow.Titles[0].Start.TotalSeconds, slow.Titles[0].End!.Value.TotalSeconds));
        Assert.Equal([(1, 2), (6, 16)], slow.Captions!.Lines.Select(l => (l.Start.TotalSeconds, l.End.TotalSeconds)));
        Assert.Contains("From 4 s to 12 s it plays at 0.5 times the speed; the video is 24 s long.", ProjectReport.Describe(project, slow, Phrases.In(chinese: false)));

        // Each piece keeps its sound.
        Assert.Equal([(0, 4), (4, 4), (8, 12)], slow.Clips.Select(c => (c.From.TotalSeconds, c.Length.TotalSeconds)));
    }

    [Fact]
    public async Task A_part_at_the_end_has_no_piece_after_it_and_one_beyond_the_end_changes_nothing()
    {
        var fast = await ChangeAsync(Talk(), -6, null, 2);
        Assert.Equal((2, 17), (fast.Clips.Count, fast.Duration.TotalSeconds));
        Assert.Equal(Talk().Duration, (await ChangeAsync(Talk(), 40, 50, 2)).Duration);
    }

    private static TimeSpan S(double seconds) => TimeSpan.FromSeconds(seconds);

    private static Project Talk() => new() { Clips = [new Clip(Facts.Talk(20), TimeSpan.Zero, S(20))] };

    private static Task<Project> ChangeAsync(Project project, double from, double? to, double factor) =>
        new SetPartSpeed(new Span(S(from), to is { } end ? S(end) : null), factor)
            .ApplyAsync(new EditContext(project, [], null!), TestContext.Current.CancellationToken);
}
