using Microsoft.Extensions.Options;
using NemoBot.Media;
using NemoBot.Media.Processes;

namespace NemoBot.Tests.Media;

/// <summary>The tools with the real FFmpeg, or with what a test puts in its place.</summary>
internal static class MediaUnderTest
{
    public static MediaProcesses Processes(Action<MediaOptions>? change = null, TimeProvider? clock = null)
    {
        var options = new MediaOptions();
        change?.Invoke(options);
        return new MediaProcesses(Options.Create(options), clock ?? TimeProvider.System);
    }

    public static MediaTools Tools(Action<MediaOptions>? change = null, TimeProvider? clock = null) => new(Processes(change, clock));

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
