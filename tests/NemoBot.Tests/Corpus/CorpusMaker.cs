using NemoBot.Core.Media;
using NemoBot.Tests.Media;

namespace NemoBot.Tests.Corpus;

/// <summary>
/// Makes the files. The picture has a red, a green, a blue and a yellow quarter; after one second of two a white square appears in its
/// middle and a tone begins.
/// </summary>
internal static class CorpusMaker
{
    public const double Onset = 1;
    public const double Seconds = 2;

    private const string Quarters =
        "geq=r='255*(lt(X,W/2)*lt(Y,H/2)+gte(X,W/2)*gte(Y,H/2))':g='255*gte(X,W/2)':b='255*lt(X,W/2)*gte(Y,H/2)',"
        + "drawbox=x=iw*3/8:y=ih*3/8:w=iw/4:h=ih/4:color=white:t=fill:enable='gte(t,0.999)'";

    public static string Make(SampleMedia samples, CorpusCase item, MediaKind kind)
    {
        var picture = $"nullsrc=s={item.Width}x{item.Height}:r={item.Rate}:d={Seconds},format=gbrp,{Quarters}";
        List<string> arguments = ["-v", "error", "-nostdin", "-y"];
        if (kind == MediaKind.Video)
        {
            arguments.AddRange(["-f", "lavfi", "-i", picture]);
        }

        if (kind == MediaKind.Image)
        {
            arguments.AddRange(["-f", "lavfi", "-i", picture, "-frames:v", "1", "-update", "1"]);
        }
        else if (item.HasSound)
        {
            arguments.AddRange(["-f", "lavfi", "-i", $"aevalsrc=0.3*sin(2*PI*1000*t)*gte(t\\,{Onset}):d={Seconds}:s=48000"]);
        }

        if (kind == MediaKind.Video && item.Filters.Length > 0)
        {
            arguments.AddRange(["-vf", item.Filters.TrimEnd(',')]);
        }

        arguments.AddRange(item.Arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var path = Path.Combine(samples.NewFolder(), item.Name);
        SampleMedia.Run("ffmpeg", [.. arguments, "file:" + path]);
        return item.QuarterTurns == 0 ? path : Turn(path, item.QuarterTurns);
    }

    private static string Turn(string path, int quarterTurns)
    {
        var turned = Path.Combine(Path.GetDirectoryName(path)!, "turned-" + Path.GetFileName(path));
        SampleMedia.Run("ffmpeg", ["-v", "error", "-nostdin", "-y", "-i", "file:" + path, "-c", "copy", "-metadata:s:v:0", $"rotate={quarterTurns * 90}", "file:" + turned]);
        return turned;
    }
}
