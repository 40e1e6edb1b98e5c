using NemoBot.LocalNemo.Drafts;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Reports;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

public sealed class SlideTimeTests
{
    [Fact]
    public async Task The_others_share_what_one_picture_leaves()
    {
        var project = await ChangeAsync(Slideshow(seconds: 30), new SetSlideTime(2) { Length = S(6) });
        Assert.Equal([(0, 12), (12, 18), (18, 30)], Times(project));
        Assert.Contains("b.png is shown from 12 s to 18 s.", ProjectReport.Describe(Slideshow(seconds: 30), project, Phrases.InEnglish));
    }

    [Fact]
    public async Task Pictures_before_a_named_moment_share_the_time_until_it()
    {
        var project = await ChangeAsync(Slideshow(seconds: 30), new SetSlideTime(3) { From = S(10), To = S(25) });
        Assert.Equal([(0, 5), (5, 10), (10, 25), (25, 30)], Times(project));
    }

    [Fact]
    public async Task Moments_of_one_message_follow_each_other()
    {
        var project = await ChangeAsync(Slideshow(seconds: 60), new SetSlideTime(1) { To = S(20) }, new SetSlideTime(2) { To = S(40) });
        Assert.Equal([(0, 20), (20, 40), (40, 60)], Times(project));
    }

    [Fact]
    public async Task Fixed_times_become_shares_once_a_picture_would_be_pushed_out()
    {
        var each = await ChangeAsync(Slideshow(seconds: 12), new SetSlides(SlidePace.Every) { Length = S(4) });
        Assert.Equal([(0, 6), (6, 9), (9, 12)], Times(await ChangeAsync(each, new SetSlideTime(1) { Factor = 1.5 })));
    }

    [Fact]
    public async Task Without_sound_the_video_becomes_longer()
    {
        var silent = Slideshow(seconds: 0);
        Assert.Equal([(0, 4), (4, 8), (8, 18)], Times(await ChangeAsync(silent, new SetSlideTime(-1) { Length = S(10) })));
    }

    [Fact]
    public async Task A_time_of_all_ends_those_of_single_ones_and_is_told()
    {
        var one = await ChangeAsync(Slideshow(seconds: 30), new SetSlideTime(1) { Length = S(20) });
        var even = await ChangeAsync(one, new SetSlides(SlidePace.Even));
        Assert.Equal([(0, 10), (10, 20), (20, 30)], Times(even));
        Assert.Contains("The pictures are spread evenly over the video.", ProjectReport.Describe(one, even, Phrases.InEnglish));
    }

    [Theory]
    [InlineData(1, 5, null, "slides.first")]
    [InlineData(1, null, 29.8, "slides.noroom")]
    [InlineData(4, null, 5.0, "items.count")]
    public async Task What_cannot_be_changes_nothing_and_is_told(int number, int? from, double? length, string note)
    {
        var before = await ChangeAsync(Slideshow(seconds: 30));
        var context = new EditContext(before, [], new EditTools());
        var edit = new SetSlideTime(number) { From = from is { } f ? S(f) : null, Length = length is { } l ? S(l) : null };
        Assert.Equal(Times(before), Times(await edit.ApplyAsync(context, TestContext.Current.CancellationToken)));
        Assert.Equal(note, Assert.Single(context.Notes).Key);
    }

    [Fact]
    public async Task A_time_is_kept_with_the_project_and_goes_where_the_picture_goes()
    {
        var project = await ChangeAsync(Slideshow(seconds: 30), new SetSlideTime(1) { Length = S(5) });
        var assets = project.Slides.Select(s => s.Asset).Append(Facts.Talk(30)).ToList();
        var read = new DraftReader(id => assets.Find(a => a.Id == id)).Read(DraftWriter.Write(project, new DraftLabels(chinese: false))!);
        var moved = await ChangeAsync(read!, new MoveItem(ItemKind.Slide, 1, -1));
        Assert.Equal([(0, 12.5), (12.5, 25), (25, 30)], Times(moved));
    }

    private static Project Slideshow(double seconds) => new()
    {
        Clips = seconds > 0 ? [new Clip(Facts.Talk(seconds), TimeSpan.Zero, S(seconds))] : [],
        Slides = [.. ((string[])["a.png", "b.png", "c.png"]).Select(n => new Slide(Facts.File(n, Facts.Image()), TimeSpan.Zero, TimeSpan.Zero))],
        SlideTiming = SlideTiming.Even,
    };

    private static async Task<Project> ChangeAsync(Project project, params Edit[] edits)
    {
        var context = new EditContext(project, [], new EditTools());
        foreach (var edit in edits)
        {
            context.Project = await edit.ApplyAsync(context, TestContext.Current.CancellationToken);
        }

        Assert.Empty(context.Notes);
        return await SlidePlan.ApplyAsync(context, context.Project, TestContext.Current.CancellationToken);
    }

    private static IEnumerable<(double From, double To)> Times(Project project) => project.Slides.Select(s => (s.Start.TotalSeconds, (s.Start + s.Length).TotalSeconds));

    private static TimeSpan S(double seconds) => TimeSpan.FromSeconds(seconds);
}
