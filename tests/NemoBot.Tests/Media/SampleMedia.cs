using System.Collections.Concurrent;
using System.Diagnostics;

namespace NemoBot.Tests.Media;

/// <summary>Small media files, made once per run with the system's FFmpeg.</summary>
public sealed class SampleMedia : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<string>> _made = new(StringComparer.Ordinal);

    public string Folder { get; } = Directory.CreateTempSubdirectory("nemobot-samples-").FullName;

    /// <summary>Makes a file, or gives the one that was made before.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="arguments">FFmpeg's arguments without the output, separated by spaces.</param>
    public string Make(string name, string arguments) =>
        _made.GetOrAdd(name, _ => new Lazy<string>(() =>
        {
            var path = Path.Combine(Folder, name);
            Run("ffmpeg", ["-v", "error", "-nostdin", "-y", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), "file:" + path]);
            return path;
        })).Value;

    public string Write(string name, byte[] content)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>An empty folder of its own.</summary>
    public string NewFolder() => Directory.CreateDirectory(Path.Combine(Folder, Guid.NewGuid().ToString("N"))).FullName;

    public string Tone(double seconds = 3) => Make($"tone-{seconds}.mp3", $"-f lavfi -i sine=f=440:d={seconds} -ac 2 -b:a 128k");

    /// <summary>A test picture with a tone, 320 by 180.</summary>
    public string Movie(double seconds = 3) =>
        Make($"movie-{seconds}.mp4", $"-f lavfi -i testsrc2=s=320x180:r=25:d={seconds} -f lavfi -i sine=f=300:d={seconds} -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac");

    public string Photo() => Make("photo.jpg", "-f lavfi -i testsrc2=s=640x480:r=1:d=1 -frames:v 1 -update 1");

    /// <summary>Runs a program and gives what it wrote.</summary>
    public static byte[] Run(string tool, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var output = new MemoryStream();
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return process.ExitCode == 0 ? output.ToArray() : throw new InvalidOperationException($"{tool}: {errors.GetAwaiter().GetResult()}");
    }

    public static string RunText(string tool, params string[] arguments) => System.Text.Encoding.UTF8.GetString(Run(tool, arguments)).Trim();

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
