using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using NemoBot.Tests.Storage.Postgres;
using NemoBot.Tests.Support;

namespace NemoBot.Tests.Cluster;

/// <summary>One of several instances, each a process of its own with a folder of its own.</summary>
internal sealed class Instance : IAsyncDisposable
{
    private readonly StringBuilder _output = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("nemobot-instance-").FullName;
    private readonly Process _process;

    private Instance(Process process) => _process = process;

    public HttpClient Http { get; private set; } = new();

    /// <summary>Everything that was written to its outputs.</summary>
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

    /// <summary>Where the other instances reach it.</summary>
    public int SiloPort { get; } = PostgresServer.FreePort();

    /// <summary>The system's number of the process.</summary>
    public int Id => _process.Id;

    public bool IsRunning => !_process.HasExited;

    public static async Task<Instance> StartAsync(IEnumerable<KeyValuePair<string, string>> settings)
    {
        var instance = new Instance(new Process());
        await instance.RunAsync(settings);
        return instance;
    }

    /// <summary>Says something in a channel.</summary>
    public async Task<System.Net.HttpStatusCode> SayAsync(string channel, string text, string key = "", params string[] files)
    {
        using var form = new MultipartFormDataContent { { new StringContent(text), "text" }, { new StringContent("Ana"), "user" }, { new StringContent("en"), "lang" } };
        if (key.Length > 0)
        {
            form.Add(new StringContent(key), "key");
        }

        foreach (var file in files)
        {
            form.Add(new ByteArrayContent(await File.ReadAllBytesAsync(file)), "files", Path.GetFileName(file));
        }

        using var answer = await Http.PostAsync($"/api/channels/{channel}/messages", form);
        return answer.StatusCode;
    }

    public async Task<List<JsonElement>> ReadAsync(string channel) => (await Http.GetFromJsonAsync<List<JsonElement>>($"/api/channels/{channel}/messages?limit=2000"))!;

    /// <summary>Follows the events of a channel until one holds a text.</summary>
    public async Task FollowAsync(string channel, string text)
    {
        using var stream = await Http.GetStreamAsync($"/api/channels/{channel}/events");
        using var reader = new StreamReader(stream);
        using var patience = new CancellationTokenSource(Patience.Limit);
        while (await reader.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new InvalidOperationException("The events ended.");
    }

    /// <summary>How many writes to conversations of others it has counted.</summary>
    public async Task<double> StaleWritesAsync() => (await Http.GetStringAsync("/metrics")).Split('\n')
        .Where(l => l.StartsWith("nemobot_stale_writes", StringComparison.Ordinal))
        .Sum(l => double.Parse(l[(l.LastIndexOf(' ') + 1)..], System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The names of the assemblies that the process has loaded.</summary>
    public async Task<HashSet<string>> LoadedAsync() => [.. (await File.ReadAllLinesAsync($"/proc/{_process.Id}/maps"))
        .Where(l => l.EndsWith(".dll", StringComparison.Ordinal)).Select(l => Path.GetFileName(l[(l.LastIndexOf(' ') + 1)..]))];

    /// <summary>The memory that the process has in use.</summary>
    public double ResidentMegabytes() => File.ReadLines($"/proc/{_process.Id}/status").Where(l => l.StartsWith("VmRSS:", StringComparison.Ordinal))
        .Select(l => double.Parse(l["VmRSS:".Length..^" kB".Length].Trim(), System.Globalization.CultureInfo.InvariantCulture) / 1024).Single();

    /// <summary>Sends a signal: TERM, KILL, STOP or CONT.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    public Task ExitedAsync() => _process.WaitForExitAsync();

    public async ValueTask DisposeAsync()
    {
        if (IsRunning)
        {
            Signal("CONT");
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
        Http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task RunAsync(IEnumerable<KeyValuePair<string, string>> settings)
    {
        var ready = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.StartInfo = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "NemoBot.dll"), "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
        };
        _process.StartInfo.Environment["NEMOBOT__DataFolder"] = Path.Combine(_folder, "data");
        _process.StartInfo.Environment["NEMOBOT__Cluster__SiloPort"] = $"{SiloPort}";
        _process.StartInfo.Environment["DOTNET_gcServer"] = "0";
        foreach (var (name, value) in settings)
        {
            _process.StartInfo.Environment[name] = value;
        }

        _process.EnableRaisingEvents = true;
        _process.OutputDataReceived += (_, line) => Take(line.Data, ready);
        _process.ErrorDataReceived += (_, line) => Take(line.Data, ready);
        _process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException("The instance ended: " + Output));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Http = new HttpClient { BaseAddress = new Uri(await ready.Task.WaitAsync(TimeSpan.FromSeconds(60))), Timeout = TimeSpan.FromSeconds(20) };
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
        }

        if (line.StartsWith("NemoBot is ready: ", StringComparison.Ordinal))
        {
            ready.TrySetResult(line.Split(' ')[3]);
        }
    }
}
