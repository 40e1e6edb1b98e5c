using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using NemoBot.Tests.Support;
using Xunit;

namespace NemoBot.Tests.Host;

/// <summary>The bot as its own process on a folder of its own: started, talked to over its web API, killed, started again.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    private readonly Dictionary<string, string> _settings;
    private readonly IReadOnlyList<string> _launcher;
    private readonly StringBuilder _output = new();
    private readonly List<(string Words, TaskCompletionSource Seen)> _awaited = [];
    private Process? _process;

    private HostProcess(Dictionary<string, string> settings, IReadOnlyList<string> launcher) => (_settings, _launcher) = (settings, launcher);

    /// <summary>Database, files, keys.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("nemobot-host-").FullName;

    public HttpClient Http { get; private set; } = new();

    /// <summary>The system's number of the process.</summary>
    public int Id => _process!.Id;

    /// <summary>Everything it has written to its outputs, over all its lives.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts it.</summary>
    /// <param name="settings">Environment variables.</param>
    /// <param name="launcher">A command that becomes the bot, followed by the data folder and the bot's own line; empty: none.</param>
    public static async Task<HostProcess> StartAsync(Dictionary<string, string> settings, params IReadOnlyList<string> launcher)
    {
        var host = new HostProcess(settings, launcher);
        await host.StartAsync();
        return host;
    }

    public async Task StartAsync() => Http = new HttpClient { BaseAddress = new Uri(await Begin().WaitAsync(TimeSpan.FromSeconds(60))) };

    /// <summary>Starts it and kills it after a while, ready or not.</summary>
    public async Task StartAndKillAsync(TimeSpan after)
    {
        _ = Begin();
        await Task.Delay(after, TimeProvider.System);
        await KillAloneAsync();
    }

    /// <summary>Starts the process.</summary>
    /// <returns>Its address, once it is ready.</returns>
    private Task<string> Begin()
    {
        var ready = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process { StartInfo = Describe(), EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Take(line.Data, ready);
        _process.ErrorDataReceived += (_, line) => Take(line.Data, ready);
        var process = _process;
        _process.Exited += (_, _) =>
        {
            if (ready.Task.IsCompleted)
            {
                return;
            }

            // Returns when the output has been read to its end, which may come after the exit.
            process.WaitForExit();
            ready.TrySetException(new InvalidOperationException("The bot ended: " + Output));
        };
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        return ready.Task;
    }

    /// <summary>Waits until the bot has written these words.</summary>
    public async Task SeeAsync(string words)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_output)
        {
            if (_output.ToString().Contains(words, StringComparison.Ordinal))
            {
                return;
            }

            _awaited.Add((words, seen));
        }

        try
        {
            await seen.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
        catch (TimeoutException)
        {
            Assert.Fail($"Not written: {words}\n{Output}");
        }
    }

    /// <summary>As a power cut does it: no signal that could be handled.</summary>
    public async Task KillAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
        Http.Dispose();
    }

    /// <summary>Kills the bot alone: what it has started must end by itself.</summary>
    public async Task KillAloneAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
        Http.Dispose();
    }

    /// <summary>Asks it to stop.</summary>
    /// <param name="again">When to ask a second time; two signals that wait together arrive as one.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> TerminateAsync(Task? again = null)
    {
        await SignalAsync();
        if (again is not null)
        {
            await again.WaitAsync(Patience.Limit);
            await SignalAsync();
        }

        await _process!.WaitForExitAsync().WaitAsync(Patience.Limit);
        var code = _process.ExitCode;
        _process.Dispose();
        _process = null;
        Http.Dispose();
        return code;
    }

    private async Task SignalAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process!.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Says something in the channel "room".</summary>
    public async Task SayAsync(string text, params string[] files) => Assert.Equal(System.Net.HttpStatusCode.Accepted, (await PostAsync("room", text, files)).Status);

    /// <summary>Posts to a channel.</summary>
    public async Task<(System.Net.HttpStatusCode Status, string Body)> PostAsync(string channel, string text, params string[] files)
    {
        using var form = new MultipartFormDataContent { { new StringContent(text), "text" }, { new StringContent("Ana"), "user" }, { new StringContent("en"), "lang" } };
        foreach (var file in files)
        {
            form.Add(new ByteArrayContent(await File.ReadAllBytesAsync(file)), "files", Path.GetFileName(file));
        }

        using var answer = await Http.PostAsync($"/api/channels/{channel}/messages", form);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public async Task<List<JsonElement>> ReadAsync(string channel = "room") => (await Http.GetFromJsonAsync<List<JsonElement>>($"/api/channels/{channel}/messages"))!;

    /// <summary>Reads a channel until its messages are as wanted; real time, because it is another process.</summary>
    public async Task WaitForAsync(string channel, Func<List<JsonElement>, bool> wanted)
    {
        var watch = Stopwatch.StartNew();
        var all = await ReadAsync(channel);
        while (!wanted(all))
        {
            Assert.True(watch.Elapsed < Patience.Limit, "Not seen. " + string.Join("\n", all.Select(m => m.ToString())) + Output);
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            all = await ReadAsync(channel);
        }
    }

    /// <summary>Reads the channel "room" until a message is as wanted.</summary>
    public async Task<JsonElement> WaitAsync(Func<JsonElement, bool> wanted)
    {
        List<JsonElement> found = [];
        await WaitForAsync("room", all => (found = [.. all.Where(wanted)]).Count > 0);
        return found[^1];
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }

        Directory.Delete(Folder, recursive: true);
    }

    public static bool Has(JsonElement message, string kind, string words = "") =>
        message.GetProperty("kind").GetString() == kind && message.GetProperty("text").GetString()!.Contains(words, StringComparison.Ordinal);

    private ProcessStartInfo Describe()
    {
        string[] bot = ["dotnet", Path.Combine(AppContext.BaseDirectory, "NemoBot.dll"), "--urls", "http://127.0.0.1:0"];
        string[] line = _launcher.Count == 0 ? bot : [.. _launcher, Path.Combine(Folder, "data"), .. bot];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder,
        };
        start.Environment["NEMOBOT__DataFolder"] = Path.Combine(Folder, "data");
        start.Environment["Logging__LogLevel__Default"] = "Trace";
        foreach (var (name, value) in _settings)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private void Take(string? line, TaskCompletionSource<string> ready)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line);
            foreach (var (words, seen) in _awaited.Where(a => line.Contains(a.Words, StringComparison.Ordinal)))
            {
                seen.TrySetResult();
            }
        }

        if (line.IndexOf("NemoBot is ready: ", StringComparison.Ordinal) is >= 0 and var at)
        {
            ready.TrySetResult(line[at..].Split(' ')[3]);
        }
    }
}
