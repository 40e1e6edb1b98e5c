using System.Diagnostics;
using System.Globalization;

namespace NemoBot.Bench.Start;

/// <summary>A published bot on an empty folder, from its start until it is killed.</summary>
internal sealed class StartedBot : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nemobot-start-").FullName;
    private readonly Process _process = new();

    private StartedBot()
    {
    }

    public StartFigures Figures { get; private set; } = null!;

    public static async Task<StartedBot> StartAsync(string program, Dictionary<string, string> settings)
    {
        var bot = new StartedBot();
        await bot.RunAsync(program, settings);
        return bot;
    }

    /// <summary>Resident memory as the kernel counts it.</summary>
    public long ResidentMiB()
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").Single(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) >> 10;
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task RunAsync(string program, Dictionary<string, string> settings)
    {
        _process.StartInfo = new ProcessStartInfo(program, ["--urls", "http://127.0.0.1:0"]) { RedirectStandardOutput = true, WorkingDirectory = _folder };
        _process.StartInfo.Environment["NEMOBOT__DataFolder"] = Path.Combine(_folder, "data");
        foreach (var (name, value) in settings)
        {
            _process.StartInfo.Environment[name] = value;
        }

        var watch = Stopwatch.StartNew();
        _process.Start();
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("NemoBot is ready", StringComparison.Ordinal))
            {
                Figures = new StartFigures(watch.Elapsed, _process.TotalProcessorTime);
                _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return;
            }
        }

        throw new InvalidOperationException($"{program} ended without being ready.");
    }
}
