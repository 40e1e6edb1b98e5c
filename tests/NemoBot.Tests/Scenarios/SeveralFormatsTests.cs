using NemoBot.Core.Media;
using NemoBot.Core.Platforms;
using NemoBot.Core.Rendering;
using NemoBot.Core.Text;
using NemoBot.Core.Timeline;
using NemoBot.Tests.Scenarios.Support;
using Xunit;

namespace NemoBot.Tests.Scenarios;

/// <summary>Several formats of one request: one answer, one render and one file each.</summary>
public sealed class SeveralFormatsTests
{
    [Fact]
    public async Task Each_format_is_posted_once_and_one_message_says_which_is_being_made()
    {
        await using var chat = await StartAsync();
        await chat.See("Rendering 9:16 (1 of 2)");
        await chat.See("Rendering 1:1 (2 of 2)");
        var status = await chat.See("✅ 2 files ready!");
        Assert.Contains("Both, here you are.", status.Text, StringComparison.Ordinal);
        Assert.Single(chat.Platform.Messages);
        Assert.Equal([null, "1:1"], chat.Backend.Formats);
        Assert.Equal(2, chat.Backend.RenderIds.Distinct().Count());
        Assert.Equal(["talk-v1-9x16.mp4", "talk-v1-1x1.mp4"], Files(chat).Select(f => f.FileName));
        Assert.StartsWith("🎬 Version 1 · 9:16\nTimeline", Files(chat)[0].Caption, StringComparison.Ordinal);
        Assert.Equal("🎬 Version 1 · 1:1", Files(chat)[1].Caption);
        Assert.Empty(Files(chat)[0].Buttons);
        Assert.NotEmpty(Files(chat)[1].Buttons);
    }

    [Fact]
    public async Task After_a_restart_the_rest_is_made_and_nothing_twice()
    {
        await using var chat = await StartAsync();
        await chat.See("Rendering 9:16 (1 of 2)");
        await chat.RestartAsync();
        await chat.SeeFile();
        await chat.WaitAsync(() => chat.Backend.Rendered.Count == 2, "the second render");
        await chat.RestartAsync();
        await chat.See("✅ 2 files ready!");
        await chat.RestartAsync();
        await chat.Rest();
        Assert.Equal([null, "1:1"], chat.Backend.Formats);
        Assert.Equal(["talk-v1-9x16.mp4", "talk-v1-1x1.mp4"], Files(chat).Select(f => f.FileName));
        Assert.Equal(2, Files(chat).Select(f => f.DeduplicationKey).Distinct().Count());
        Assert.Single(chat.Platform.Messages);
    }

    [Fact]
    public async Task Cancel_stops_the_rest()
    {
        await using var chat = await StartAsync();
        await chat.See("Rendering 1:1 (2 of 2)");
        await chat.WaitAsync(() => chat.Backend.Rendered.Count == 2, "the second render");
        await chat.Press("Cancel");
        await chat.See("Rendering stopped");
        await chat.Rest();
        Assert.Equal("talk-v1-9x16.mp4", Assert.Single(Files(chat)).FileName);
        Assert.Equal([chat.Backend.RenderIds[1]], chat.Backend.Cancelled);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("render it again please")]
    [InlineData("again")]
    [InlineData("再试一次")]
    public async Task After_a_failure_only_what_is_missing_is_made_again(string? words)
    {
        await using var chat = await StartAsync();
        await chat.See("Rendering 1:1 (2 of 2)");
        chat.Backend.RenderFails = true;
        await chat.See("Rendering failed");
        chat.Backend.RenderFails = false;
        await (words is null ? chat.Press("Run it again") : chat.User(words));
        await chat.SeeFile(2);
        await chat.Rest();
        Assert.Equal([null, "1:1", "1:1"], chat.Backend.Formats);
        Assert.Equal(["talk-v1-9x16.mp4", "talk-v1-1x1.mp4"], Files(chat).Select(f => f.FileName));
    }

    [Fact]
    public async Task A_preview_is_one_file_and_the_budget_counts_every_file()
    {
        await using var chat = await StartAsync("4");
        await chat.SeeFile(2);
        await chat.User("show me a quick preview");
        await chat.SeeFile(3);
        await chat.Rest();
        Assert.Equal([null, "1:1", null], chat.Backend.Formats);
        await chat.User("export");
        await chat.See("of the 4 minutes of video");
        Assert.Equal(3, chat.Platform.Files.Count);
    }

    [Fact]
    public async Task A_part_beside_a_posted_video_is_posted_alone()
    {
        await using var chat = await StartAsync();
        await chat.SeeFile(2);
        chat.Backend.Turn().Says("A teaser too.").Draft(Drafts.TwoFormats.Replace("\"1:1\"", "\"1:1\",\"0:10-0:25\"", StringComparison.Ordinal));
        await chat.User("also a 15 second teaser");
        await chat.SeeFile(3);
        await chat.See("✅ Video ready!");
        chat.Backend.Turn().Says("And later.").Draft(Drafts.TwoFormats.Replace("\"1:1\"", "\"0:30-0:45\"", StringComparison.Ordinal));
        await chat.User("also 0:30-0:45");
        await chat.SeeFile(4);
        chat.Backend.Turn().Says("Titled.").Draft(Drafts.TwoFormats.Replace("90000", "80000", StringComparison.Ordinal));
        await chat.User("ten seconds shorter");
        await chat.SeeFile(6);
        await chat.Rest();
        Assert.Equal([null, "1:1", "0:10-0:25", "0:30-0:45", null, "1:1"], chat.Backend.Formats);
    }

    [Fact]
    public async Task A_service_that_makes_one_format_gets_one_render()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Says("Done.").Draft(Drafts.TwoFormats);
        await chat.User("make a waveform video please");
        await chat.See("✅ Video ready!");
        Assert.Single(chat.Backend.Rendered);
    }

    [Theory]
    [InlineData(false, "16:9", "9:16")]
    [InlineData(true, "MP4", "0:00-0:15")]
    [InlineData(true)]
    public void A_shape_that_was_made_as_well_is_not_offered(bool isOffered, params string[] formats)
    {
        var timeline = new TimelineView([], 1920, 1080) { Formats = formats };
        var labels = NextSteps.After(timeline, new SniffedType(MediaKind.Video, "mp4", "video/mp4"), hasOffers: false, hasEarlier: false, Texts.For("en")).Select(b => b.Label);
        Assert.Equal(isOffered, labels.Contains("Make it vertical (9:16)"));
    }

    [Theory]
    [InlineData(true, "gif")]
    [InlineData(true, "mp3", "MP3", "GIF")]
    [InlineData(false, "mp4", "MP4", "GIF 0:20-0:25")]
    [InlineData(false, "mp4", "16:9", "1:1", "GIF")]
    [InlineData(false, "mp3", "MP3", "MP4", "GIF")]
    public void A_video_that_was_made_as_well_is_not_offered_below_the_other_file(bool isOffered, string own, params string[] formats)
    {
        var timeline = new TimelineView([], 1920, 1080) { FileType = own, Formats = formats };
        var labels = NextSteps.After(timeline, new SniffedType(MediaKind.Image, "gif", "image/gif"), hasOffers: false, hasEarlier: false, Texts.For("en")).Select(b => b.Label);
        Assert.Equal(isOffered, labels.Contains("As a video (MP4)"));
    }

    private static async Task<Chat> StartAsync(string minutes = "0")
    {
        var chat = await Chat.StartAsync(s => s["NemoBot:Budget:MinutesPerPerson"] = minutes);
        chat.Backend.Traits = chat.Backend.Traits with { CanMakeFormats = true, CanPreview = true };
        chat.Backend.RenderTime = TimeSpan.FromMinutes(1);
        chat.Backend.Turn().Says("Both, here you are.").Draft(Drafts.TwoFormats);
        await chat.User("make a waveform video please, 9:16 and 1:1");
        return chat;
    }

    private static List<OutboundFile> Files(Chat chat) => [.. chat.Platform.Files.Select(f => f.File)];
}
