using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Output;

/// <summary>Reads the shape, size and frame rate of the picture, by numbers, words or the names of platforms.</summary>
internal sealed partial class CanvasReader : IClauseReader
{
    private const double Upright = 9.0 / 16;
    private const double Wide = 16.0 / 9;

    // Fewer are pictures, not a rate.
    private const double LeastRate = 5;

    private static readonly (Concept Concept, double Ratio)[] Shapes =
    [
        (Concept.Portrait, Upright), (Concept.Landscape, Wide), (Concept.Square, 1), (Concept.TikTok, Upright), (Concept.Reels, Upright), (Concept.Shorts, Upright),
        (Concept.Story, Upright), (Concept.YouTube, Wide), (Concept.Instagram, 1), (Concept.Xiaohongshu, 3.0 / 4),
    ];

    public void Read(Clause clause, Reading reading)
    {
        // "upload it to youtube" asks for something else, which is declined.
        if (clause.HasFree(Concept.Publish))
        {
            return;
        }

        ClaimWhereItIsWatched(clause);

        var asked = ReadShape(clause);
        if (clause.HasFree(Concept.Crop) && asked.Ratio is not null)
        {
            clause.ClaimAll(Concept.Crop, Concept.Middle);
            reading.Add(new SetPicture { Fit = PictureFit.Crop });
        }

        if (asked == new SetCanvas() || (asked is { Ratio: { } ratio, ShortSide: null, FrameRate: null } && AddBeside(clause, reading, ratio)))
        {
            return;
        }

        var others = ReadOthers(clause, asked.Ratio);
        clause.ClaimAll(Concept.Variants, Concept.AllOf, Concept.VersionWord, Concept.SocialMedia, Concept.Publish, Concept.Each);
        clause.ClaimFrame();
        reading.Add(asked, Subject.Video);
        if (others.Count > 0)
        {
            reading.Add(new AlsoMake(others), Subject.Video);
        }
    }

    private static SetCanvas ReadShape(Clause clause)
    {
        var (ratio, lines) = ReadRatio(clause);
        foreach (var i in clause.Free(TokenKind.Lines).ToList())
        {
            // 4k is 2160 lines.
            lines = clause.Claim(i).Value is >= 2000 ? 2160 : (int)clause.Tokens[i].Value;
        }

        lines = clause.ClaimAll(Concept.FullHd) ? 1080 : lines;
        return new SetCanvas { Ratio = ratio, ShortSide = lines, FrameRate = RateIn(clause) };
    }

    /// <summary>A mere shape may be one more beside the first, or say once more which is made already.</summary>
    private static bool AddBeside(Clause clause, Reading reading, double ratio)
    {
        if (reading.Edits.OfType<AlsoMake>().Any(a => a.Formats.Contains(OutputVariant.NameOf(ratio))) && !clause.Has(Concept.Change))
        {
            // "also a vertical version, for TikTok": where it goes, not another shape of the first.
            clause.ClaimAll(Concept.Publish, Concept.SocialMedia);
        }
        else if (IsAnother(clause, reading))
        {
            clause.ClaimAll(Concept.VersionWord, Concept.Another, Concept.Variants, Concept.Then);
            reading.Add(new AlsoMake([OutputVariant.NameOf(ratio)]), Subject.Video);
        }
        else if (reading.Edits.OfType<SetCanvas>().LastOrDefault() is { Ratio: { } first } && Math.Abs(ratio - first) > 0.01 && IsListed(clause))
        {
            // "three sizes: 9:16, 1:1 and 16:9": the ones after the first come beside it.
            reading.Add(new AlsoMake([OutputVariant.NameOf(ratio), .. ReadOthers(clause, ratio)]), Subject.Video);
        }
        else
        {
            return false;
        }

        clause.ClaimFrame();
        return true;
    }

    /// <summary>"also a square version": one more beside the shape that there is.</summary>
    private static bool IsAnother(Clause clause, Reading reading) => (reading.Situation.HasMaterial || clause != reading.Clauses[0])
        && (OneMore().IsMatch(clause.Text) || (!(clause.Has(Concept.Change) && !clause.Has(Concept.Another)) && IsFurther(clause)));

    private static bool IsFurther(Clause clause) => (clause.IsLater && LaterOne().IsMatch(clause.Text))
        || (clause.Has(Concept.VersionWord) && (clause.IsLater || clause.Tokens.Any(t => WordLists.Further.Contains(clause.TextOf(t)))));

    /// <summary>"make another one in square", "a vertical one too", 再来个横版的, 还要一个方的, 竖的也要.</summary>
    [GeneratedRegex(@"\b(?:another|one more)(?: one| version| video| copy)? (?:in|as|that is|for)\b|^plus (?:a|an|one)\b|^(?:另外|顺便)?(?:再|还|另外)(?:来|要|给我|给|做|出|导出?|想要|弄|加)(?:.{0,2}(?:个|份)|.{0,4}版)|\b(?:an?|the) (?:[\w:]+ ){0,3}?(?:one|version|copy|video) (?:too|as well|also)\b|(?:[横竖方]|版|屏|\d)的?(?:还|也)(?:要|来|做|出)(?:一?[个份])?(?:吧|哦|哈)?$", RegexOptions.CultureInvariant)]
    private static partial Regex OneMore();

    /// <summary>再出一个9:16的, whose first word only joins it to what went before.</summary>
    [GeneratedRegex("^(?:来|做|出|导出?|给我|弄)(?:.{0,2}(?:个|份))", RegexOptions.CultureInvariant)]
    private static partial Regex LaterOne();

    [GeneratedRegex("(?:各|都|每种|分别)(?:给我|帮我)?(?:来|要|出|做|导)?(?:一)?(?:个|份|版|条)", RegexOptions.CultureInvariant)]
    private static partial Regex EachOne();

    private static bool IsListed(Clause clause) => !clause.Tokens.Any(t => clause.TextOf(t).ToLowerInvariant() is "actually" or "rather" or "instead" or "make that" or "or") && clause.Tokens.All(t => t.Kind == TokenKind.Ratio || t.Concept is Concept.And or Concept.Then or Concept.Filler or Concept.For or Concept.VersionWord or Concept.AllOf || Shapes.Any(s => s.Concept == t.Concept));

    /// <summary>"9:16 and 1:1": the same video in several shapes.</summary>
    private static IReadOnlyList<string> ReadOthers(Clause clause, double? chosen)
    {
        var others = clause.Tokens.Select(t => t.Kind == TokenKind.Ratio ? t.Value : Shapes.Where(s => s.Concept == t.Concept).Select(s => s.Ratio).FirstOrDefault())
            .Where(r => r > 0 && chosen is { } first && Math.Abs(r - first) > 0.01).Distinct().Take(2).ToList();
        // "vertical for youtube": a platform beside a shape says where it goes, not a second shape.
        var both = clause.Has(Concept.And, Concept.Variants, Concept.AllOf) || clause.Tokens.Count(t => t.Kind == TokenKind.Ratio) > 1
            // 横的竖的方的各一份.
            || (EachOne().IsMatch(clause.Text) && new[] { Concept.Portrait, Concept.Landscape, Concept.Square }.Count(s => clause.Has(s)) > 1);
        return both ? [.. others.Select(OutputVariant.NameOf)] : [];
    }

    /// <summary>"the text is too small for mobile": where it is watched, not another shape.</summary>
    private static void ClaimWhereItIsWatched(Clause clause)
    {
        var isAboutText = clause.Tokens.Any(t => Clause.SubjectOf(t.Concept) is Subject.Title or Subject.Captions or Subject.Logo);
        if (!isAboutText || !clause.Has(Concept.Bigger, Concept.Smaller, Concept.Large, Concept.Small))
        {
            return;
        }

        foreach (var (index, token) in clause.Tokens.Index())
        {
            if (token.Concept == Concept.Portrait && clause.TextOf(token).Contains("mobile", StringComparison.OrdinalIgnoreCase))
            {
                clause.Claim(index);
            }
        }
    }

    /// <summary>Frames per second; null if none are named. 最后一帧 is a picture.</summary>
    private static double? RateIn(Clause clause)
    {
        if (clause.Free(TokenKind.FrameRate).Cast<int?>().FirstOrDefault(i => clause.Tokens[i!.Value].Value >= LeastRate) is { } rate)
        {
            return clause.Claim(rate).Value;
        }

        return clause.ClaimAll(Concept.FrameRateWord) ? clause.Take(TokenKind.Number)?.Value : null;
    }

    private static (double? Ratio, int? Lines) ReadRatio(Clause clause)
    {
        double? ratio = null;
        int? lines = null;
        foreach (var i in clause.Free(TokenKind.Ratio).ToList())
        {
            var token = clause.Claim(i);
            ratio ??= token.Value;
            lines = token.Time > TimeSpan.Zero ? (int)token.Time.Ticks : lines;
        }

        // A word beside a ratio ("9:16 vertical", "vertical for tiktok") says the same once more.
        foreach (var (concept, shape) in Shapes)
        {
            ratio = clause.ClaimAll(concept) ? ratio ?? shape : ratio;
        }

        return (ratio, lines);
    }
}
