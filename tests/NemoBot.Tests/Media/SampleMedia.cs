using System.Collections.Concurrent;
using System.Diagnostics;

namespace NemoBot.Tests.Media;

/// <summary>Small media files, made once per run with the system's FFmpeg.</summary>
public sealed class SampleMedia : IDisposable
{
    /// <summary>Files that many classes ask for, by their kind and FFmpeg's arguments: a start of FFmpeg takes longer than making most of them.</summary>
    private static readonly ConcurrentDictionary<string, Lazy<string>> Common = new(StringComparer.Ordinal);
    private static readonly Lazy<string> CommonFolder = new(MakeCommonFolder);

    private readonly ConcurrentDictionary<string, Lazy<string>> _made = new(StringComparer.Ordinal);

    public string Folder { get; } = Directory.CreateTempSubdirectory("nemobot-samples-").FullName;

    /// <summary>Makes a file, or gives the one that was made before.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="arguments">FFmpeg's arguments without the output, separated by spaces.</param>
    public string Make(string name, string arguments) => Make(name, arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <inheritdoc cref="Make(string, string)"/>
    public string Make(string name, string[] arguments) =>
        _made.GetOrAdd(name, _ => new Lazy<string>(() =>
        {
            var path = Path.Combine(Folder, name);
            if (arguments.Any(a => a.Contains(Folder, StringComparison.Ordinal)))
            {
                RunFfmpeg(path, arguments);
            }
            else
            {
                File.Copy(FindCommon(Path.GetExtension(name), arguments), path, overwrite: true);
            }

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

    private static string FindCommon(string extension, string[] arguments) =>
        Common.GetOrAdd(string.Join('\n', [extension, .. arguments]), _ => new Lazy<string>(() =>
        {
            var path = Path.Combine(CommonFolder.Value, Guid.NewGuid().ToString("N") + extension);
            RunFfmpeg(path, arguments);
            return path;
        })).Value;

    private static void RunFfmpeg(string path, string[] arguments) => Run("ffmpeg", ["-v", "error", "-nostdin", "-y", .. arguments, "file:" + path]);

    private static string MakeCommonFolder()
    {
        var folder = Directory.CreateTempSubdirectory("nemobot-samples-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }
}
