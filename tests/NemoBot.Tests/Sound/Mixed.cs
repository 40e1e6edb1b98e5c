using System.Runtime.InteropServices;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Sound.Analysis;
using NemoBot.LocalNemo.Sound.Measuring;
using NemoBot.LocalNemo.Sound.Mixing;
using NemoBot.Tests.Media;

namespace NemoBot.Tests.Sound;

/// <summary>The finished sound of a project, decoded again.</summary>
internal sealed class Mixed
{
    private readonly float[] _samples;

    private Mixed(MixReport report, string path)
    {
        (Report, Path) = (report, path);
        var bytes = SampleMedia.Run("ffmpeg", ["-v", "error", "-i", path, "-ac", "2", "-ar", "48000", "-f", "f32le", "-"]);
        _samples = MemoryMarshal.Cast<byte, float>(bytes).ToArray();
        Meter.Add(_samples);
    }

    public MixReport Report { get; }

    public string Path { get; }

    public LoudnessMeter Meter { get; } = new();

    public double Seconds => _samples.Length / 96_000.0;

    public static async Task<Mixed> MakeAsync(SampleMedia samples, Project project, string name = "sound.m4a")
    {
        using var processes = MediaUnderTest.Processes();
        var folder = samples.NewFolder();
        var path = System.IO.Path.Combine(folder, name);
        await using var mix = await new SoundMixer(processes, new SoundAnalyzer(processes)).StartAsync(project, path, folder, false, CancellationToken.None);
        return new Mixed(await mix.Completion, path);
    }

    /// <summary>A project of one file.</summary>
    public static Project Of(Asset asset) => new() { Clips = [new Clip(asset, TimeSpan.Zero, asset.Facts.Duration)] };

    /// <summary>Root mean square of a part, both channels.</summary>
    public double Level(double from, double to)
    {
        var part = Part(from, to);
        return Math.Sqrt(part.Sum(s => (double)s * s) / Math.Max(1, part.Length));
    }

    /// <summary>How strong a frequency is in a part, 1 for a sine of full scale: in both channels, or in one.</summary>
    public double Strength(double frequency, double from, double to, int? side = null)
    {
        var part = Part(from, to);
        double re = 0, im = 0;
        for (var i = 0; i + 1 < part.Length; i += 2)
        {
            var (angle, value) = (2 * Math.PI * frequency * i / 96_000, side is { } one ? part[i + one] : (part[i] + part[i + 1]) / 2);
            (re, im) = (re + (value * Math.Cos(angle)), im + (value * Math.Sin(angle)));
        }

        return 4 * Math.Sqrt((re * re) + (im * im)) / part.Length;
    }

    private float[] Part(double from, double to)
    {
        var (first, last) = ((int)(from * 48_000) * 2, Math.Min(_samples.Length, (int)(to * 48_000) * 2));
        return _samples[Math.Min(first, last)..last];
    }
}
