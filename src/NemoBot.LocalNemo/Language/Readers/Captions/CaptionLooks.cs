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

    /// <summary>Reads and claims what a clause about captions says of their look; a size that suits the style.</summary>
    public static SetCaptions Read(Clause clause, Reading reading, bool named)
    {
        var style = StyleOf(clause) ?? GroundStyle(clause);
        var look = new SetCaptions { Style = style, Place = PlaceOf(clause), Size = SizeWords.ReadPart(clause), Scale = ScaleOf(clause, style), Color = ColorOf(clause, named), Bold = BoldOf(clause) };
        if (look.Style == CaptionStyle.Big && reading.Edits.Any(e => e is SetCaptions { Style: CaptionStyle.Karaoke } or AddCaptions { Style: CaptionStyle.Karaoke }))
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

    /// <summary>"like tiktok captions", 抖音那种字幕: the highlighted words that these platforms made usual, not the shape of their videos.</summary>
    private static bool IsLikePlatform(Clause clause) => clause.Tokens.Any(t => clause.TextOf(t).ToLowerInvariant() is "like" or "style" or "那种" or "风格" or "那样" or "一样" or "像" or "kind")
        && clause.ClaimAll(Concept.TikTok, Concept.Reels, Concept.Shorts, Concept.YouTube, Concept.Instagram);

    private static CaptionStyle? StyleOf(Clause clause) =>
        clause.ClaimAll(Concept.Karaoke) | IsLikePlatform(clause) ? CaptionStyle.Karaoke
        : clause.Has(Concept.Remove, Concept.Not, Concept.No) && clause.ClaimAll(Concept.Boxed, Concept.Plate) ? CaptionStyle.Classic
        : clause.ClaimAll(Concept.Boxed, Concept.Plate) ? CaptionStyle.Box
        : !clause.Has(Concept.Not) && clause.ClaimAll(Concept.Large, Concept.Huge) ? CaptionStyle.Big
        : clause.ClaimAll(Concept.Classic) ? CaptionStyle.Classic : null;

    /// <summary>"white on black": the second color is that of a box.</summary>
    private static CaptionStyle? GroundStyle(Clause clause)
    {
        if (clause.Free(TokenKind.Color).ToList() is not [var text, var ground] || ground != text + 2 || !clause.TextOf(clause.Tokens[text + 1]).Equals("on", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        clause.Claim(ground);
        return CaptionStyle.Box;
    }

    private static VerticalPlace? PlaceOf(Clause clause) => clause.ClaimAll(Concept.Top, Concept.Upward) ? VerticalPlace.Top
        : clause.ClaimAll(Concept.Middle) ? VerticalPlace.Middle : clause.ClaimAll(Concept.Bottom, Concept.Downward) | ClaimLower(clause) ? VerticalPlace.Bottom : null;

    private static VerticalPlace? SidePlace(Clause clause) => clause.ClaimAll(Concept.TopLeft, Concept.TopRight) ? VerticalPlace.Top : clause.ClaimAll(Concept.BottomLeft, Concept.BottomRight) ? VerticalPlace.Bottom : null;

    private static bool ClaimLower(Clause clause)
    {
        var at = Enumerable.Range(0, clause.Tokens.Count).FirstOrDefault(i => !clause.IsClaimed(i) && TitleLookReader.IsLower(clause, clause.Tokens[i]), -1);
        return at >= 0 && clause.Claim(at) is not null;
    }

    private static double? ScaleOf(Clause clause, CaptionStyle? style) => SizeWords.ReadRelative(clause) is { } relative ? relative
        : clause.HasFree(Concept.Large, Concept.Huge) && style is CaptionStyle.Karaoke or CaptionStyle.Box && clause.ClaimAll(Concept.Large, Concept.Huge) ? Step
        : clause.HasFree(TokenKind.Factor) && !clause.Has(Concept.SpeedWord, Concept.Faster, Concept.Slower) ? clause.Take(TokenKind.Factor)!.Value
        : clause.ClaimAll(Concept.Half) ? 0.5 : clause.ClaimAll(Concept.Double) ? 2
        : clause.ClaimAll(Concept.Bigger) || (!IsThick(clause) && clause.ClaimAll(Concept.Taller)) ? Step
        : clause.ClaimAll(Concept.Smaller, Concept.Small, Concept.Thinner, Concept.Tiny) ? 1 / Step : null;

    /// <summary>那加粗, about the captions: bold letters, not larger ones.</summary>
    private static bool IsThick(Clause clause) => clause.Tokens.Any(t => t.Concept == Concept.Taller && clause.TextOf(t).Contains('粗', StringComparison.Ordinal));

    private static bool? BoldOf(Clause clause) => clause.ClaimAll(Concept.Bold) || (IsThick(clause) && clause.ClaimAll(Concept.Taller)) ? !clause.Has(Concept.Not, Concept.No, Concept.Remove) : null;

    private static string? ColorOf(Clause clause, bool named)
    {
        var index = clause.Free(TokenKind.Color).Cast<int?>().FirstOrDefault(i => clause.OwnerOf(i!.Value) is Subject.Captions || (!named && clause.OwnerOf(i.Value) is Subject.None or Subject.Title));
        return index is { } at ? clause.Claim(at).Content : null;
    }
}
