using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace NemoBot.Media.Processes;

/// <summary>
/// The programs put in front of FFmpeg: they lower its priority, limit what it may use, take the network away, and end it with the bot.
/// Each is tried once and left out where it is missing or not permitted: in most containers FFmpeg cannot be cut off from the network,
/// and the whitelist of protocols in <see cref="FfmpegArguments.Guard"/> holds alone.
/// </summary>
internal sealed class Confinement(MediaOptions options)
{
    private const long Mebibyte = 1 << 20;

    /// <summary>An encoder keeps many frames, of a size that the bot chooses.</summary>
    private const int EncoderShare = 4;

    /// <summary>A machine with too much to do must not look like one that does not permit it.</summary>
    private static readonly TimeSpan Trial = TimeSpan.FromSeconds(30);

    /// <summary>What this process was permitted once.</summary>
    private static readonly ConcurrentDictionary<string, bool> Permitted = new(StringComparer.Ordinal);

    // A trial that cannot start, for lack of file handles or memory, is repeated the next time: other lazy values keep the exception.
    private readonly Lazy<string[]> _always = new(() => FindAlways(options), LazyThreadSafetyMode.PublicationOnly);
    private readonly Lazy<string?> _prlimit = new(FindLimiter, LazyThreadSafetyMode.PublicationOnly);

    /// <summary>The words in front of the tool's own. The first call starts processes to find out what is permitted.</summary>
    public IReadOnlyList<string> Words(MediaCommand command) =>
        _prlimit.Value is { } prlimit ? [.. _always.Value, prlimit, .. Limits(command)] : _always.Value;

    private IEnumerable<string> Limits(MediaCommand command)
    {
        var seconds = Math.Ceiling(command.TimeLimit.TotalSeconds * Environment.ProcessorCount) + 1;
        yield return "--core=0";
        yield return string.Create(CultureInfo.InvariantCulture, $"--cpu={seconds}");
        yield return $"--fsize={(command.Tool == MediaTool.Ffprobe ? 0 : options.MaxOutputBytes)}";
        if (options.MaxMemoryBytes > 0)
        {
            // Memory that can be written, not address space: allocators reserve far more of that than they use. Each thread's stack counts.
            yield return $"--data={(command.Encodes || command.FeedsInput ? EncoderShare : 1) * options.MaxMemoryBytes}";
            yield return $"--stack={Mebibyte}";
        }
    }

    private static string[] FindAlways(MediaOptions options)
    {
        List<string> words = [];
        if (options.Niceness > 0 && ToolLocator.Find("nice") is { } nice)
        {
            words.AddRange([nice, "-n", $"{options.Niceness}"]);
        }

        if (!OperatingSystem.IsLinux())
        {
            return [.. words];
        }

        if (ToolLocator.Find("unshare") is { } unshare)
        {
            string[][] ways = [[unshare, "--net"], [unshare, "--user", "--net"]];
            words.AddRange(ways.FirstOrDefault(Works) ?? []);
        }

        if (ToolLocator.Find("setpriv") is { } setpriv && Works([setpriv, "--pdeathsig", "KILL"]))
        {
            words.AddRange([setpriv, "--pdeathsig", "KILL"]);
        }

        return [.. words];
    }

    private static string? FindLimiter() =>
        OperatingSystem.IsLinux() && ToolLocator.Find("prlimit") is { } prlimit && Works([prlimit, "--core=0", "--cpu=60", "--fsize=0", $"--data={Mebibyte * 1024}", $"--stack={Mebibyte}"])
            ? prlimit : null;

    private static bool Works(string[] words)
    {
        var line = string.Join(' ', words);
        if (!Permitted.ContainsKey(line) && Try(words))
        {
            Permitted[line] = true;
        }

        return Permitted.ContainsKey(line);
    }

    private static bool Try(string[] words)
    {
        if (ToolLocator.Find("true") is not { } nothing)
        {
            return false;
        }

        using var process = Process.Start(new ProcessStartInfo(words[0], [.. words.Skip(1), nothing]) { RedirectStandardError = true })!;
        return process.WaitForExit(Trial) && process.ExitCode == 0;
    }
}
