using NemoBot.Core.Media;
using NemoBot.LocalNemo.Projects;
using NemoBot.Media.Covers;
using NemoBot.Media.Probing;
using NemoBot.Tests.Media;
using NemoBot.Tests.Rendering;

namespace NemoBot.Tests.RealFiles;

/// <summary>Files as people send them, and what becomes of them on the way to a video.</summary>
internal static class RealFile
{
    /// <summary>What the embedded backend takes as it is.</summary>
    private static readonly string[] Taken = ["mp3", "wav", "m4a", "aac", "mp4", "mov", "avi", "webm", "mkv", "jpg", "png", "webp", "gif"];

    public static string At(string name) => Path.Combine(AppContext.BaseDirectory, "Fixtures", "RealFiles", name);

    public static SniffedType? Sniff(string path)
    {
        var head = new byte[64 * 1024];
        using var file = File.OpenRead(path);
        return FileSniffer.Identify(head.AsSpan(0, file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)), path);
    }

    /// <summary>Converted like an upload, if the backend does not take the type.</summary>
    public static async Task<Asset> ReceiveAsync(SampleMedia samples, string name)
    {
        var path = Path.Combine(samples.NewFolder(), name);
        File.Copy(At(name), path);
        return await ReceiveFileAsync(samples, path);
    }

    public static async Task<Asset> ReceiveFileAsync(SampleMedia samples, string path)
    {
        using var tools = MediaUnderTest.Tools();
        var type = Sniff(path) ?? throw new InvalidOperationException($"{path} is not recognized.");
        await AnimatedWebp.TryReduceAsync(path, CancellationToken.None);
        await WavPadding.TryAddAsync(path, CancellationToken.None);
        await new CoverRepair(tools).TryAsync(path, CancellationToken.None);
        var facts = await tools.ProbeAsync(path, CancellationToken.None);
        if (!Taken.Contains(type.Extension) || facts is { Kind: MediaKind.Image, Orientation: not 1 } or { IsJoined: true })
        {
            path = await tools.ConvertAsync(path, samples.NewFolder(), null, CancellationToken.None);
            facts = await tools.ProbeAsync(path, CancellationToken.None);
        }

        return new Asset(Path.GetFileName(path), Path.GetFileName(path), path, facts);
    }

    /// <summary>A small video of the file: its own pictures, or a color behind its sound.</summary>
    public static Task<Rendered> RenderAsync(SampleMedia samples, Asset asset, int width = 160, int height = 120, Background? background = null)
    {
        var project = new Project
        {
            Canvas = new Canvas(width, height, 25),
            Background = background ?? (asset.Facts.HasVideo ? new Background(BackgroundKind.Video, "#000000", null, null)
                : asset.Facts.HasCover ? new Background(BackgroundKind.Image, "#000000", null, asset)
                : new Background(BackgroundKind.Color, "#102030", null, null)),
            Visual = new Visual(VisualStyle.None, "#ffffff", VerticalPlace.Bottom),
            Clips = [new Clip(asset, TimeSpan.Zero, asset.Facts.Duration)],
        };
        return Rendered.MakeAsync(samples, project);
    }
}
