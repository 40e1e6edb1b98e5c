using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Readers.Phrases;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Pictures;

/// <summary>Reads how large a logo is, how far from the edge, and how much is seen through it.</summary>
internal static partial class LogoLooks
{
    private const double Step = 1.3;
    private const double MostMargin = 0.2;

    private static readonly HashSet<string> TooVisible = new(["too strong", "strong", "prominent", "dominant", "too visible", "less visible", "less prominent", "too prominent", "too dominant", "too opaque", "less opaque", "too bold", "more discreet"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> FartherFromEdge = new(["more space", "space", "room", "more margin", "more room", "more distance", "further from the edge", "farther from the edge", "further away from the edge", "further in", "off the edge", "breathing room"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads and claims what is said of it; nothing of the edit is set if nothing is.</summary>
    public static SetLogo Read(Clause clause, Reading reading)
    {
        ClaimWidth(clause);
        return new SetLogo
        {
            Margin = MarginOf(clause, reading),
            Opacity = OpacityOf(clause, reading),
            Scale = ScaleOf(clause),
            Size = SizeOf(clause),
        };
    }

    private static double? ScaleOf(Clause clause)
    {
        var scale = ReadScale(clause);
        if (scale is not null)
        {
            // 缩到现在的一半.
            clause.ClaimAll(Concept.Trim);
        }

        return scale;
    }

    private static double? ReadScale(Clause clause) => SizeWords.ReadRelative(clause) is { } relative ? relative
        : clause.ClaimAll(Concept.Half) ? Half(clause)
        : clause.Has(Concept.Double) && clause.ClaimAll(Concept.Double, Concept.Bigger, Concept.Large) ? 2
        : clause.Take(TokenKind.Factor) is { } factor ? Times(clause, factor.Value)
        : clause.ClaimAll(Concept.Bigger, Concept.Large, Concept.Huge) ? Step
        : clause.ClaimAll(Concept.Smaller, Concept.Small, Concept.Tiny) ? 1 / Step : null;

    /// <summary>"20% wide": the width of the logo, not the shape of the video.</summary>
    private static void ClaimWidth(Clause clause)
    {
        var at = clause.FreeIndexOf(Concept.Landscape);
        if (at > 0 && clause.Tokens[at - 1].Kind == TokenKind.Percent)
        {
            clause.Claim(at);
        }
    }

    /// <summary>"half as big".</summary>
    private static double Half(Clause clause)
    {
        clause.ClaimAll(Concept.Large, Concept.Bigger, Concept.Small, Concept.Smaller);
        return 0.5;
    }

    private static double Times(Clause clause, double factor)
    {
        clause.ClaimAll(Concept.Bigger, Concept.Large);
        return clause.ClaimAll(Concept.Smaller) ? 1 / Math.Max(factor, 1) : factor;
    }

    private static double? OpacityOf(Clause clause, Reading reading)
    {
        if (clause.HasWord(TooVisible))
        {
            clause.ClaimWords(TooVisible);
            return 0.5;
        }

        if (!clause.HasFree(Concept.Opacity))
        {
            return null;
        }

        // 透明度30% is seen through by that much, 不透明度30% is not.
        var through = clause.TextOf(clause.Tokens[clause.IndexOf(Concept.Opacity)]).ToLowerInvariant() is "透明度" or "transparency" or "transparent";
        clause.ClaimAll(Concept.Opacity, Concept.Half);
        return clause.Take(TokenKind.Percent)?.Value is not { } part ? Fainter(clause, reading) : through ? Math.Round(1 - Math.Abs(part), 3) : part;
    }

    /// <summary>再透明一点: less than now, once half of it is seen through.</summary>
    private static double Fainter(Clause clause, Reading reading) => reading.Project.Overlays is [.., { Opacity: <= 0.5 and var now }]
        && !clause.Text.Contains("half", StringComparison.OrdinalIgnoreCase) && !clause.Text.Contains('半', StringComparison.Ordinal) ? Math.Round(now * 0.6, 2) : 0.5;

    /// <summary>"12% wide with 3% margin", "margin 5%": the percentage next to the word.</summary>
    private static double? MarginOf(Clause clause, Reading reading)
    {
        var at = clause.FreeIndexOf(Concept.Margin);
        if (at >= 0 && WordLists.NearerToEdge.Contains(clause.TextOf(clause.Tokens[at])) && reading.Project.Overlays is [.., var shown])
        {
            clause.Claim(at);
            return shown.Margin / 2;
        }

        if (FromEdge().IsMatch(clause.Text) && !clause.Free(TokenKind.Percent).Any() && reading.Project.Overlays is [.., var close])
        {
            clause.ClaimEverything();
            return Math.Max(close.Margin * 2, 0.04);
        }

        if (clause.HasWord(FartherFromEdge) && reading.Project.Overlays is [.., var near] && !clause.Free(TokenKind.Percent).Any())
        {
            clause.ClaimWords(FartherFromEdge);
            clause.ClaimAll(Concept.Bigger);
            return Math.Min(near.Margin * 2, MostMargin);
        }

        if (at < 0 || !clause.Free(TokenKind.Percent).Any())
        {
            return null;
        }

        clause.ClaimAll(Concept.Margin);
        return clause.Claim(clause.Free(TokenKind.Percent).MinBy(i => Math.Abs(i - at))).Value;
    }

    /// <summary>离边远一点, 往里挪挪.</summary>
    [GeneratedRegex("离(?:[左右上下])?(?:边|角)(?:上|缘|框)?(?:再|稍微)?(?:远|开)|往(?:里|内)(?:面|边|侧)?(?:再|稍微)?(?:挪|移|收|放|缩|靠|来)|(?:别|不要|不)(?:那么|太|这么)?(?:贴|靠|挨)(?:着|近)?(?:边|角)|[贴靠挨](?:着)?边(?:上)?(?:太|不好|难)|太(?:贴|靠|挨)(?:着)?边", RegexOptions.CultureInvariant)]
    private static partial Regex FromEdge();

    private static double? SizeOf(Clause clause) => clause.Take(TokenKind.Percent)?.Value;
}
