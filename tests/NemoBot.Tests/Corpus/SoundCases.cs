namespace NemoBot.Tests.Corpus;

/// <summary>Sound in every container, codec, rate, depth and layout.</summary>
internal static class SoundCases
{
    private static readonly string[] Layouts = ["mono", "stereo", "2.1", "3.0", "quad", "5.0", "5.1", "6.1", "7.1"];
    private static readonly int[] Rates = [8000, 11025, 16000, 22050, 32000, 44100, 48000, 96000];

    public static IEnumerable<CorpusCase> All() => [.. Depths(), .. RatesOf(), .. LayoutsOf(), .. Containers()];

    private static IEnumerable<CorpusCase> Depths()
    {
        foreach (var codec in (string[])["pcm_u8", "pcm_s16le", "pcm_s24le", "pcm_s32le", "pcm_f32le", "pcm_f64le", "pcm_alaw", "pcm_mulaw", "adpcm_ms", "adpcm_ima_wav"])
        {
            yield return new($"depth-{codec}.wav", "depth", $"-c:a {codec}");
        }

        foreach (var codec in (string[])["pcm_s8", "pcm_s16be", "pcm_s24be", "pcm_s32be", "pcm_f32be", "pcm_f64be"])
        {
            yield return new($"depth-{codec}.aiff", "depth", $"-c:a {codec}");
            yield return new($"depth-{codec}.au", "depth", $"-c:a {codec}");
        }

        foreach (var codec in (string[])["pcm_s16le", "pcm_s24be", "pcm_f32le", "alac"])
        {
            yield return new($"depth-{codec}.caf", "depth", $"-c:a {codec}");
        }

        yield return new("depth-16.flac", "depth", "-sample_fmt s16");
        yield return new("depth-24.flac", "depth", "-sample_fmt s32");
        yield return new("depth-24.wv", "depth", "-sample_fmt s32p");
    }

    private static IEnumerable<CorpusCase> RatesOf()
    {
        foreach (var rate in Rates)
        {
            yield return new($"rate-{rate}.wav", "rate", $"-ar {rate}");
            yield return new($"rate-{rate}.flac", "rate", $"-ar {rate}");
            yield return new($"rate-{rate}.m4a", "rate", $"-c:a aac -ar {rate}");
            yield return new($"rate-{rate}.ogg", "rate", $"-c:a libvorbis -ar {Math.Min(rate, 48000)}");
            if (rate <= 48_000)
            {
                yield return new($"rate-{rate}.mp3", "rate", $"-c:a libmp3lame -ar {rate}");
            }
        }
    }

    private static IEnumerable<CorpusCase> LayoutsOf()
    {
        foreach (var layout in Layouts)
        {
            foreach (var extension in (string[])["wav", "flac", "m4a", "opus", "w64", "mka"])
            {
                var codec = extension switch { "opus" => "-c:a libopus", "m4a" => "-c:a aac", "mka" => "-c:a pcm_s16le", _ => "" };
                var isOdd = layout is "2.1" or "6.1" && extension is "m4a" or "opus";
                if (!isOdd)
                {
                    yield return new($"layout-{layout}.{extension}", "layout", $"-af aformat=channel_layouts={layout} {codec}");
                }
            }
        }

        foreach (var layout in (string[])["stereo", "quad", "5.0", "5.1"])
        {
            yield return new($"layout-{layout}.ac3", "layout", $"-af aformat=channel_layouts={layout} -c:a ac3") { Delay = 0.006 };
            yield return new($"layout-{layout}.dts", "layout", $"-af aformat=channel_layouts={layout},aresample=48000 -c:a dca -strict -2") { Delay = 0.012 };
        }
    }

    private static IEnumerable<CorpusCase> Containers()
    {
        (string Name, string Arguments, double Delay)[] files =
        [
            ("s.aac", "-c:a aac", 0.024), ("s.latm", "-c:a aac -f latm", 0.024), ("s.mp2", "-c:a mp2", 0.011), ("s.mp3", "-c:a libmp3lame -q:a 4", 0),
            ("no-header.mp3", "-c:a libmp3lame -write_xing 0", 0.027), ("s.eac3", "-c:a eac3", 0.006), ("s.tta", "-c:a tta", 0), ("s.wma", "-c:a wmav2", 0.05),
            ("s.rf64.wav", "-rf64 always", 0), ("alac.m4a", "-c:a alac", 0), ("s.mka", "-c:a libopus", 0), ("sound.webm", "-c:a libopus", 0),
            ("sound.avi", "-c:a pcm_s16le", 0), ("sound.mp4", "-c:a aac", 0), ("sound.mov", "-c:a pcm_s16le", 0), ("sound.3gp", "-c:a aac", 0), ("s.oga", "-c:a flac", 0),
            ("sound.mkv", "-c:a libmp3lame", 0.027), ("speex-like.ogg", "-c:a libvorbis -ac 1 -ar 16000", 0), ("frag.m4a", "-c:a aac -movflags +frag_keyframe+empty_moov", 0.024),
        ];
        return files.Select(f => new CorpusCase(f.Name, "container", f.Arguments) { Delay = f.Delay });
    }
}
