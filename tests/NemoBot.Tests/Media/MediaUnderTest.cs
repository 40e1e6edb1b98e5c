using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using NemoBot.Core.Media;
using NemoBot.Media;
using NemoBot.Media.Processes;

namespace NemoBot.Tests.Media;

/// <summary>The tools with the real FFmpeg, or with what a test puts in its place.</summary>
internal static class MediaUnderTest
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<MediaFacts>>> Probed = new(StringComparer.Ordinal);

    public static MediaProcesses Processes(Action<MediaOptions>? change = null, TimeProvider? clock = null)
    {
        var options = new MediaOptions();
        change?.Invoke(options);
        return new MediaProcesses(Options.Create(options), clock ?? TimeProvider.System);
    }

    public static MediaTools Tools(Action<MediaOptions>? change = null, TimeProvider? clock = null) => new(Processes(change, clock));

    /// <summary>The facts of a file that does not change, probed once.</summary>
    public static Task<MediaFacts> FactsAsync(string path) => Probed.GetOrAdd(path, p => new Lazy<Task<MediaFacts>>(async () =>
    {
        using var tools = Tools();
        return await tools.ProbeAsync(p, CancellationToken.None);
    })).Value;

    /// <summary>A program that behaves as a shell script says, in the place of FFmpeg.</summary>
    public static string Script(string folder, string body)
    {
        var path = Path.Combine(folder, $"tool-{Guid.NewGuid():N}");
        File.WriteAllText(path, "#!/bin/sh\n" + body + "\n");
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("The stand-in is a shell script.");
        }

        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
