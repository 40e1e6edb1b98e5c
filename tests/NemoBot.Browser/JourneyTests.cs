using Microsoft.Playwright;
using NemoBot.Browser.Support;
using Xunit;

namespace NemoBot.Browser;

/// <summary>A newcomer's way through the whole product: a sound, words, a film, a change, the export.</summary>
public sealed class JourneyTests(ChromiumFixture chromium, SampleMedia media)
{
    private static readonly LocatorAssertionsToHaveCountOptions Patiently = new() { Timeout = 180_000 };

    [Fact]
    public async Task A_sound_becomes_a_film_is_changed_and_exported()
    {
        await using var host = await HostProcess.StartAsync();
        await using var person = await chromium.NewPersonAsync();
        var page = await person.NewPageAsync();
        await page.GotoAsync(host.Address);
        await page.Locator("#files").SetInputFilesAsync(await media.Mp3Async("morning.mp3", 4));
        await SayAsync(page, "convert my audio file into a video with a waveform visualizer and background image, title 'Morning Show', in 360p");
        await Assertions.Expect(page.Locator("#log .status .danger")).ToHaveCountAsync(1, Patiently);
        await Shots.TakeAsync(page, "journey-1-working");
        await Assertions.Expect(page.Locator("#log .film video")).ToHaveCountAsync(1, Patiently);
        await page.WaitForFunctionAsync("() => document.querySelector('.film video').readyState >= 1");
        Assert.InRange(await page.EvaluateAsync<double>("() => document.querySelector('.film video').duration"), 3.8, 4.3);
        await Shots.TakeAsync(page, "journey-2-finished");
        await SayAsync(page, "make the title yellow and let it fade in over 2 seconds");
        await Assertions.Expect(page.Locator("#log .film video")).ToHaveCountAsync(2, Patiently);
        await SayAsync(page, "导出");
        await Assertions.Expect(page.Locator("#log .film video")).ToHaveCountAsync(3, Patiently);
        await Shots.TakeAsync(page, "journey-3-exported");
    }

    private static async Task SayAsync(IPage page, string text)
    {
        await page.Locator("#say").FillAsync(text);
        await page.Locator("#say").PressAsync("Enter");
    }
}
