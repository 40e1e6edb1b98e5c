using System.Collections.Concurrent;
using System.Diagnostics;
using Xunit;

[assembly: AssemblyFixture(typeof(NemoBot.Browser.Support.SampleMedia))]

namespace NemoBot.Browser.Support;

/// <summary>Real files, each made by FFmpeg once.</summary>
public sealed class SampleMedia : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nemobot-media-");
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _made = new(StringComparer.Ordinal);

    /// <summary>A pulsing tone.</summary>
    internal Task<string> Mp3Async(string name, double seconds) => MakeAsync(
        name, "-f", "lavfi", "-i", FormattableString.Invariant($"sine=frequency=330:duration={seconds},tremolo=f=3:d=0.7"), "-c:a", "libmp3lame", "-b:a", "96k");

    /// <summary>A picture of two colours, PNG or JPEG by its name.</summary>
    internal Task<string> PictureAsync(string name) => MakeAsync(
        name, "-f", "lavfi", "-i", "gradients=size=640x360:c0=0x0b7285:c1=0xff8a5c:x0=0:y0=0:x1=640:y1=360:duration=1", "-frames:v", "1");

    /// <summary>A moving picture with sound.</summary>
    internal Task<string> Mp4Async(string name, double seconds, int width = 640, int height = 360) => MakeAsync(
        name,
        "-f", "lavfi", "-i", FormattableString.Invariant($"testsrc2=size={width}x{height}:rate=15:duration={seconds}"),
        "-f", "lavfi", "-i", FormattableString.Invariant($"sine=frequency=330:duration={seconds}"),
        "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac", "-movflags", "+faststart");

    internal string Write(string name, byte[] content)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Task<string> MakeAsync(string name, params string[] arguments) =>
        _made.GetOrAdd(name, _ => new Lazy<Task<string>>(() => RunAsync(Path.Combine(_folder.FullName, name), arguments))).Value;

    private static async Task<string> RunAsync(string path, string[] arguments)
    {
        var start = new ProcessStartInfo("ffmpeg", ["-v", "error", "-y", .. arguments, path]) { RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? path : throw new InvalidOperationException(errors);
    }
}
