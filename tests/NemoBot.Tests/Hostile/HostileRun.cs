using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using NemoBot.Tests.Host;
using Xunit;

namespace NemoBot.Tests.Hostile;

/// <summary>The real bot, which is sent hostile files one after the other, and what each of them took from the machine.</summary>
internal sealed class HostileRun : IAsyncDisposable
{
    // A file that never ends is a problem; how long one takes depends on the load of the machine and is only reported.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private const long MostMemory = 1 << 30;

    private readonly HostProcess _host;
    private readonly ProcessMemory _memory;
    private readonly Lock _gate = new();
    private readonly List<string> _problems = [];
    private int _rendered;
    private int _refused;
    private (TimeSpan Time, string What) _slowest;
    private (long Bytes, string What) _largest;

    private HostileRun(HostProcess host) => (_host, _memory) = (host, new ProcessMemory(host.Folder));

    public static async Task<HostileRun> StartAsync() =>
        new(await HostProcess.StartAsync(new() { ["NEMOBOT__Budget__RequestsPerPerson"] = "0", ["NEMOBOT__Rendering__FirstPoll"] = "00:00:00.2" }));

    /// <summary>Sends a file with a request, and waits until the bot has said how it ended. Several may be on their way.</summary>
    public async Task SendAsync(int number, HostileFile file)
    {
        var what = $"{number} {file.Name} ({file.What})";
        var watch = Stopwatch.StartNew();
        var peak = _memory.Watch();
        var end = await AskAsync($"h{number}", file, watch);
        Count(what, watch.Elapsed, peak(), end);
    }

    /// <summary>The bot still works, nothing is left behind, and no file took too much.</summary>
    /// <returns>A line of figures.</returns>
    public async Task<string> CheckAsync(string sound)
    {
        var end = await AskAsync("after", new HostileFile("good.mp3", "nothing", await File.ReadAllBytesAsync(sound)), Stopwatch.StartNew());
        Assert.Contains("Video ready", end, StringComparison.Ordinal);
        Assert.Empty(_memory.Running());
        Report(_host.Output, ".log");
        Assert.True(_problems.Count == 0, string.Join('\n', _problems));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{_rendered + _refused} files: {_rendered} rendered, {_refused} refused; slowest {_slowest.Time.TotalSeconds:0.0} s {_slowest.What}; largest {_largest.Bytes >> 20} MB {_largest.What}; the bot itself {ProcessMemory.OfBot(_host.Id) >> 20} MB");
    }

    public static void Report(string line, string ending = "")
    {
        if (Environment.GetEnvironmentVariable("NEMOBOT_HOSTILE_REPORT") is { Length: > 0 } report)
        {
            File.AppendAllText(report + ending, line + "\n");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _memory.DisposeAsync();
        await _host.DisposeAsync();
    }

    private void Count(string what, TimeSpan time, long memory, string end)
    {
        using var alone = _gate.EnterScope();
        _slowest = time > _slowest.Time ? (time, what) : _slowest;
        _largest = memory > _largest.Bytes ? (memory, what) : _largest;
        _ = end.Contains("Video ready", StringComparison.Ordinal) ? _rendered++ : _refused++;
        Report($"{what}: {time.TotalSeconds:0.0} s, {memory >> 20} MB: {end.ReplaceLineEndings(" ")}");
        if (memory > MostMemory || end.Length == 0 || end.Contains("Something went wrong", StringComparison.Ordinal))
        {
            _problems.Add($"{what}: {time.TotalSeconds:0.0} s, {memory >> 20} MB: {end}");
        }
    }

    private async Task<string> AskAsync(string channel, HostileFile file, Stopwatch watch)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("make a waveform video in 240p"), "text" }, { new StringContent("Ana"), "user" }, { new StringContent("en"), "lang" },
        };
        var content = new ByteArrayContent(file.Make());
        content.Headers.ContentDisposition = new("form-data") { Name = "files", FileNameStar = file.Name };
        form.Add(content);
        using var answer = await _host.Http.PostAsync($"/api/channels/{channel}/messages", form);
        if ((int)answer.StatusCode is >= 400 and < 500)
        {
            return $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
        }

        Assert.True(answer.IsSuccessStatusCode, $"{file.Name} ({file.What}): {answer.StatusCode}\n{_host.Output}");
        while (watch.Elapsed < Longest)
        {
            var messages = (await _host.Http.GetFromJsonAsync<List<JsonElement>>($"/api/channels/{channel}/messages"))!;
            if (messages.Find(IsEnd) is { ValueKind: JsonValueKind.Object } end)
            {
                return end.GetProperty("text").GetString()!;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }

        return "";
    }

    private static bool IsEnd(JsonElement message) =>
        message.GetProperty("kind").GetString() is "status" or "text"
        && !message.GetProperty("text").GetString()!.StartsWith("📤", StringComparison.Ordinal)
        && !message.GetProperty("buttons").EnumerateArray().Any(b => b.GetProperty("id").GetString()!.StartsWith("cancel", StringComparison.Ordinal));
}
