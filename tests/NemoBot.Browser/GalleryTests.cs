using Microsoft.Playwright;
using NemoBot.Browser.Support;
using NemoBot.Core.Platforms;
using Xunit;

namespace NemoBot.Browser;

/// <summary>Several videos in one chat: gallery, comparison, links to one of them, and the order of files to send.</summary>
public sealed class GalleryTests(ChromiumFixture chromium, SampleMedia media)
{
    [Theory]
    [InlineData("desktop", 1100, 760)]
    [InlineData("phone", 360, 640)]
    public async Task The_gallery_shows_all_videos_and_two_of_them_side_by_side(string name, int width, int height)
    {
        await using var host = await PageHost.StartAsync();
        await SendVideoAsync(host, "Version 1");
        await SendVideoAsync(host, "Version 2");
        await SendVideoAsync(host, "Version 3");
        await using var person = await chromium.NewPersonAsync(width: width, height: height);
        var page = await person.NewPageAsync();
        await page.GotoAsync(host.Address);
        await page.Locator("#open-gallery").ClickAsync();
        var figures = page.Locator("#gallery figure");
        await Assertions.Expect(figures).ToHaveCountAsync(3);
        await Assertions.Expect(figures.Nth(0)).ToContainTextAsync("Version 3");
        await Assertions.Expect(page.Locator("#compare")).ToBeDisabledAsync();
        await figures.Nth(0).GetByRole(AriaRole.Checkbox).CheckAsync();
        await figures.Nth(2).GetByRole(AriaRole.Checkbox).CheckAsync();
        await Shots.TakeAsync(page, "gallery-" + name);
        await page.Locator("#compare").ClickAsync();
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('#gallery video')].every((v) => v.readyState >= 2)");
        await Shots.TakeAsync(page, "compare-" + name);
        Assert.Equal(["Version 1", "Version 3"], await figures.Locator("span").AllTextContentsAsync());

        // The newer one leads: the other follows to the same place.
        await page.EvaluateAsync("() => { document.querySelectorAll('#gallery video')[1].currentTime = 0.5; }");
        await page.WaitForFunctionAsync("() => document.querySelectorAll('#gallery video')[0].currentTime === 0.5");
        await page.Locator("#gallery-back").ClickAsync();
        await Assertions.Expect(figures).ToHaveCountAsync(3);
        await figures.Nth(2).Locator(".still").ClickAsync();
        await Assertions.Expect(page.Locator("#gallery")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#log .message.video").First).ToBeInViewportAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
    }

    [Fact]
    public async Task A_link_to_a_video_opens_the_chat_at_it()
    {
        await using var host = await PageHost.StartAsync(("HistoryLength", "20"));
        await SendVideoAsync(host, "The first one");
        for (var i = 0; i < 40; i++)
        {
            await host.SayAsync(new OutboundMessage { Text = string.Join('\n', Enumerable.Repeat($"Message {i}", 4)) });
        }

        await using var person = await chromium.NewPersonAsync();
        await person.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var page = await person.NewPageAsync();
        await page.GotoAsync(host.Address);
        await Assertions.Expect(page.Locator("#open-gallery")).ToBeHiddenAsync();
        await page.Locator("#earlier").ClickAsync();
        await Assertions.Expect(page.Locator("#log .message")).ToHaveCountAsync(40);
        await page.Locator("#earlier").ClickAsync();
        await Assertions.Expect(page.Locator("#open-gallery")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy link" }).First.ClickAsync();
        var link = await page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.Matches($"^{host.Address}/c/main#m[0-9]+$", link);

        var other = await person.NewPageAsync();
        await other.GotoAsync(link);
        await Assertions.Expect(other.Locator("#log .message.video")).ToBeInViewportAsync();
        await host.SayAsync(new OutboundMessage { Text = "News" });
        await Assertions.Expect(other.Locator("#log .message").Last).ToContainTextAsync("News");
        await Assertions.Expect(other.Locator("#log .message.video")).ToBeInViewportAsync();

        await other.GotoAsync($"{host.Address}/c/main#m999999");
        await Assertions.Expect(other.Locator(".toasts")).ToContainTextAsync("no longer kept");
    }

    [Fact]
    public async Task Files_are_sent_in_the_order_that_dragging_and_arrow_keys_gave_them()
    {
        await using var host = await PageHost.StartAsync();
        await using var person = await chromium.NewPersonAsync();
        var page = await person.NewPageAsync();
        await page.GotoAsync(host.Address);
        await page.Locator("#files").SetInputFilesAsync(
            [await media.Mp4Async("one.mp4", 1), await media.Mp4Async("two.mp4", 1), await media.Mp4Async("three.mp4", 1)]);
        var rows = page.Locator("#picked li");
        var names = rows.Locator("b");
        var (from, to) = ((await rows.Nth(2).BoundingBoxAsync())!, (await rows.Nth(0).BoundingBoxAsync())!);
        await page.Mouse.MoveAsync(from.X + (from.Width / 2), from.Y + 8);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to.X + (to.Width / 2), to.Y + 8, new() { Steps = 8 });
        await page.Mouse.UpAsync();
        Assert.Equal("three.mp4", (await names.AllTextContentsAsync())[0]);
        await rows.Nth(0).FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(rows.Nth(2)).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#announcer")).ToHaveTextAsync("Now 3 of 3");
        await Assertions.Expect(rows.Nth(2)).ToContainTextAsync("three.mp4");
        await Shots.TakeAsync(page, "order");
        await page.Locator("#send").ClickAsync();
        var sent = await host.Engine.NextAsync();
        Assert.Equal(["one.mp4", "two.mp4", "three.mp4"], sent.Attachments.Select(a => a.Name));
    }

    private async Task SendVideoAsync(PageHost host, string caption)
    {
        var path = await media.Mp4Async("video.mp4", 1, 320, 180);
        await host.SendAsync(new OutboundFile
        {
            Path = path,
            FileName = "video.mp4",
            MimeType = "video/mp4",
            Size = new FileInfo(path).Length,
            Video = new VideoFacts(320, 180, TimeSpan.FromSeconds(1), null),
            Caption = caption,
        });
    }
}
