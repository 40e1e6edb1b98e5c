using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NemoBot.Browser.Support;
using NemoBot.Core.Platforms;
using Xunit;

namespace NemoBot.Browser;

/// <summary>What people who use the page every day rely on.</summary>
public sealed partial class EverydayTests(ChromiumFixture chromium, SampleMedia media)
{
    private const string AtEnd = "() => { const s = document.getElementById('scroller'); return s.scrollHeight - s.scrollTop - s.clientHeight < 4; }";

    [Fact]
    public async Task A_long_chat_opens_at_its_newest_message_and_stays_there_when_pictures_get_their_size()
    {
        await using var host = await PageHost.StartAsync();
        for (var i = 0; i < 40; i++)
        {
            await host.SayAsync(new OutboundMessage { Text = string.Join('\n', Enumerable.Repeat($"Message {i}", 1 + (i % 7))) });
        }

        await SendVideoAsync(host, "wide.mp4", 640, 360);
        await using var person = await chromium.NewPersonAsync();
        var page = await person.NewPageAsync();
        await page.GotoAsync(host.Address);
        await page.WaitForFunctionAsync("() => document.querySelector('.film video')?.readyState >= 1");
        await page.WaitForFunctionAsync(AtEnd);
        await host.SayAsync(new OutboundMessage { Text = "One more" });
        await Assertions.Expect(page.Locator("#log .message").Last).ToContainTextAsync("One more");
        await page.WaitForFunctionAsync(AtEnd);

        // A reader of something older is left alone.
        await page.Locator("#scroller").HoverAsync();
        await page.Mouse.WheelAsync(0, -1500);
        await page.WaitForFunctionAsync("() => { const s = document.getElementById('scroller'); return s.scrollHeight - s.scrollTop - s.clientHeight > 600; }");
        await host.SayAsync(new OutboundMessage { Text = "And another" });
        await Assertions.Expect(page.Locator("#to-end")).ToBeVisibleAsync();
        Assert.False(await page.EvaluateAsync<bool>(AtEnd));
    }

    [Theory]
    [InlineData("en-US", 390, 664)]
    [InlineData("zh-CN", 320, 480)]
    public async Task On_a_phone_the_start_page_is_seen_from_its_top(string language, int width, int height)
    {
        await using var host = await PageHost.StartAsync();
        await using var person = await chromium.NewPersonAsync(language, width, height);
        var page = await person.NewPageAsync();
        await page.GotoAsync(host.Address);
        await Assertions.Expect(page.Locator(".starter")).ToHaveCountAsync(4);
        await Shots.TakeAsync(page, $"start-{language}-{width}");
        await Assertions.Expect(page.Locator("#welcome h2")).ToBeInViewportAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>("() => document.getElementById('scroller').scrollTop"));
    }

    [Theory]
    [InlineData("desktop", 1200, 700)]
    [InlineData("phone", 390, 664)]
    public async Task A_vertical_video_is_seen_whole(string name, int width, int height)
    {
        await using var host = await PageHost.StartAsync();
        await SendVideoAsync(host, "tall.mp4", 360, 640);
        await using var person = await chromium.NewPersonAsync(width: width, height: height);
        var page = await person.NewPageAsync();
        await page.GotoAsync(host.Address);
        await page.WaitForFunctionAsync("() => document.querySelector('.film video')?.readyState >= 1");
        await page.WaitForFunctionAsync(AtEnd);
        await Shots.TakeAsync(page, "vertical-" + name);
        var box = (await page.Locator(".film video").BoundingBoxAsync())!;
        Assert.InRange(box.Width / box.Height, 0.55, 0.575);
        var top = (await page.Locator(".top").BoundingBoxAsync())!;
        var composer = (await page.Locator("#composer").BoundingBoxAsync())!;
        Assert.True(box.Y >= top.Height - 1 && box.Y + box.Height <= composer.Y + 1, $"{box.Y} to {box.Y + box.Height}");
        await Assertions.Expect(page.Locator(".get")).ToHaveAttributeAsync("download", "tall.mp4");
    }

    [Fact]
    public async Task A_picked_sound_shows_its_waveform_and_length_and_a_picked_video_a_frame()
    {
        await using var host = await PageHost.StartAsync();
        await using var person = await chromium.NewPersonAsync();
        var page = await person.NewPageAsync();
        await page.GotoAsync(host.Address);
        await page.Locator("#files").SetInputFilesAsync([await media.Mp3Async("long.mp3", 61), await media.Mp4Async("clip.mp4", 2)]);
        var rows = page.Locator("#picked li");
        await Assertions.Expect(rows.Nth(0)).ToContainTextAsync("1:01 ·");
        await Assertions.Expect(rows.Nth(1)).ToContainTextAsync("0:02 ·");
        await Assertions.Expect(rows.Nth(0).Locator("canvas")).ToBeVisibleAsync();
        Assert.True(await rows.Nth(0).Locator("canvas").EvaluateAsync<bool>(
            "c => new Set(c.getContext('2d').getImageData(0, 0, c.width, c.height).data).size > 1"));
        await page.WaitForFunctionAsync("() => document.querySelector('#picked video')?.readyState >= 1");
        await Shots.TakeAsync(page, "picked");
        await rows.Nth(0).GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await Assertions.Expect(rows.Nth(0)).ToContainTextAsync("clip.mp4");
    }

    [Fact]
    public async Task The_focus_stays_on_a_pressed_button()
    {
        await using var host = await PageHost.StartAsync();
        await host.SayAsync(new OutboundMessage { Text = "Next?", Buttons = [new Button("one", "One"), new Button("two", "Two")] });
        await using var person = await chromium.NewPersonAsync();
        var page = await person.NewPageAsync();
        await page.GotoAsync(host.Address);
        var button = page.GetByRole(AriaRole.Button, new() { Name = "Two" });
        await button.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("two", (await host.Engine.NextAsync()).ActionId);
        await Assertions.Expect(button).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_picture_of_a_timeline_is_light_or_dark_as_the_page_is(ColorScheme colors)
    {
        await using var host = await PageHost.StartAsync();
        var path = await media.PictureAsync("timeline.png");
        await host.SendAsync(new OutboundFile { Path = path, FileName = "timeline.png", MimeType = "image/png", Size = new FileInfo(path).Length });
        await using var person = await chromium.NewPersonAsync("en-US", 390, 844, colors);
        var page = await person.NewPageAsync();
        await page.GotoAsync(host.Address);
        await Assertions.Expect(page.Locator(".timeline img")).ToBeVisibleAsync();

        Task ExpectTurnedOverAsync(bool isLight) => Assertions.Expect(page.Locator(".timeline img")).ToHaveCSSAsync("filter", isLight ? TurnedOver() : AsDrawn());
        await ExpectTurnedOverAsync(colors == ColorScheme.Light);
        foreach (var theme in new[] { "light", "dark" })
        {
            await page.ClickAsync("#switch-theme");
            await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", theme);
            await ExpectTurnedOverAsync(theme == "light");
        }
    }

    private async Task SendVideoAsync(PageHost host, string name, int width, int height)
    {
        var path = await media.Mp4Async(name, 1, width, height);
        await host.SendAsync(new OutboundFile
        {
            Path = path,
            FileName = name,
            MimeType = "video/mp4",
            Size = new FileInfo(path).Length,
            Video = new VideoFacts(width, height, TimeSpan.FromSeconds(1), null),
            Caption = "Version 1 · 0:01",
            Buttons = [new Button("export", "Export", ButtonStyle.Primary)],
        });
    }

    [GeneratedRegex(@"^invert\(0\.9")]
    private static partial Regex TurnedOver();

    [GeneratedRegex("^none$")]
    private static partial Regex AsDrawn();
}
