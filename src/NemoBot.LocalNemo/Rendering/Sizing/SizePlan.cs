using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Rendering.Sizing;

/// <summary>How a file is made so that it stays below a size.</summary>
/// <param name="Canvas">Size and rate of the picture.</param>
/// <param name="VideoBitrate">Most bits per second of the picture; 0: without a bound.</param>
/// <param name="SoundBitrate">Bits per second of the sound; 0: as usual.</param>
internal sealed record SizePlan(Canvas Canvas, int VideoBitrate, int SoundBitrate)
{
    /// <summary>Good first: the picture gets smaller before it gets ugly.</summary>
    private static readonly (int Side, double Rate, int Sound)[] Ladder =
    [
        (int.MaxValue, 60, Usual), (int.MaxValue, 60, 128_000),
        (720, 30, 128_000), (720, 30, 96_000),
        (480, 30, 96_000), (480, 30, 64_000), (480, 15, 64_000),
        (360, 15, 48_000), (360, 15, 32_000),
    ];

    private static readonly int[] SoundRates = [Usual, 160_000, 128_000, 112_000, 96_000, 80_000, 64_000, 48_000, 32_000];

    /// <summary>Bits per second of sound that nobody restricts.</summary>
    public const int Usual = 192_000;

    /// <summary>MP3 leaves out so much below this that it sounds like another recording.</summary>
    private const int LeastMp3 = 48_000;

    /// <summary>Room for what the container says about the file, and for the encoder's bad aim.</summary>
    private const double Reserve = 0.97;

    /// <summary>Files below this size have no cover of their own, which takes up to the part after it.</summary>
    private const long CoverFrom = 2_000_000;
    private const long CoverBytes = 200_000;

    /// <summary>Bits that MP4 spends on the place of each packet.</summary>
    private const double PictureEntry = 120;
    private const double SoundEntry = 40;
    private const double SoundPackets = 47;
    private const int LeastPicture = 8_000;
    private const double GifBytesPerSecond = 20_000;
    private const int LeastGifSide = 96;

    /// <summary>What the encoder may spend ahead, in seconds of its rate.</summary>
    public static double AheadOf(TimeSpan length) => Math.Min(2, length.TotalSeconds / 4);

    /// <summary>The file can hold a cover of its own.</summary>
    public static bool HoldsCover(long maxBytes) => maxBytes >= CoverFrom;

    /// <summary>The best plan that holds; null if nothing that can be watched or heard is so small.</summary>
    public static SizePlan? Find(Project project, long maxBytes)
    {
        var format = project.Output.Format;
        if (format == OutputFormat.Gif)
        {
            return maxBytes < GifBytesPerSecond * LengthOf(project) ? null : new SizePlan(project.Canvas, 0, 0);
        }

        if (OutputFormats.IsSound(format))
        {
            var most = RoomIn(maxBytes) / LengthOf(project) - (format == OutputFormat.M4a ? SoundEntry * SoundPackets : 0);
            var rate = Array.Find(SoundRates, r => r <= most);
            return rate >= (format == OutputFormat.Mp3 ? LeastMp3 : SoundRates[^1]) ? new SizePlan(project.Canvas, 0, rate) : null;
        }

        return Ladder.Select((s, i) => Step(project, maxBytes, s, i == Ladder.Length - 1)).FirstOrDefault(p => p is not null);
    }

    /// <summary>The plan that holds, or what comes nearest.</summary>
    public static SizePlan Nearest(Project project, long maxBytes) =>
        Find(project, maxBytes) ?? Find(project, Least(project)) ?? new SizePlan(project.Canvas, 0, 0);

    /// <summary>The least bytes for which there is a plan, in steps that people would say.</summary>
    public static long Least(Project project)
    {
        var step = 100_000L;
        while (Find(project, step) is null && step < long.MaxValue / 4)
        {
            step *= 2;
        }

        // Two digits are enough, and more bytes than needed do no harm.
        var (low, high) = (step / 2, step);
        while (high - low > Math.Max(10_000, low / 50))
        {
            var middle = (low + high) / 2;
            (low, high) = Find(project, middle) is null ? (middle, high) : (low, middle);
        }

        var unit = high > 10_000_000 ? 1_000_000 : 100_000;
        return (high + unit - 1) / unit * unit;
    }

    /// <summary>The plan after a file that came out too large.</summary>
    public SizePlan Tighter(Project project, long size, long maxBytes)
    {
        if (project.Output.Format == OutputFormat.Gif)
        {
            var side = Math.Min(Canvas.Width, Canvas.Height);
            return this with { Canvas = Scale(Canvas, (int)Math.Max(LeastGifSide, side * Math.Sqrt(0.85 * maxBytes / size)), Canvas.FrameRate) };
        }

        var part = Math.Clamp(0.95 * maxBytes / size, 0.7, 0.93);
        var lower = Array.Find(SoundRates, r => r < SoundBitrate);
        return this with
        {
            VideoBitrate = (int)Math.Max(LeastPicture, VideoBitrate * part),
            SoundBitrate = VideoBitrate > 0 || lower == 0 ? SoundBitrate : lower,
        };
    }

    private static SizePlan? Step(Project project, long maxBytes, (int Side, double Rate, int Sound) step, bool isLast)
    {
        var rate = project.Canvas.FrameRate;
        while (rate > step.Rate + 0.01)
        {
            rate /= 2;
        }

        var canvas = Scale(project.Canvas, step.Side, rate);
        var seconds = LengthOf(project);
        var fixedBits = (step.Sound + (SoundEntry * SoundPackets) + (PictureEntry * rate)) * seconds;
        var bits = (RoomIn(maxBytes) - fixedBits) / (seconds + AheadOf(project.Duration));
        var least = LeastPerPixel(project) / (isLast ? 1.5 : 1) * canvas.Width * canvas.Height * rate;
        return bits >= Math.Max(LeastPicture, least) ? new SizePlan(canvas, (int)Math.Min(bits, 20_000_000), step.Sound) : null;
    }

    /// <summary>Bits per pixel and picture below which it falls apart: what moves everywhere needs most, what stands still next to nothing.</summary>
    private static double LeastPerPixel(Project project)
    {
        var isVideo = project.Background is { Kind: BackgroundKind.Video } or { Asset.Facts.HasVideo: true };
        var showsVideo = project.Slides.Count == 0 ? isVideo : project.Slides.Any(s => s.Asset.Facts.HasVideo);
        return project.Scene is not null ? 0.008 : showsVideo ? 0.03 : project.Slides.Count > 0 || project.Background.Motion != default ? 0.008 : 0.003;
    }

    private static double LengthOf(Project project) =>
        Math.Max(0.1, Math.Min(project.Duration.TotalSeconds, project.Output.Format == OutputFormat.Gif ? OutputFormats.LongestGif.TotalSeconds : double.MaxValue));

    private static double RoomIn(long maxBytes) => ((maxBytes * Reserve) - (HoldsCover(maxBytes) ? CoverBytes : 0)) * 8;

    private static Canvas Scale(Canvas canvas, int side, double rate) => Math.Min(canvas.Width, canvas.Height) <= side ? canvas with { FrameRate = rate }
        : CanvasSizes.Of(canvas.Width / (double)canvas.Height, side, rate);
}
