using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Strips;

/// <summary>How often key pictures come and how finely they are coded. They carry everything that does not move.</summary>
/// <param name="Every">Frames between them.</param>
/// <param name="Quantizer">Of a key picture.</param>
internal sealed record KeyPlan(int Every, int Quantizer)
{
    /// <summary>Sharp, for any picture: by this its detail is measured.</summary>
    public const int Usual = 23;

    /// <summary>For pictures full of detail. What stands still loses little, so that what moves may lose more.</summary>
    public const int Detailed = 22;

    /// <summary>
    /// Bytes a minute for key pictures, each of which holds the whole still background again. At 1080p one is 1 KB of a gradient and 7 to 24 KB
    /// of a cover over its blur: every 2 s. A busy one, or a photo that fills the frame, is 30 to 120 KB: seldom enough that they make up no more
    /// than half of a file of 2.6 MB a minute, or what fits into a chat would be shorter. Players decode from the key picture before: 12 s of
    /// strips take one core 0.9 s.
    /// </summary>
    private const double Budget = 1.3e6;

    /// <summary>What changes now and then, captions for example, is kept in memory once for each key picture.</summary>
    private const int Most = 2400;

    /// <summary>Seconds between key pictures; each divides the longest.</summary>
    private static readonly int[] Seconds = [2, 3, 4, 6, 12];

    /// <summary>Soft slopes show blocks and bands first, and cost least: the finest, a half larger, of a blur is 4 KB more.</summary>
    private static readonly (int Bytes, int Quantizer, double Growth)[] Levels = [(15_000, 16, 1.6), (30_000, 20, 1.4), (int.MaxValue, Detailed, 1.12)];

    /// <summary>As often and as fine as the size of a key picture and the length of the video allow.</summary>
    /// <param name="canvas">Tells the frame rate.</param>
    /// <param name="frames">Of the video.</param>
    /// <param name="bytes">Size of a key picture at the usual quantizer.</param>
    public static KeyPlan Find(Canvas canvas, long frames, int bytes)
    {
        var (_, quantizer, growth) = Levels.First(l => bytes <= l.Bytes);
        var seconds = Array.Find(Seconds, s => 60.0 / s * bytes * growth <= Budget && frames / (s * canvas.FrameRate) <= Most);
        return new KeyPlan(seconds > 0 ? FrameRates.In(seconds, canvas.FrameRate) : Longest(canvas), quantizer);
    }

    /// <summary>At multiples of so many frames there is a key picture, whatever its size.</summary>
    public static int Longest(Canvas canvas) => FrameRates.In(Seconds[^1], canvas.FrameRate);
}
