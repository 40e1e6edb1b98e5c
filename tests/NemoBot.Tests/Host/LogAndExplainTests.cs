using System.Text.Json;
using System.Text.RegularExpressions;
using NemoBot.Tests.Media;
using Xunit;

namespace NemoBot.Tests.Host;

/// <summary>What the log says of a turn, as JSON, and what <c>explain</c> says of it, while the bot runs and after.</summary>
public sealed partial class LogAndExplainTests
{
    [Fact]
    public async Task A_turn_is_one_line_of_json_and_can_be_explained()
    {
        using var media = new SampleMedia();
        await using var host = await HostProcess.StartAsync(new() { ["NEMOBOT__Logs__Json"] = "true", ["Logging__LogLevel__Default"] = "Warning" });
        await host.SayAsync("make a waveform video in 240p with the title 'Zanzibar Secrets'", media.Tone(1));
        await host.WaitAsync(m => HostProcess.Has(m, "status", "Video ready"));
        await host.SeeAsync(" done: web user ");

        var lines = host.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        var line = Assert.Single(lines, l => l.GetProperty("Message").GetString()!.Contains(" done: ", StringComparison.Ordinal));
        Assert.Matches(EndedTurn(), line.GetProperty("Message").GetString());
        var turn = line.GetProperty("State").GetProperty("Turn").GetRawText().Trim('"');
        Assert.Contains(line.GetProperty("Scopes").EnumerateArray(), s => s.TryGetProperty("Conversation", out var c) && c.GetString()!.StartsWith("web:", StringComparison.Ordinal));

        var (code, text, errors) = await BotProgram.RunAsync(host.Folder, ["explain", turn]);
        Assert.True(code == 0, text + errors);
        AssertExplained(turn, text);
        await host.KillAsync();
        var after = await BotProgram.RunAsync(host.Folder, ["explain", turn]);
        Assert.Equal((0, text), (after.Code, after.Output));
        var unknown = await BotProgram.RunAsync(host.Folder, ["explain", "4711"]);
        Assert.Equal((3, "There is no turn 4711. Numbers of turns are in the log and on the admin page."), (unknown.Code, unknown.Errors.Trim()));
    }

    private static void AssertExplained(string turn, string text)
    {
        Assert.StartsWith($"Turn {turn} in web", text, StringComparison.Ordinal);
        Assert.Contains(" received: 63 characters, 1 files", text, StringComparison.Ordinal);
        Assert.Contains(" sent to session ", text, StringComparison.Ordinal);
        Assert.Contains(" ended: done", text, StringComparison.Ordinal);
        Assert.Contains(" render of version 1 on local: render_", text, StringComparison.Ordinal);
        Assert.Contains(" delivered in message ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zanzibar", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ana", text, StringComparison.Ordinal);
    }

    [GeneratedRegex("^Turn [0-9]+ done: web user [0-9a-f]{10}, prompt with 1 files, [0-9.]+ s, 0 credits$")]
    private static partial Regex EndedTurn();
}
