using Microsoft.Playwright;
using NemoBot.Browser.Support;
using NemoBot.Core.Platforms;
using Xunit;

namespace NemoBot.Browser;

/// <summary>What people do with the page, in a real browser.</summary>
public sealed class ChatTests(ChromiumFixture chromium, SampleMedia media)
{
    private const string Attack = "<img src=x onerror=\"window.hacked=1\"><script>window.hacked=1</script> https://example.org/a?b=1.";

    [Fact]
    public async Task A_dropped_file_and_words_become_a_film_that_plays()
    {
        await using var host = await PageHost.StartAsync();
        await using var person = await chromium.NewPersonAsync();
        var page = await OpenAsync(person, host);
        await DropAsync(page, "talk.mp3", await File.ReadAllBytesAsync(await media.Mp3Async("talk.mp3", 2)));
        await Assertions.Expect(page.Locator("#picked li")).ToContainTextAsync("talk.mp3");
        await page.Locator("#say").FillAsync("waveform video please");
        await page.Locator("#send").ClickAsync();
        var said = await host.Engine.NextAsync();
        Assert.Equal(("waveform video please", "talk.mp3"), (said.Text, said.Attachments.Single().Name));

        var film = await media.Mp4Async("film.mp4", 2);
        await host.SendAsync(new OutboundFile
        {
            Path = film,
            FileName = "film.mp4",
            MimeType = "video/mp4",
            Size = new FileInfo(film).Length,
            Video = new VideoFacts(640, 360, TimeSpan.FromSeconds(2), null),
            Buttons = [new Button("export:1", "Export", ButtonStyle.Primary)],
        });
        await page.WaitForFunctionAsync("() => document.querySelector('.film video')?.readyState >= 1");
        Assert.InRange(await page.EvaluateAsync<double>("() => document.querySelector('.film video').duration"), 1.9, 2.2);
        Assert.True(await page.EvaluateAsync<bool>(
            """
            async () => {
              const film = document.querySelector('.film video');
              film.muted = true;
              await film.play();
              await new Promise((done) => film.requestVideoFrameCallback(done));
              const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 36 });
              const context = canvas.getContext('2d');
              context.drawImage(film, 0, 0, 64, 36);
              const pixels = context.getImageData(0, 0, 64, 36).data;
              return film.readyState >= 2 && pixels.some((value, i) => i % 4 !== 3 && value > 60);
            }
            """));
        await page.GetByRole(AriaRole.Button, new() { Name = "Export" }).ClickAsync();
        Assert.Equal("export:1", (await host.Engine.NextAsync()).ActionId);
    }

    [Fact]
    public async Task Two_people_see_each_other_and_a_restart_loses_nothing()
    {
        await using var host = await PageHost.StartAsync();
        await using var first = await chromium.NewPersonAsync();
        await using var second = await chromium.NewPersonAsync("zh-CN");
        var ana = await OpenAsync(first, host, "team");
        var ben = await OpenAsync(second, host, "team");
        await RenameAsync(ana, "Ana");
        await RenameAsync(ben, "贝恩");
        await SayAsync(ana, "make the title yellow");
        await Assertions.Expect(ben.Locator("#log .message.user")).ToContainTextAsync("Ana");
        await SayAsync(ben, "导出");
        await Assertions.Expect(ana.Locator("#log .message.user").Last).ToContainTextAsync("贝恩");
        Assert.Equal(["Ana", "贝恩"], [(await host.Engine.NextAsync()).Author.Name, (await host.Engine.NextAsync()).Author.Name]);

        var status = await host.SayAsync(new OutboundMessage { Kind = OutboundKind.Status, Text = "10 %", Progress = 0.1 }, "team");
        await Assertions.Expect(ana.Locator("#log .status")).ToContainTextAsync("10 %");
        await host.StopAsync();
        await Assertions.Expect(ana.Locator("#link-state[data-state=waiting]")).ToHaveCountAsync(1);
        await host.StartAgainAsync();
        await host.EditAsync(status, new OutboundMessage { Kind = OutboundKind.Status, Text = "Done.", IsFinal = true });
        await host.SayAsync(new OutboundMessage { Text = "Here it is." }, "team");
        foreach (var page in new[] { ana, ben })
        {
            await Assertions.Expect(page.Locator("#log .status")).ToContainTextAsync("Done.");
            await Assertions.Expect(page.Locator("#log > *").Last).ToContainTextAsync("Here it is.");
            await Assertions.Expect(page.Locator("#log > *")).ToHaveCountAsync(4);
        }
    }

    [Fact]
    public async Task What_was_not_sent_survives_a_reload_and_what_failed_is_tried_again()
    {
        await using var host = await PageHost.StartAsync();
        await using var person = await chromium.NewPersonAsync();
        var page = await OpenAsync(person, host);
        await page.Locator("#say").FillAsync("half a thought");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#say")).ToHaveValueAsync("half a thought");
        await page.RouteAsync("**/messages", route => route.Request.Method == "POST" ? route.AbortAsync() : route.ContinueAsync());
        await page.Locator("#files").SetInputFilesAsync(media.Write("notes.txt", [1, 2, 3]));
        await page.Locator("#send").ClickAsync();
        await Assertions.Expect(page.Locator("#outbox [role=alert]")).ToContainTextAsync("The connection broke");
        await page.UnrouteAllAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        var said = await host.Engine.NextAsync();
        Assert.Equal(("half a thought", 1), (said.Text, said.Attachments.Count));
        await Assertions.Expect(page.Locator("#outbox > *")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#log > *")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task An_upload_that_runs_shows_its_progress_and_comes_back_to_the_field_when_it_is_cancelled()
    {
        await using var host = await PageHost.StartAsync();
        await using var person = await chromium.NewPersonAsync();
        var page = await OpenAsync(person, host);
        await page.RouteAsync("**/messages", route => route.Request.Method == "POST" ? Task.CompletedTask : route.ContinueAsync());
        await page.Locator("#files").SetInputFilesAsync([media.Write("long.txt", [1, 2, 3]), media.Write("short.txt", [4])]);
        await SayAsync(page, "make something of it");
        await Assertions.Expect(page.Locator("#outbox [role=progressbar]")).ToHaveCountAsync(2);
        await Assertions.Expect(page.GetByRole(AriaRole.Progressbar, new() { Name = "long.txt" })).ToHaveAttributeAsync("aria-valuenow", "0");
        await Shots.TakeAsync(page, "upload-running");

        // One of two is taken out, and the other goes on; with the last one the words come back.
        await page.Locator("#outbox .cross").First.ClickAsync();
        await Assertions.Expect(page.Locator("#outbox [role=progressbar]")).ToHaveCountAsync(1);
        await page.Locator("#outbox .cross").ClickAsync();
        await Assertions.Expect(page.Locator("#outbox > *")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#say")).ToHaveValueAsync("make something of it");
        await page.UnrouteAllAsync();
        await page.Locator("#send").ClickAsync();
        Assert.Equal("make something of it", (await host.Engine.NextAsync()).Text);
    }

    [Fact]
    public async Task What_is_said_after_a_file_arrives_after_it_and_commands_wait_for_none()
    {
        await using var host = await PageHost.StartAsync();
        await using var person = await chromium.NewPersonAsync();
        var page = await OpenAsync(person, host);
        var gate = new TaskCompletionSource();
        var isFirst = true;
        await page.RouteAsync("**/messages", async route =>
        {
            if (isFirst && route.Request.Method == "POST")
            {
                isFirst = false;
                await gate.Task;
            }

            await route.ContinueAsync();
        });
        await page.Locator("#files").SetInputFilesAsync(media.Write("talk.txt", [1, 2, 3]));
        await SayAsync(page, "make something of it");
        await SayAsync(page, "and make it red");
        await SayAsync(page, "/status");
        Assert.Equal("/status", (await host.Engine.NextAsync()).Text);
        await Assertions.Expect(page.Locator("#outbox > *")).ToHaveCountAsync(2);
        gate.SetResult();
        Assert.Equal("make something of it", (await host.Engine.NextAsync()).Text);
        Assert.Equal("and make it red", (await host.Engine.NextAsync()).Text);
        await Assertions.Expect(page.Locator("#outbox > *")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Hostile_words_and_names_stay_words()
    {
        await using var host = await PageHost.StartAsync();
        await using var person = await chromium.NewPersonAsync();
        var page = await OpenAsync(person, host);
        await RenameAsync(page, "<b onclick=x>Eve</b>");
        await page.Locator("#files").SetInputFilesAsync(new FilePayload { Name = "\"><img src=x onerror=hacked=1>.txt", MimeType = "text/html", Buffer = [1] });
        await SayAsync(page, Attack);
        await host.SayAsync(new OutboundMessage { Text = Attack, Buttons = [new Button("b", "<u>B</u>")] });
        await Assertions.Expect(page.Locator("#log .text .words")).ToHaveTextAsync(Attack);
        await Assertions.Expect(page.Locator("#log .text .words a")).ToHaveAttributeAsync("href", "https://example.org/a?b=1");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "<u>B</u>" })).ToBeVisibleAsync();
        Assert.False(await page.EvaluateAsync<bool>("() => 'hacked' in window"));
        Assert.Equal(0, await page.Locator("#log img[src=x], #log script, #log u, #log b[onclick]").CountAsync());
    }

    [Fact]
    public async Task A_token_typed_as_a_message_goes_to_the_account_field()
    {
        await using var host = await PageHost.StartAsync();
        await using var person = await chromium.NewPersonAsync();
        var page = await OpenAsync(person, host);
        await SayAsync(page, "/connect nmv_usr_abc123");
        await Assertions.Expect(page.Locator("#connect")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#connect-answer")).ToHaveTextAsync("Your account is connected to this chat.");
        Assert.Equal("nmv_usr_abc123", Assert.Single(host.Engine.Tokens));
        Assert.False(await page.EvaluateAsync<bool>("() => JSON.stringify({ ...localStorage }).includes('nmv_usr_')"));
        await Assertions.Expect(page.Locator("#log > *")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Everything_is_reached_with_the_keyboard_alone()
    {
        await using var host = await PageHost.StartAsync();
        await using var person = await chromium.NewPersonAsync();
        var page = await OpenAsync(person, host);
        await host.SayAsync(new OutboundMessage { Text = "What next?", Buttons = [new Button("go", "Go on")] });
        await Assertions.Expect(page.Locator("#announcer")).ToContainTextAsync("What next?");
        var reached = new HashSet<string>();
        for (var i = 0; i < 16; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(await page.EvaluateAsync<string>("() => document.activeElement.id || document.activeElement.textContent"));
        }

        Assert.Superset(new HashSet<string> { "open-chats", "switch-language", "switch-theme", "open-me", "Go on", "pick", "say" }, reached);
        await page.Locator("#say").FocusAsync();
        await page.Keyboard.TypeAsync("first");
        await page.Keyboard.PressAsync("Shift+Enter");
        await page.Keyboard.TypeAsync("second");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("first\nsecond", (await host.Engine.NextAsync()).Text);
        await page.Keyboard.TypeAsync("/exp");
        await Assertions.Expect(page.Locator("#commands [aria-selected=true]")).ToContainTextAsync("/export");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("/export", (await host.Engine.NextAsync()).Text);
    }

    private static async Task<IPage> OpenAsync(IBrowserContext person, PageHost host, string channel = "main")
    {
        var page = await person.NewPageAsync();
        await page.GotoAsync($"{host.Address}/c/{channel}");
        await Assertions.Expect(page.Locator("#link-state[data-state=open]")).ToHaveCountAsync(1);
        return page;
    }

    private static async Task SayAsync(IPage page, string text)
    {
        await page.Locator("#say").FillAsync(text);
        await page.Locator("#say").PressAsync("Enter");
    }

    private static async Task RenameAsync(IPage page, string name)
    {
        await page.Locator("#open-me").ClickAsync();
        await page.Locator("#my-name").FillAsync(name);
        await page.Locator("#me button[value=save]").ClickAsync();
    }

    private static async Task DropAsync(IPage page, string name, byte[] content)
    {
        var data = await page.EvaluateHandleAsync(
            """
            ([name, content]) => {
              const transfer = new DataTransfer();
              transfer.items.add(new File([Uint8Array.from(atob(content), (c) => c.charCodeAt(0))], name, { type: 'audio/mpeg' }));
              return transfer;
            }
            """,
            new[] { name, Convert.ToBase64String(content) });
        await page.DispatchEventAsync("body", "dragenter", new { dataTransfer = data });
        await Assertions.Expect(page.Locator("#drop")).ToBeVisibleAsync();
        await page.DispatchEventAsync("body", "drop", new { dataTransfer = data });
        await Assertions.Expect(page.Locator("#drop")).ToBeHiddenAsync();
    }
}
