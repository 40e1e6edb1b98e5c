using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers.Phrases;
using NemoBot.LocalNemo.Language.Readers.Texts;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Captions;

/// <summary>Reads how captions are to look.</summary>
internal static class CaptionLooks
{
    private const double Step = 1.3;

    private static readonly string[] Likening = ["like", "style", "kind", "那种", "风格", "那样", "一样", "像"];

    /// <summary>Reads and claims what a clause about captions says of their look; a size that suits the style.</summary>
    public static SetCaptions Read(Clause clause, Reading reading, bool named)
    {
        var mark = MarkColor(clause);
        var style = mark is not null ? CaptionStyle.Karaoke : StyleOf(clause) ?? GroundStyle(clause);
        var look = new SetCaptions
        {
            Style = style,
            Place = PlaceOf(clause),
            Size = SizeWords.ReadPart(clause),
            Scale = ScaleOf(clause, style),
            Color = mark ?? ColorOf(clause, named),
            Bold = BoldOf(clause),
        };
        if (look.Style == CaptionStyle.Big && reading.Edits.Any(IsKaraoke))
        {
            // "one word at a time, big": larger, and still word by word.
            look = look with { Style = null, Scale = look.Scale ?? Step };
        }

        if (SidePlace(clause) is { } corner)
        {
            // "captions bottom left": they are centered at the bottom.
            look = look with { Place = corner };
            reading.Add(new Decline(Inability.Sideways));
        }

        return look;
    }

    private static bool IsKaraoke(Edit edit) => edit is SetCaptions { Style: CaptionStyle.Karaoke } or AddCaptions { Style: CaptionStyle.Karaoke };

    /// <summary>"like tiktok captions", 抖音那种字幕: the highlighted words that these platforms made usual, not the shape of their videos.</summary>
    private static bool IsLikePlatform(Clause clause) => clause.Tokens.Any(t => Likening.Contains(clause.TextOf(t).ToLowerInvariant()))
        && clause.ClaimAll(Concept.TikTok, Concept.Reels, Concept.Shorts, Concept.YouTube, Concept.Instagram);

    private static CaptionStyle? StyleOf(Clause clause)
    {
        if (clause.ClaimAll(Concept.Karaoke) | IsLikePlatform(clause))
        {
            return CaptionStyle.Karaoke;
        }

        if (clause.HasFree(Concept.Boxed, Concept.Plate))
        {
            ClaimColorOfBox(clause);
            clause.ClaimAll(Concept.Boxed, Concept.Plate);
            return clause.Has(Concept.Remove, Concept.Not, Concept.No) ? CaptionStyle.Classic : CaptionStyle.Box;
        }

        if (!clause.Has(Concept.Not) && clause.ClaimAll(Concept.Large, Concept.Huge))
        {
            return CaptionStyle.Big;
        }

        return clause.ClaimAll(Concept.Classic) ? CaptionStyle.Classic : null;
    }

    /// <summary>"yellow with a black background": the box is dark anyway.</summary>
    private static void ClaimColorOfBox(Clause clause)
    {
        var box = clause.IndexOf(Concept.Plate);
        if (box > 0 && clause.Tokens[box - 1] is { Kind: TokenKind.Color, Content: "#000000" or "#111827" })
        {
            clause.Claim(box - 1);
        }
    }

    /// <summary>"white captions with yellow highlight": the color of the word that is spoken; the others are white anyway.</summary>
    private static string? MarkColor(Clause clause)
    {
        var at = clause.Tokens.ToList().FindIndex(t => clause.TextOf(t).StartsWith("highlight", StringComparison.OrdinalIgnoreCase));
        if (at < 0 || !clause.Has(Concept.Captions, Concept.Lyrics)
            || clause.Free(TokenKind.Color).Where(i => i == at - 1 || (i > at && i <= at + 3)).Cast<int?>().FirstOrDefault() is not { } color)
        {
            return null;
        }

        clause.Claim(at);
        clause.ClaimAll(Concept.Karaoke);
        foreach (var i in clause.Free(TokenKind.Color).Where(i => i != color && clause.Tokens[i].Content == "#ffffff").ToList())
        {
            clause.Claim(i);
        }

        return clause.Claim(color).Content;
    }

    /// <summary>"white on black": the second color is that of a box.</summary>
    private static CaptionStyle? GroundStyle(Clause clause)
    {
        if (clause.Free(TokenKind.Color).ToList() is not [var text, var ground] || ground != text + 2
            || !clause.TextOf(clause.Tokens[text + 1]).Equals("on", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        clause.Claim(ground);
        return CaptionStyle.Box;
    }

    private static VerticalPlace? PlaceOf(Clause clause)
    {
        if (clause.ClaimAll(Concept.Top, Concept.Upward))
        {
            return VerticalPlace.Top;
        }

        if (clause.ClaimAll(Concept.Middle))
        {
            return VerticalPlace.Middle;
        }

        return clause.ClaimAll(Concept.Bottom, Concept.Downward) | ClaimLower(clause) ? VerticalPlace.Bottom : null;
    }

    private static VerticalPlace? SidePlace(Clause clause) => clause.ClaimAll(Concept.TopLeft, Concept.TopRight) ? VerticalPlace.Top
        : clause.ClaimAll(Concept.BottomLeft, Concept.BottomRight) ? VerticalPlace.Bottom : null;

    private static bool ClaimLower(Clause clause)
    {
        bool IsLower(int i) => !clause.IsClaimed(i) && TitleLookWords.IsLower(clause, clause.Tokens[i]);
        var at = Enumerable.Range(0, clause.Tokens.Count).FirstOrDefault(IsLower, -1);
        return at >= 0 && clause.Claim(at) is not null;
    }

    private static double? ScaleOf(Clause clause, CaptionStyle? style)
    {
        if (SizeWords.ReadRelative(clause) is { } relative)
        {
            return relative;
        }

        if (style is CaptionStyle.Karaoke or CaptionStyle.Box && clause.HasFree(Concept.Large, Concept.Huge))
        {
            clause.ClaimAll(Concept.Large, Concept.Huge);
            return Step;
        }

        if (!clause.Has(Concept.SpeedWord, Concept.Faster, Concept.Slower) && clause.Take(TokenKind.Factor) is { } factor)
        {
            return factor.Value;
        }

        if (clause.ClaimAll(Concept.Half))
        {
            return 0.5;
        }

        if (clause.ClaimAll(Concept.Double))
        {
            return 2;
        }

        if (clause.ClaimAll(Concept.Bigger) || (!IsThick(clause) && clause.ClaimAll(Concept.Taller)))
        {
            return Step;
        }

        return clause.ClaimAll(Concept.Smaller, Concept.Small, Concept.Thinner, Concept.Tiny) ? 1 / Step : null;
    }

    /// <summary>那加粗, about the captions: bold letters, not larger ones.</summary>
    private static bool IsThick(Clause clause) =>
        clause.Tokens.Any(t => t.Concept == Concept.Taller && clause.TextOf(t).Contains('粗', StringComparison.Ordinal));

    private static bool? BoldOf(Clause clause) => clause.ClaimAll(Concept.Bold) || (IsThick(clause) && clause.ClaimAll(Concept.Taller))
        ? !clause.Has(Concept.Not, Concept.No, Concept.Remove) : null;

    private static string? ColorOf(Clause clause, bool named)
    {
        bool IsTheirs(Subject owner) => owner == Subject.Captions || (!named && owner is Subject.None or Subject.Title);
        var index = clause.Free(TokenKind.Color).Cast<int?>().FirstOrDefault(i => IsTheirs(clause.OwnerOf(i!.Value)));
        return index is { } at ? clause.Claim(at).Content : null;
    }
}
