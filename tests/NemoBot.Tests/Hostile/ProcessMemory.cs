using System.Globalization;
using System.Runtime.CompilerServices;

namespace NemoBot.Tests.Hostile;

/// <summary>Looks all the time how much memory the media processes of a bot take.</summary>
internal sealed class ProcessMemory : IAsyncDisposable
{
    private readonly string _folder;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _looking;
    private readonly List<StrongBox<long>> _peaks = [];

    /// <param name="folder">The bot's folder, which is in the command line of all of them.</param>
    public ProcessMemory(string folder)
    {
        _folder = folder;
        _looking = Task.Run(LookAsync);
    }

    /// <summary>Watches from now on.</summary>
    /// <returns>Ends it and gives the most that one of them took meanwhile, in bytes.</returns>
    public Func<long> Watch()
    {
        var peak = new StrongBox<long>();
        lock (_peaks)
        {
            _peaks.Add(peak);
        }

        return () =>
        {
            lock (_peaks)
            {
                _peaks.Remove(peak);
                return peak.Value;
            }
        };
    }

    /// <summary>Command lines of those that run.</summary>
    public IEnumerable<string> Running() => Find().Select(p => p.Command);

    /// <summary>The most that the bot itself took, in bytes.</summary>
    public static long OfBot(int id) => PeakOf($"/proc/{id}");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _looking;
        _stop.Dispose();
    }

    private async Task LookAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            var most = Find().Select(p => PeakOf(p.Path)).DefaultIfEmpty().Max();
            lock (_peaks)
            {
                _peaks.ForEach(p => p.Value = Math.Max(p.Value, most));
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }

    private IEnumerable<(string Path, string Command)> Find() =>
        Directory.EnumerateDirectories("/proc").Where(p => char.IsAsciiDigit(Path.GetFileName(p)[0]))
            .Select(p => (Path: p, Command: Read(p + "/cmdline")))
            .Where(p => p.Command.Contains("ff", StringComparison.Ordinal) && p.Command.Contains(_folder, StringComparison.Ordinal));

    private static long PeakOf(string process)
    {
        var line = Read(process + "/status").Split('\n').FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].Trim(), CultureInfo.InvariantCulture) << 10;
    }

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
