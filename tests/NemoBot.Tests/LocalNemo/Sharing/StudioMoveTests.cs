using NemoBot.LocalNemo;
using Xunit;

namespace NemoBot.Tests.LocalNemo.Sharing;

public sealed class StudioMoveTests
{
    [Fact]
    public async Task A_session_that_grew_on_one_machine_goes_on_where_several_share_it()
    {
        await using var shared = await SharedBench.StartAsync();
        await using var alone = await LocalBench.StartAsync();
        var session = await alone.BeginSessionAsync();
        using var upload = await alone.UploadAsync(session, ("talk.mp3", FakeMediaTools.Audio()));
        await alone.SayAsync(session, "waveform video");
        await alone.SayAsync(session, "title 'Morning'");
        var draft = await alone.DraftAsync(session);
        alone.Renderer.Hold();
        using var submitted = await alone.SubmitAsync(session, "render_1", draft);
        await alone.Renderer.Started.WaitAsync(TestContext.Current.CancellationToken);

        // Repeated, as after a copy that broke off.
        await StudioMove.RunAsync(alone.Folder, shared.Records, shared.Queue, shared.Vault, TestContext.Current.CancellationToken);
        var counts = await StudioMove.RunAsync(alone.Folder, shared.Records, shared.Queue, shared.Vault, TestContext.Current.CancellationToken);
        Assert.Equal((1, 1, 1), (counts["studio users"], counts["studio files"], counts["sessions"]));

        var next = await shared.AddAsync(renders: true);
        SharedBench.Follow(alone, next);
        Assert.Equal("completed", (await next.WaitForAsync("render_1")).GetProperty("status").GetString());
        Assert.Equal(draft.GetRawText(), (await next.DraftAsync(session)).GetRawText());
        await next.SayAsync(session, "undo");
        Assert.DoesNotContain("Morning", (await next.DraftAsync(session)).GetRawText(), StringComparison.Ordinal);
        Assert.Equal("fv", shared.Bundles);
        Assert.Single(Directory.GetFiles(Path.Combine(alone.Folder, "files"), "*.mp3"));
    }
}
