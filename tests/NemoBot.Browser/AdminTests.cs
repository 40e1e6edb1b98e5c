using Microsoft.Playwright;
using NemoBot.Browser.Support;
using Xunit;

namespace NemoBot.Browser;

/// <summary>The admin page as an operator uses it: in light and dark, on a desk and on a phone.</summary>
public sealed class AdminTests(ChromiumFixture chromium, SampleMedia media)
{
    private const string Token = "the admin token of this run";

    [Fact]
    public async Task An_operator_signs_in_sees_the_work_cancels_a_video_and_makes_a_backup()
    {
        await using var host = await HostProcess.StartAsync(new()
        {
            ["NEMOBOT__Web__AdminToken"] = Token,
            ["NEMOBOT__LocalNemo__Simulation__RenderDelay"] = "00:10:00",
            ["NEMOBOT__Nemo__SkillsFolder"] = "/nowhere/skills",
            ["NEMOBOT__Access__OnlyKnown"] = "true",
            ["NEMOBOT__Access__AllowedChats__0"] = "web:*",
            ["NEMOBOT__Budget__Requests"] = "100",
        });
        await using var person = await chromium.NewPersonAsync();
        var chat = await person.NewPageAsync();
        await chat.GotoAsync(host.Address);
        await chat.Locator("#files").SetInputFilesAsync(await media.Mp3Async("morning show.mp3", 2));
        await chat.Locator("#say").FillAsync("make a waveform video in 360p");
        await chat.Keyboard.PressAsync("Enter");
        await Assertions.Expect(chat.Locator("#log")).ToContainTextAsync("Rendering");

        var page = await person.NewPageAsync();
        await page.GotoAsync(host.Address + "/admin");
        await page.Locator("#token").FillAsync("a guess");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).Not.ToBeEmptyAsync();
        await page.Locator("#token").FillAsync(Token);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#work")).ToContainTextAsync("version 1");
        await Assertions.Expect(page.Locator("#health .good")).Not.ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#errors")).ToContainTextAsync("The folder of skills /nowhere/skills does not exist");
        await Assertions.Expect(page.Locator("#budgets")).ToContainTextAsync("1 of 100");
        await Assertions.Expect(page.Locator("#thinning")).ToContainTextAsync("The newest 50 versions");
        await CheckLooksAsync(page, host, person);

        await page.GetByRole(AriaRole.Button, new() { Name = "New pairing code" }).ClickAsync();
        await Assertions.Expect(page.Locator("#notice")).ToContainTextAsync("/pair ");
        await Assertions.Expect(page.Locator("#pairing")).ToContainTextAsync("Valid codes: 1.");

        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Cancel: Video") }).ClickAsync();
        await Assertions.Expect(page.Locator("#work")).ToContainTextAsync("Nothing");
        await page.GetByRole(AriaRole.Button, new() { Name = "Back up now" }).ClickAsync();
        await Assertions.Expect(page.Locator("#notice")).ToContainTextAsync("The backup is in");
        await Assertions.Expect(chat.Locator("#log")).ToContainTextAsync("Rendering stopped");
    }

    private async Task CheckLooksAsync(IPage desk, HostProcess host, IBrowserContext person)
    {
        await Shots.TakeAsync(desk, "admin-desk");
        await CheckWidthAsync(desk);
        foreach (var (name, language, width, height, colors) in new[]
        {
            ("admin-dark", "en-US", 1200, 860, ColorScheme.Dark),
            ("admin-phone", "en-US", 320, 640, ColorScheme.Light),
            ("admin-chinese-phone", "zh-CN", 320, 640, ColorScheme.Dark),
        })
        {
            await using var other = await chromium.NewPersonAsync(language, width, height, colors);
            await other.AddCookiesAsync((await person.CookiesAsync()).Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = host.Address }));
            var page = await other.NewPageAsync();
            await page.GotoAsync(host.Address + "/admin");
            await Assertions.Expect(page.Locator("#work .what")).ToHaveCountAsync(1);
            await Assertions.Expect(page.Locator("#health")).ToContainTextAsync(language == "zh-CN" ? "网页聊天" : "web chat");
            await CheckWidthAsync(page);
            await Shots.TakeAsync(page, name);
        }
    }

    private static async Task CheckWidthAsync(IPage page) =>
        Assert.Equal("", await page.EvaluateAsync<string>(
            """
            () => [...document.querySelectorAll('body, #board, #board *')]
              .filter((e) => e.getBoundingClientRect().width > 1 && e.getBoundingClientRect().right > innerWidth + 1)
              .map((e) => `${e.tagName}.${e.className}#${e.id}`).join(' ')
            """));
}
