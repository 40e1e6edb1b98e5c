using System.Runtime.InteropServices;
using System.Text.Json;
using NemoBot.LocalNemo.Sound;
using NemoBot.LocalNemo.Sound.Mixing;
using NemoBot.Media.Movies;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Checking;

/// <summary>Reads back what a render wrote.</summary>
internal sealed class OutputReader(MediaProcesses processes, string folder)
{
    private const int MostReport = 1 << 20;
    private const int FrameSize = OutputSample.Width * OutputSample.Height;

    /// <summary>Length of the picture and of the sound as the file says; zero: there is none.</summary>
    public async Task<(TimeSpan Picture, TimeSpan Sound)> ReadLengthsAsync(string path, CancellationToken cancellationToken)
    {
        if (await MovieHeader.ReadAsync(path, cancellationToken).ConfigureAwait(false) is { } movie)
        {
            return (movie.Picture, movie.Sound);
        }

        string[] arguments =
        [
            "-hide_banner", "-loglevel", "error", "-print_format", "json", "-show_entries", "stream=codec_type,duration:stream_disposition=attached_pic", "-i", FfmpegArguments.FileName(path),
        ];
        var report = await processes.ReadAsync(new MediaCommand(MediaTool.Ffprobe, arguments, processes.Options.ProbeTimeout), MostReport, cancellationToken).ConfigureAwait(false);
        using var document = JsonDocument.Parse(report);
        var streams = document.RootElement.GetProperty("streams").EnumerateArray().Where(s => s.GetProperty("disposition").GetProperty("attached_pic").GetInt32() == 0).ToList();
        return (LengthOf(streams, "video"), LengthOf(streams, "audio"));
    }

    /// <summary>Decodes moments of a file, all of them in one process.</summary>
    /// <param name="path">The file.</param>
    /// <param name="starts">Where they begin.</param>
    /// <param name="frames">How many frames of each; 0: there is no picture.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<IReadOnlyList<OutputSample>> DecodeAsync(string path, IReadOnlyList<TimeSpan> starts, int frames, CancellationToken cancellationToken)
    {
        List<string> arguments = [.. FfmpegArguments.Start, "-xerror", .. FfmpegArguments.Progress];
        foreach (var start in starts)
        {
            arguments.AddRange(["-ss", FfmpegArguments.Seconds(start), "-t", FfmpegArguments.Seconds(OutputSample.Length), "-vn", "-i", FfmpegArguments.FileName(path)]);
        }

        // FFmpeg decodes an input to its end even when no more frames are wanted: pictures are inputs of their own, and shorter ones.
        foreach (var start in frames > 0 ? starts : [])
        {
            arguments.AddRange(
                ["-ss", FfmpegArguments.Seconds(start), "-t", FfmpegArguments.Seconds(OutputSample.PictureLength), "-an", "-threads", "1", "-skip_loop_filter", "all", "-i", FfmpegArguments.FileName(path)]);
        }

        for (var i = 0; i < starts.Count; i++)
        {
            if (frames > 0)
            {
                arguments.AddRange(
                [
                    "-map", $"{starts.Count + i}:v:0", "-frames:v", $"{frames}", "-vf", $"scale={OutputSample.Width}:{OutputSample.Height}:flags=area:in_range=tv:out_range=pc,format=gray", "-f", "rawvideo", FfmpegArguments.FileName(PathOf(i, "gray")),
                ]);
            }

            arguments.AddRange(["-map", $"{i}:a:0", "-ac", "2", "-ar", $"{SoundFormat.Rate}", "-c:a", "pcm_f32le", "-f", "f32le", FfmpegArguments.FileName(PathOf(i, "pcm"))]);
        }

        await processes.RunAsync(new MediaCommand(MediaTool.Ffmpeg, arguments, processes.Options.RenderTimeout), TimeSpan.Zero, null, cancellationToken).ConfigureAwait(false);
        List<OutputSample> samples = [];
        for (var i = 0; i < starts.Count; i++)
        {
            samples.Add(new OutputSample(starts[i], frames > 0 ? await ReadPicturesAsync(i, cancellationToken).ConfigureAwait(false) : [], await ReadSoundAsync(i, cancellationToken).ConfigureAwait(false)));
        }

        return samples;
    }

    private static TimeSpan LengthOf(IEnumerable<JsonElement> streams, string type) => streams
        .Where(s => s.GetProperty("codec_type").GetString() == type && s.TryGetProperty("duration", out _))
        .Select(s => TimeSpan.FromSeconds(double.Parse(s.GetProperty("duration").GetString()!, System.Globalization.CultureInfo.InvariantCulture)))
        .FirstOrDefault();

    private string PathOf(int index, string ending) => Path.Combine(folder, $"check-{index}.{ending}");

    private async Task<IReadOnlyList<byte[]>> ReadPicturesAsync(int index, CancellationToken cancellationToken)
    {
        var bytes = await File.ReadAllBytesAsync(PathOf(index, "gray"), cancellationToken).ConfigureAwait(false);
        return [.. bytes.Chunk(FrameSize).Where(f => f.Length == FrameSize)];
    }

    private async Task<LevelTrace> ReadSoundAsync(int index, CancellationToken cancellationToken)
    {
        var trace = new LevelTrace();
        var bytes = await File.ReadAllBytesAsync(PathOf(index, "pcm"), cancellationToken).ConfigureAwait(false);
        trace.Add(MemoryMarshal.Cast<byte, float>(bytes.AsSpan(0, bytes.Length / 8 * 8)));
        return trace;
    }
}
