using System.Runtime.CompilerServices;
using System.Text;
using NemoBot.Core.Media;
using NemoBot.Media.Processes;

namespace NemoBot.Checking;

/// <summary>FFmpeg, ffprobe, and the filters and encoders that pictures and sound are made with.</summary>
internal sealed class FfmpegCheck(IMediaTools media, MediaProcesses processes) : ICheck
{
    private const int LongestList = 1 << 20;
    private static readonly Version Oldest = new(5, 0);

    private static readonly string[] Filters =
    [
        "afftdn", "aformat", "aresample", "asetpts", "atempo", "atrim", "bwdif", "color", "colorchannelmixer", "colorlevels", "crop", "format",
        "fps", "gblur", "geq", "hflip", "overlay", "pad", "pan", "premultiply", "scale", "setparams", "setpts", "setsar", "split", "subtitles",
        "tile", "tonemap", "transpose", "vflip", "zscale",
    ];

    private static readonly string[] Encoders = ["aac", "libmp3lame", "libx264", "mjpeg", "pcm_f32le", "pcm_s16le", "png"];

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await media.FindVersionAsync(cancellationToken).ConfigureAwait(false) is not { } version)
        {
            yield return Finding.Fail("ffmpeg", "FFmpeg does not start; install it: apt-get install ffmpeg");
            yield break;
        }

        var isOld = Version.TryParse(version.Split('-')[0], out var number) && number < Oldest;
        yield return isOld ? Finding.Warn("ffmpeg", $"version {version} is older than {Oldest}; some videos may fail") : Finding.Ok("ffmpeg", $"version {version}");
        yield return await ReadAsync(MediaTool.Ffprobe, "-version", cancellationToken).ConfigureAwait(false) is null
            ? Finding.Fail("ffprobe", "ffprobe does not start; it belongs to FFmpeg: apt-get install ffmpeg")
            : Finding.Ok("ffprobe", "starts");
        yield return await FindMissingAsync("filters", "-filters", Filters, cancellationToken).ConfigureAwait(false);
        yield return await FindMissingAsync("encoders", "-encoders", Encoders, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Finding> FindMissingAsync(string name, string list, string[] wanted, CancellationToken cancellationToken)
    {
        if (await ReadAsync(MediaTool.Ffmpeg, list, cancellationToken).ConfigureAwait(false) is not { } text)
        {
            return Finding.Fail(name, $"FFmpeg does not list its {name}");
        }

        // " V....D libx264              libx264 H.264": flags, name, description.
        var installed = text.Split('\n').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(w => w.Length > 1).Select(w => w[1]).ToHashSet(StringComparer.Ordinal);
        var missing = wanted.Where(w => !installed.Contains(w)).ToList();
        return missing.Count == 0
            ? Finding.Ok(name, $"all {wanted.Length} are there")
            : Finding.Fail(name, $"FFmpeg lacks {string.Join(", ", missing)}; install the distribution's complete build");
    }

    private async Task<string?> ReadAsync(MediaTool tool, string argument, CancellationToken cancellationToken)
    {
        try
        {
            var command = new MediaCommand(tool, ["-hide_banner", argument], processes.Options.ProbeTimeout);
            return Encoding.UTF8.GetString(await processes.ReadAsync(command, LongestList, cancellationToken).ConfigureAwait(false));
        }
        catch (MediaException)
        {
            return null;
        }
    }
}
