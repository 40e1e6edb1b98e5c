using Microsoft.Playwright;

namespace NemoBot.Browser.Support;

/// <summary>Pictures of the page, for people to look at: written when <c>NEMOBOT_SHOTS</c> names a folder.</summary>
internal static class Shots
{
    public static async Task TakeAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("NEMOBOT_SHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png") });
        }
    }
}
