using Microsoft.Playwright;
using NemoBot.Browser.Support;
using NemoBot.Core.Platforms;
using Xunit;

namespace NemoBot.Browser;

/// <summary>How a conversation looks from its start to the finished video, in each of the page's forms.</summary>
public sealed class LooksTests(ChromiumFixture chromium, SampleMedia media)
{
    private static readonly Button[] NextSteps =
    [
        new("export", "Export", ButtonStyle.Primary), new("t", "Change the title"), new("m", "Add background music"), new("v", "9:16 for phones"),
    ];

    [Theory]
    [InlineData("desktop", "en-US", 1200, 860, ColorScheme.Light)]
    [InlineData("dark", "en-US", 1200, 860, ColorScheme.Dark)]
    [InlineData("phone", "en-US", 390, 844, ColorScheme.Light)]
    [InlineData("chinese", "zh-CN", 1200, 860, ColorScheme.Light)]
    [InlineData("narrow", "zh-CN", 320, 640, ColorScheme.Dark)]
    public async Task Nothing_is_cut_off_and_every_part_is_there(string name, string language, int width, int height, ColorScheme colors)
    {
        await using var host = await PageHost.StartAsync();
        await using var person = await chromium.NewPersonAsync(language, width, height, colors);
        var page = await person.NewPageAsync();
        var errors = new List<string>();
        page.Console += (_, message) => Note(errors, message);
        await page.GotoAsync(host.Address);
        await Assertions.Expect(page.Locator(".starter")).ToHaveCountAsync(4);
        await CheckWidthAsync(page, name + "-1-start");

        await SayAsync(page);
        var status = await host.SayAsync(new OutboundMessage
        {
            Kind = OutboundKind.Status,
            Text = "Rendering the video: 42 %, about 20 s left",
            Progress = 0.42,
            Buttons = [new Button("cancel", "Cancel", ButtonStyle.Danger)],
        });
        await Assertions.Expect(page.GetByRole(AriaRole.Progressbar)).ToHaveAttributeAsync("aria-valuenow", "42");
        await CheckWidthAsync(page, name + "-2-rendering");

        await FinishAsync(host, status);
        await Assertions.Expect(page.Locator(".film video")).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('.film video').readyState >= 1");
        await Assertions.Expect(page.GetByRole(AriaRole.Progressbar)).ToHaveCountAsync(0);
        await CheckWidthAsync(page, name + "-3-finished");
        Assert.Empty(errors);
    }

    private async Task SayAsync(IPage page)
    {
        await page.Locator("#files").SetInputFilesAsync([await media.Mp3Async("morning show.mp3", 3), await media.PictureAsync("cover.png")]);
        await page.Locator("#say").FillAsync("convert my audio file into a video with a waveform visualizer and background image, title 'Morning Show'");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#log .message.user")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#outbox > *")).ToHaveCountAsync(0);
    }

    private async Task FinishAsync(PageHost host, MessageRef status)
    {
        await host.EditAsync(status, new OutboundMessage { Kind = OutboundKind.Status, Text = "Done in 48 s.", IsFinal = true });
        var video = await media.Mp4Async("morning-show.mp4", 2);
        await host.SendAsync(new OutboundFile
        {
            Path = video,
            FileName = "Morning Show v1.mp4",
            MimeType = "video/mp4",
            Size = new FileInfo(video).Length,
            Video = new VideoFacts(640, 360, TimeSpan.FromSeconds(2), await media.PictureAsync("poster.jpg")),
            Caption = "Version 1 · 0:02 · 16:9\n• Waveform bars over cover.png\n• Title “Morning Show” (0–3 s)\n• Sound: morning show.mp3",
            Buttons = NextSteps,
        });
    }

    /// <summary>A video whose sound device is missing here may warn; what a policy or a script refuses may not.</summary>
    private static void Note(List<string> errors, IConsoleMessage message)
    {
        if (message.Type == "error")
        {
            errors.Add(message.Text);
        }
    }

    private static async Task CheckWidthAsync(IPage page, string shot)
    {
        await Shots.TakeAsync(page, shot);
        var overflow = await page.EvaluateAsync<string>(
            """
            () => [...document.querySelectorAll('body *')]
              .filter((e) => e.getBoundingClientRect().width > 1 && !e.closest('.hidden, .skip, .chat-list, .link-state'))
              .filter((e) => e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1)
              .map((e) => `${e.tagName}.${e.className}`).join(' ')
            """);
        Assert.Equal("", overflow);
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
    }
}
