using System.Diagnostics;
using System.Globalization;

namespace NemoBot.Bench.Whole;

/// <summary>The whole bot as a process of its own on an empty folder.</summary>
internal sealed class BotProcess : IDisposable
{
    /// <summary>The setting of the address it listens on; without it, any free port.</summary>
    public const string Urls = "ASPNETCORE_URLS";

    private readonly string _folder = Directory.CreateTempSubdirectory("nemobot-load-").FullName;
    private readonly Dictionary<string, string> _settings;
    private Process _process = null!;

    private BotProcess(Dictionary<string, string> settings) => _settings = settings;

    /// <summary>Lines that it wrote beyond the one that says it is ready.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<BotProcess> StartAsync(Dictionary<string, string> settings)
    {
        var bot = new BotProcess(settings);
        await bot.StartAsync();
        return bot;
    }

    /// <summary>Resident memory in MiB, and its peak, as the kernel counts them.</summary>
    public (long Now, long Peak) Memory()
    {
        var lines = File.ReadAllLines($"/proc/{_process.Id}/status");
        return (Read(lines, "VmRSS:"), Read(lines, "VmHWM:"));
    }

    /// <summary>Processor time so far.</summary>
    public TimeSpan Processor()
    {
        _process.Refresh();
        return _process.TotalProcessorTime;
    }

    /// <summary>Ends it as a power cut does and starts it again on the same folder.</summary>
    public async Task KillAndStartAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        await StartAsync();
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static long Read(string[] lines, string name) =>
        long.Parse(lines.Single(l => l.StartsWith(name, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) >> 10;

    private async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "NemoBot.dll"), "--urls", _settings.GetValueOrDefault(Urls, "http://127.0.0.1:0")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
        };
        start.Environment["NEMOBOT__DataFolder"] = Path.Combine(_folder, "data");
        foreach (var (name, value) in _settings)
        {
            start.Environment[name] = value;
        }

        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Take(line.Data, ready);
        _process.ErrorDataReceived += (_, line) => Take(line.Data, ready);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await ready.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    private void Take(string? line, TaskCompletionSource ready)
    {
        if (line?.StartsWith("NemoBot is ready", StringComparison.Ordinal) == true)
        {
            ready.TrySetResult();
        }
        else if (line is not null && !line.Contains("info:", StringComparison.Ordinal))
        {
            lock (Complaints)
            {
                Complaints.Add(line);
            }
        }
    }
}
