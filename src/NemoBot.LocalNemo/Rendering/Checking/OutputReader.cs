using System.Globalization;
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
            "-hide_banner", "-loglevel", "error", "-print_format", "json",
            "-show_entries", "stream=codec_type,duration:stream_disposition=attached_pic", "-i", FfmpegArguments.FileName(path),
        ];
        var command = new MediaCommand(MediaTool.Ffprobe, arguments, processes.Options.ProbeTimeout);
        using var document = JsonDocument.Parse(await processes.ReadAsync(command, MostReport, cancellationToken).ConfigureAwait(false));
        var streams = document.RootElement.GetProperty("streams").EnumerateArray().Where(s => !IsCover(s)).ToList();
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
        arguments.AddRange(starts.SelectMany(s => Input(path, s, OutputSample.Length, ["-vn"])));

        // FFmpeg decodes an input to its end even when no more frames are wanted: pictures are inputs of their own, and shorter ones.
        if (frames > 0)
        {
            arguments.AddRange(starts.SelectMany(s => Input(path, s, OutputSample.PictureLength, ["-an", "-threads", "1", "-skip_loop_filter", "all"])));
            arguments.AddRange(starts.SelectMany((_, i) => PicturesOf(i, starts.Count + i, frames)));
        }

        arguments.AddRange(starts.SelectMany((_, i) => SoundOf(i)));
        var command = new MediaCommand(MediaTool.Ffmpeg, arguments, processes.Options.RenderTimeout);
        await processes.RunAsync(command, TimeSpan.Zero, null, cancellationToken).ConfigureAwait(false);
        List<OutputSample> samples = [];
        for (var i = 0; i < starts.Count; i++)
        {
            var pictures = frames > 0 ? await ReadPicturesAsync(i, cancellationToken).ConfigureAwait(false) : [];
            samples.Add(new OutputSample(starts[i], pictures, await ReadSoundAsync(i, cancellationToken).ConfigureAwait(false)));
        }

        return samples;
    }

    private static string[] Input(string path, TimeSpan start, TimeSpan length, string[] options) =>
        ["-ss", FfmpegArguments.Seconds(start), "-t", FfmpegArguments.Seconds(length), .. options, "-i", FfmpegArguments.FileName(path)];

    private string[] PicturesOf(int index, int input, int frames) =>
    [
        "-map", $"{input}:v:0", "-frames:v", $"{frames}",
        "-vf", $"scale={OutputSample.Width}:{OutputSample.Height}:flags=area:in_range=tv:out_range=pc,format=gray",
        "-f", "rawvideo", FfmpegArguments.FileName(PathOf(index, "gray")),
    ];

    private string[] SoundOf(int index) =>
        ["-map", $"{index}:a:0", "-ac", "2", "-ar", $"{SoundFormat.Rate}", "-c:a", "pcm_f32le", "-f", "f32le", FfmpegArguments.FileName(PathOf(index, "pcm"))];

    private static bool IsCover(JsonElement stream) => stream.GetProperty("disposition").GetProperty("attached_pic").GetInt32() != 0;

    private static TimeSpan LengthOf(IEnumerable<JsonElement> streams, string type) => streams
        .Where(s => s.GetProperty("codec_type").GetString() == type && s.TryGetProperty("duration", out _))
        .Select(s => TimeSpan.FromSeconds(double.Parse(s.GetProperty("duration").GetString()!, CultureInfo.InvariantCulture)))
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
