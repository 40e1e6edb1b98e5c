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
    public async Task Where_all_was_fast_and_a_part_still_is_that_part_is_told()
    {
        var all = await new SetSpeed(2).ApplyAsync(new EditContext(Talk(), [], null!), TestContext.Current.CancellationToken);
        var told = ProjectReport.Describe(all, await ChangeAsync(Talk(), 4, 8, 2), Phrases.In(chinese: false));
        Assert.Contains("From 4 s to 6 s it plays at 2 times the speed; the video is 18 s long.", told);
        Assert.DoesNotContain(told, line => line.Contains("1 times", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_part_at_the_end_has_no_piece_after_it_and_one_beyond_the_end_changes_nothing()
    {
        var fast = await ChangeAsync(Talk(), -6, null, 2);
        Assert.Equal((2, 17), (fast.Clips.Count, fast.Duration.TotalSeconds));
        Assert.Equal(Talk().Duration, (await ChangeAsync(Talk(), 40, 50, 2)).Duration);
    }

    [Fact]
    public async Task A_part_that_is_slowed_down_again_and_again_stays_within_the_limits_that_are_said()
    {
        var project = Talk();
        foreach (var length in (int[])[40, 80, 80])
        {
            project = await ChangeAsync(project, 0, null, 0.5);
            Assert.Equal(length, project.Duration.TotalSeconds);
        }
    }

    [Theory]
    [InlineData(true, new[] { 2.0, 1, 2 }, 12, 3, 7)]
    [InlineData(false, new[] { 2.0, 2, 2 }, 10, 2.5, 5)]
    public async Task Titles_stay_with_their_moments_when_a_video_with_a_slow_part_changes_its_speed(bool isRelative, double[] speeds, double length, double start, double end)
    {
        var title = new Title("Goal", S(5), S(10), "#ffffff", 0.1, VerticalPlace.Middle, TimeSpan.Zero, TimeSpan.Zero);
        var slow = await ChangeAsync(Talk() with { Titles = [title] }, 4, 8, 0.5);
        var fast = await new SetSpeed(2) { Relative = isRelative }.ApplyAsync(new EditContext(slow, [], null!), TestContext.Current.CancellationToken);
        Assert.Equal(speeds, fast.Clips.Select(c => c.Speed));
        Assert.Equal((length, start, end), (fast.Duration.TotalSeconds, fast.Titles[0].Start.TotalSeconds, fast.Titles[0].End!.Value.TotalSeconds));
    }

    [Fact]
    public async Task A_slow_part_of_many_clips_is_reported_as_one_and_again_when_all_becomes_faster()
    {
        var project = new Project { Clips = [.. Enumerable.Range(0, 3).Select(i => new Clip(Facts.Talk(30), S(i * 10), S(10)))] };
        var slow = await ChangeAsync(project, 5, 25, 0.5);
        var phrases = Phrases.In(chinese: false);
        Assert.Equal(["From 5 s to 45 s it plays at 0.5 times the speed; the video is 50 s long."], ProjectReport.Describe(project, slow, phrases));
        var fast = await new SetSpeed(2) { Relative = true }.ApplyAsync(new EditContext(slow, [], null!), TestContext.Current.CancellationToken);
        Assert.Equal([phrases.Say("speed.now", "2", S(25)), "From 2.5 s to 22.5 s it plays at 1 times the speed; the video is 25 s long."], ProjectReport.Describe(slow, fast, phrases));
    }

    [Fact]
    public async Task Only_the_part_that_changed_is_told_and_one_taken_back_is_named()
    {
        var first = await ChangeAsync(Talk(), 4, 8, 2);
        var both = await ChangeAsync(first, -3, null, 0.5);
        var phrases = Phrases.In(chinese: false);
        Assert.Equal(["From 15 s to 21 s it plays at 0.5 times the speed; the video is 21 s long."], ProjectReport.Describe(first, both, phrases));
        Assert.Equal(["The part from 15 s to 21 s no longer plays at 0.5 times the speed; the video is 18 s long."], ProjectReport.Describe(both, first, phrases));
    }

    [Fact]
    public async Task Clips_that_blend_do_so_for_longer_in_slow_motion()
    {
        var project = new Project { Clips = [new Clip(Facts.Talk(20), TimeSpan.Zero, S(10)), new Clip(Facts.Talk(20), S(10), S(10)) { Crossfade = S(2) }] };
        Assert.Equal(36, (await ChangeAsync(project, 0, null, 0.5)).Duration.TotalSeconds);
    }

    private static TimeSpan S(double seconds) => TimeSpan.FromSeconds(seconds);

    private static Project Talk() => new() { Clips = [new Clip(Facts.Talk(20), TimeSpan.Zero, S(20))] };

    private static Task<Project> ChangeAsync(Project project, double from, double? to, double factor) =>
        new SetPartSpeed(new Span(S(from), to is { } end ? S(end) : null), factor)
            .ApplyAsync(new EditContext(project, [], null!), TestContext.Current.CancellationToken);
}
