using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(NemoBot.Browser.Support.ChromiumFixture))]

namespace NemoBot.Browser.Support;

/// <summary>The system's Chromium, started once. <c>CHROMIUM</c> names another one.</summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();

        // A guard against a page that never gets there, not a measure of speed: the machine may be busy.
        Assertions.SetDefaultExpectTimeout(90_000);
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-dev-shm-usage", "--autoplay-policy=no-user-gesture-required", "--mute-audio"],
        });
    }

    /// <summary>A browser of its own person: own storage, own language.</summary>
    internal async Task<IBrowserContext> NewPersonAsync(string language = "en-US", int width = 1200, int height = 860, ColorScheme colors = ColorScheme.Light)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = language,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = colors,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(90_000);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
    }
}
