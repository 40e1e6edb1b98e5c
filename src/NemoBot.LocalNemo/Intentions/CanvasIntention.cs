using NemoBot.LocalNemo.Language;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Intentions;

/// <summary>Shape, size and frame rate of the picture.</summary>
internal sealed class CanvasIntention : IIntention
{
    private const int LargestShortSide = 1080;

    public void Apply(Clause clause, Workbench bench)
    {
        var before = bench.Project.Canvas;
        var (ratio, lines) = ReadRatio(clause);
        foreach (var i in clause.Free(TokenKind.Lines).ToList())
        {
            // 4k is 2160 lines.
            lines = clause.Claim(i).Value is >= 2000 ? LargestShortSide * 2 : (int)clause.Tokens[i].Value;
        }

        var rate = before.FrameRate;
        foreach (var i in clause.Free(TokenKind.FrameRate).ToList())
        {
            rate = (int)Math.Clamp(clause.Claim(i).Value, 10, 60);
        }

        if (ratio is null && lines is null && rate == before.FrameRate)
        {
            return;
        }

        if (lines > LargestShortSide)
        {
            bench.Note("canvas.largest");
        }

        var shortSide = Math.Clamp(lines ?? Canvases.ShortSide(before), 240, LargestShortSide);
        bench.Project = bench.Project with { Canvas = Canvases.Of(ratio ?? before.Width / (double)before.Height, shortSide, rate) };
        Tell(clause, bench, before);
    }

    private static void Tell(Clause clause, Workbench bench, Canvas before)
    {
        var canvas = bench.Project.Canvas;
        clause.ClaimAll(Concept.Change, Concept.Video, Concept.It, Concept.For, Concept.To, Concept.And, Concept.Whole, Concept.At);
        bench.DidTo("canvas", "set_aspect_ratio", canvas == before ? "canvas.same" : "canvas.set", canvas.Width, canvas.Height, canvas.FrameRate);
        bench.Last = Subject.Video;
    }

    private static (double? Ratio, int? Lines) ReadRatio(Clause clause)
    {
        double? ratio = null;
        int? lines = null;
        foreach (var i in clause.Free(TokenKind.Ratio).ToList())
        {
            var token = clause.Claim(i);
            ratio = Math.Clamp(token.Value, 0.4, 2.5);
            lines = token.Time > TimeSpan.Zero ? (int)token.Time.Ticks : lines;
        }

        // A word beside a ratio ("9:16 vertical") says the same once more.
        ratio = clause.ClaimAll(Concept.Portrait) ? ratio ?? 9.0 / 16 : ratio;
        ratio = clause.ClaimAll(Concept.Landscape) ? ratio ?? 16.0 / 9 : ratio;
        ratio = clause.ClaimAll(Concept.Square) ? ratio ?? 1 : ratio;
        return (ratio, lines);
    }
}
