namespace NemoBot.Tests.Corpus;

/// <summary>Video in every container, codec, rate, rotation, aspect and coding of colors.</summary>
internal static class VideoCases
{
    private const string H264 = "-c:v libx264 -preset ultrafast -crf 12 -pix_fmt yuv420p";
    private const string Tags = "-color_primaries bt709 -color_trc bt709 -colorspace bt709 -color_range tv";
    private const string To709 = "scale=out_color_matrix=bt709:out_range=tv,";

    public static IEnumerable<CorpusCase> All() => [.. Containers(), .. Rates(), .. Rotations(), .. Aspects(), .. Colors(), .. Fields()];

    private static IEnumerable<CorpusCase> Containers()
    {
        (string Name, string Arguments)[] files =
        [
            ("h264.mp4", $"{H264} -c:a aac"), ("hevc.mp4", "-c:v libx265 -preset ultrafast -x265-params log-level=error -pix_fmt yuv420p -c:a aac"), ("mpeg4.mp4", "-c:v mpeg4 -q:v 2 -c:a aac"),
            ("mp3.mp4", $"{H264} -c:a libmp3lame"), ("opus.mp4", $"{H264} -c:a libopus"), ("alac.mov", $"{H264} -c:a alac"), ("h264.mov", $"{H264} -c:a pcm_s16le"),
            ("prores.mov", "-c:v prores_ks -pix_fmt yuv422p10le -c:a pcm_s24le"), ("mjpeg.mov", "-c:v mjpeg -q:v 2 -pix_fmt yuvj420p -c:a pcm_s16be"), ("h264.mkv", $"{H264} -c:a libvorbis"),
            ("hevc.mkv", "-c:v libx265 -preset ultrafast -x265-params log-level=error -pix_fmt yuv420p -c:a flac"), ("vp8.mkv", "-c:v libvpx -b:v 2M -deadline realtime -c:a libopus"), ("ffv1.mkv", "-c:v ffv1 -pix_fmt yuv420p -c:a pcm_s16le"),
            ("ac3.mkv", $"{H264} -c:a ac3"), ("vp8.webm", "-c:v libvpx -b:v 2M -deadline realtime -c:a libvorbis"), ("vp9.webm", "-c:v libvpx-vp9 -b:v 2M -deadline realtime -cpu-used 8 -c:a libopus"),
            ("mpeg4.avi", "-c:v mpeg4 -q:v 2 -c:a libmp3lame"), ("mjpeg.avi", "-c:v mjpeg -q:v 2 -pix_fmt yuvj420p -c:a pcm_s16le"), ("raw.avi", "-c:v rawvideo -pix_fmt yuv420p -c:a pcm_s16le"), ("mpeg2.mpg", "-c:v mpeg2video -q:v 2 -c:a mp2"),
            ("h264.ts", $"{H264} -c:a aac"), ("mpeg2.ts", "-c:v mpeg2video -q:v 2 -c:a mp2"), ("camera.mts", $"{H264} -c:a ac3 -mpegts_m2ts_mode 1 -f mpegts"), ("h264.flv", $"{H264} -c:a aac"), ("flv1.flv", "-c:v flv1 -q:v 2 -c:a libmp3lame -ar 44100"),
            ("wmv2.wmv", "-c:v wmv2 -q:v 2 -c:a wmav2"), ("theora.ogv", "-c:v libtheora -q:v 9 -c:a libvorbis"), ("h264.3gp", $"{H264} -c:a aac"), ("frag.mp4", $"{H264} -c:a aac -movflags +frag_keyframe+empty_moov"), ("bframes.mp4", "-c:v libx264 -preset fast -bf 4 -pix_fmt yuv420p -c:a aac"),
        ];
        // Theora leaves out pictures that do not change, and the last one is held for as long as the one before.
        foreach (var (name, arguments) in files)
        {
            yield return new(name, "video container", arguments) { Filters = To709, Delay = name.StartsWith("theora", StringComparison.Ordinal) ? 0.13 : name.EndsWith("flv", StringComparison.Ordinal) || name.StartsWith("camera", StringComparison.Ordinal) || name.Contains("mpeg", StringComparison.Ordinal) || name.EndsWith("wmv", StringComparison.Ordinal) ? 0.05 : 0 };
        }

        yield return new("silent.mp4", "video container", $"{H264} -an") { HasSound = false };
        yield return new("clip.gif", "video container", "-an") { HasSound = false };
    }

    private static IEnumerable<CorpusCase> Rates() =>
        from rate in (string[])["10", "12", "15", "24000/1001", "24", "25", "30000/1001", "30", "50", "60000/1001", "60", "120"]
        from extension in (string[])["mp4", "mkv", "mov"]
        select new CorpusCase($"fps-{rate.Replace('/', '-')}.{extension}", "frame rate", $"{H264} -c:a aac") { Rate = rate };

    private static IEnumerable<CorpusCase> Rotations() =>
        from turns in (int[])[0, 1, 2, 3]
        from extension in (string[])["mp4", "mov"]
        from size in ((int, int)[])[(160, 120), (120, 160), (96, 96)]
        select new CorpusCase($"turn-{turns}-{size.Item1}.{extension}", "rotation", $"{H264} -c:a aac") { QuarterTurns = turns, Width = size.Item1, Height = size.Item2 };

    private static IEnumerable<CorpusCase> Aspects() =>
        from aspect in ((string, double)[])[("4/3", 4 / 3.0), ("8/9", 8 / 9.0), ("16/11", 16 / 11.0), ("3/4", 0.75), ("2", 2), ("10/11", 10 / 11.0)]
        from extension in (string[])["mp4", "mkv", "mov", "ts"]
        select new CorpusCase($"sar-{aspect.Item1.Replace('/', '-')}.{extension}", "aspect", $"{H264} -c:a aac") { Filters = $"setsar={aspect.Item1},", PixelAspect = aspect.Item2 };

    private static IEnumerable<CorpusCase> Colors()
    {
        foreach (var format in (string[])["yuv420p", "yuv422p", "yuv444p", "yuv420p10le", "yuv422p10le", "yuv444p10le"])
        {
            yield return new($"format-{format}.mp4", "color", $"-c:v libx264 -preset ultrafast -crf 12 -pix_fmt {format} {Tags} -c:a aac") { Filters = To709 };
            yield return new($"format-{format}.mkv", "color", $"-c:v libx265 -preset ultrafast -x265-params log-level=error -pix_fmt {format} {Tags} -c:a aac") { Filters = To709 };
        }

        foreach (var (matrix, tag) in ((string, string)[])[("bt601", "smpte170m"), ("bt709", "bt709"), ("bt601", "bt470bg")])
        {
            foreach (var range in (string[])["tv", "pc"])
            {
                yield return new($"matrix-{tag}-{range}.mp4", "color", $"{H264} -colorspace {tag} -color_range {range} -c:a aac")
                {
                    Filters = $"scale=out_color_matrix={matrix}:out_range={range},",
                };
            }
        }
    }

    private static IEnumerable<CorpusCase> Fields()
    {
        yield return new("fields-tff.mpg", "fields", "-c:v mpeg2video -q:v 2 -flags +ildct+ilme -top 1 -c:a mp2") { Filters = "interlace=scan=tff,", Rate = "50", Delay = 0.05 };
        yield return new("fields-bff.ts", "fields", "-c:v mpeg2video -q:v 2 -flags +ildct+ilme -top 0 -c:a mp2") { Filters = "interlace=scan=bff,", Rate = "50", Delay = 0.05 };
        yield return new("fields-tff.mp4", "fields", $"{H264} -flags +ildct+ilme -x264opts tff=1 -c:a aac") { Filters = "interlace=scan=tff,", Rate = "50" };
    }
}
