using NemoBot.Core.Media;
using NemoBot.Core.Platforms;
using NemoBot.Core.Timeline;

namespace NemoBot.Tests.Scenarios.Support;

/// <summary>Media tools that only keep the books: the real ones have tests of their own.</summary>
public sealed class FakeMedia : IMediaTools
{
    public Task<string?> FindVersionAsync(CancellationToken cancellationToken) => Task.FromResult<string?>("5.1");

    public async Task<MediaFacts> ProbeAsync(string path, CancellationToken cancellationToken)
    {
        var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
        return new MediaFacts(MediaKind.Video, "mp4", TimeSpan.FromSeconds(10), 1920, 1080, true, true, false, 30, "aac", "h264")
        {
            PromisedDuration = bytes.AsSpan().EndsWith(BrokenOff) ? TimeSpan.FromSeconds(90) : TimeSpan.Zero,
            LacksEnd = bytes.AsSpan().EndsWith(Endless),
        };
    }

    /// <summary>What a file ends with that is shorter than its header says.</summary>
    public static ReadOnlySpan<byte> BrokenOff => "broken off"u8;

    /// <summary>What a file ends with that does not say how long it should be.</summary>
    public static ReadOnlySpan<byte> Endless => "endless"u8;

    /// <summary>What a file that cannot be made smaller ends with.</summary>
    public static ReadOnlySpan<byte> Dense => "dense"u8;

    /// <summary>What a file that cannot be converted ends with.</summary>
    public static ReadOnlySpan<byte> Damage => "damaged"u8;

    public async Task<string> ConvertAsync(string path, string folder, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if ((await File.ReadAllBytesAsync(path, cancellationToken)).AsSpan().EndsWith(Damage))
        {
            throw new MediaException(MediaProblem.Unreadable, "Invalid data found when processing input");
        }

        var target = Path.Combine(folder, "converted.m4a");
        await File.WriteAllTextAsync(target, "converted " + new FileInfo(path).Length, cancellationToken);
        return target;
    }

    public async Task<string?> CompressAsync(string path, string folder, long maxBytes, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if ((await File.ReadAllBytesAsync(path, cancellationToken)).AsSpan().EndsWith(Dense))
        {
            return null;
        }

        var target = Path.Combine(folder, "small.m4a");
        await File.WriteAllBytesAsync(target, [0, 0, 0, 12, .. "ftypM4A "u8], cancellationToken);
        return target;
    }

    public async Task<FitResult?> FitAsync(string path, string folder, long maxBytes, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var target = Path.Combine(folder, "fitted.mp4");
        await File.WriteAllTextAsync(target, new string('f', (int)maxBytes), cancellationToken); // all that is allowed
        return new FitResult(target, maxBytes, 1280, 720, 20, 64_000);
    }

    public async Task<VideoFacts> DescribeVideoAsync(string path, string? poster, int maxSide, CancellationToken cancellationToken)
    {
        if (poster is not null)
        {
            await File.WriteAllTextAsync(poster, "jpeg", cancellationToken);
        }

        return new VideoFacts(1920, 1080, TimeSpan.FromSeconds(10), poster);
    }

    public Task DrawTimelineAsync(TimelineView timeline, string target, CancellationToken cancellationToken) =>
        File.WriteAllTextAsync(target, "png", cancellationToken);
}
