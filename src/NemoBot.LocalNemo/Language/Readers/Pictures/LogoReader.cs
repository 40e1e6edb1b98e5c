using NemoBot.Core.Media;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers.Phrases;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Pictures;

/// <summary>Reads logos: which file, which corner, how large.</summary>
internal sealed class LogoReader : IClauseReader
{
    private static readonly HashSet<string> Nearer = new(StringComparer.OrdinalIgnoreCase) { "靠近边缘", "closer to the edge", "nearer to the edge", "closer to the edges" };

    private const double Step = 1.3;

    private static readonly (Concept Concept, Corner Corner)[] Corners =
    [
        (Concept.TopLeft, Corner.TopLeft), (Concept.TopRight, Corner.TopRight),
        (Concept.BottomLeft, Corner.BottomLeft), (Concept.BottomRight, Corner.BottomRight),
    ];

    public void Read(Clause clause, Reading reading)
    {
        var named = clause.HasFree(Concept.Logo) || IsCornered(clause, reading);
        var meant = reading.Focus == Subject.Logo && (reading.Project.Overlays.Count > 0 || reading.Edits.OfType<PlaceFile>().Any(p => p.As == FileRole.Logo))
            && clause.Tokens.All(t => Clause.SubjectOf(t.Concept) == Subject.None && t.Kind is not (TokenKind.Color or TokenKind.Quote))
            && !clause.Has(Concept.Voice, Concept.Music, Concept.Volume);
        if (!named && !meant)
        {
            return;
        }

        if (clause.Has(Concept.Remove) && !clause.Has(Concept.Add))
        {
            // "hide the logo after 5 seconds": a logo is shown the whole time, and is not taken away for less.
            if ((named || clause.Has(Concept.It)) && clause.Tokens.All(t => !t.IsTime))
            {
                Finish(clause, reading, new SetLogo { Remove = true });
            }

            return;
        }

        if (clause.HasFree(TokenKind.Quote) && reading.Project.Overlays.Count == 0 && !reading.Situation.Files.Any(f => f.Facts.Kind == MediaKind.Image))
        {
            // A watermark of words is a text in a corner.
            clause.ClaimAll(Concept.Logo);
            return;
        }

        var corner = CornerOf(clause, reading.Project.Overlays is [.., var shown] ? shown.Corner : null);
        var file = named ? FileOf(clause, reading) : null;
        if (file is not null)
        {
            Finish(clause, reading, new PlaceFile(file.Id, FileRole.Logo) { Corner = corner });
        }

        if (corner is null && clause.ClaimAll(Concept.Middle))
        {
            reading.Add(new Decline(Inability.LogoPlace), Subject.Logo);
        }

        ClaimWidth(clause);
        var look = new SetLogo
        {
            Corner = file is null ? corner : null,
            Margin = MarginOf(clause, reading),
            Opacity = OpacityOf(clause),
            Scale = ScaleOf(clause),
            Size = SizeOf(clause),
        };
        if (look != new SetLogo())
        {
            Finish(clause, reading, look);
        }
        else if (meant && clause.ClaimAll(Concept.CornerWord))
        {
            clause.ClaimFrame();
        }
        else if (named && file is null && reading.Project.Overlays.Count > 0 && IsForPart(clause))
        {
            clause.ClaimEverything();
            reading.Add(new Decline(Inability.LogoPart), Subject.Logo);
        }
        else if (named && file is null)
        {
            Finish(clause, reading, new SetLogo());
        }
    }

    /// <summary>"the crest in the top right corner" with a new picture that is called a logo.</summary>
    private static bool IsCornered(Clause clause, Reading reading) =>
        clause.HasFree(Concept.TopLeft, Concept.TopRight, Concept.BottomLeft, Concept.BottomRight)
        && !clause.HasFree(TokenKind.Quote)
        && !clause.Has(Concept.Title, Concept.Captions)
        && reading.Situation.NewFiles.Any(f => f.Facts.Kind == MediaKind.Image && IsLogo(f) && !reading.Placed.Contains(f.Id));

    /// <summary>"logo only at the end", "the logo for the last 10 seconds".</summary>
    private static bool IsForPart(Clause clause) => !clause.Has(Concept.Remove)
        && (clause.HasFree(Concept.Begin, Concept.End) || (clause.HasFree(Concept.First, Concept.Last) && (clause.Has(Concept.Only) || clause.HasTime)));

    private static void Finish(Clause clause, Reading reading, Edit edit)
    {
        clause.ClaimAll(Concept.Logo, Concept.Remove, Concept.CornerWord, Concept.Image, Concept.Left, Concept.Right, Concept.Top, Concept.Bottom, Concept.Not);
        clause.ClaimFrame();
        reading.Add(edit, Subject.Logo);
    }

    /// <summary>A file named in the clause, an unused picture called like a logo, or the newest unused picture.</summary>
    private static Asset? FileOf(Clause clause, Reading reading)
    {
        if (clause.Take(TokenKind.File) is { } named && reading.Situation.Files.FirstOrDefault(f => f.Id == named.Content) is { } file)
        {
            return file;
        }

        return reading.Project.Overlays.Count > 0 && reading.Situation.NewFiles.Count == 0 ? null
            : reading.Unused(f => f.Facts.Kind == MediaKind.Image && IsLogo(f)) ?? reading.Unused(f => f.Facts.Kind == MediaKind.Image);
    }

    /// <summary>A file that is called like a logo.</summary>
    public static bool IsLogo(Asset file) => file.Name.Contains("logo", StringComparison.OrdinalIgnoreCase)
        || file.Name.Contains("watermark", StringComparison.OrdinalIgnoreCase) || file.Name.Contains("水印", StringComparison.Ordinal);

    private static Corner? CornerOf(Clause clause, Corner? now)
    {
        foreach (var (concept, corner) in Corners)
        {
            if (clause.ClaimAll(concept))
            {
                return corner;
            }
        }

        if (now is { } shown && clause.ClaimAll(Concept.OtherSide))
        {
            return OtherSide(shown);
        }

        var (left, right) = (clause.HasFree(Concept.Left), clause.HasFree(Concept.Right));
        var (bottom, top) = (clause.HasFree(Concept.Bottom), clause.HasFree(Concept.Top));
        if (clause.ClaimAll(Concept.Left))
        {
            clause.ClaimAll(Concept.Top, Concept.Bottom);
        }

        // "to the left" stays in its row, "to the bottom" on its side.
        if (now is { } current && (left || right) != (bottom || top))
        {
            var onLeft = left || (!right && current is Corner.TopLeft or Corner.BottomLeft);
            var atBottom = bottom || (!top && current is Corner.BottomLeft or Corner.BottomRight);
            return atBottom ? onLeft ? Corner.BottomLeft : Corner.BottomRight : onLeft ? Corner.TopLeft : Corner.TopRight;
        }

        return left && bottom ? Corner.BottomLeft : left ? Corner.TopLeft : bottom ? Corner.BottomRight : right || top ? Corner.TopRight : null;
    }

    private static Corner OtherSide(Corner corner) => corner switch
    {
        Corner.TopLeft => Corner.TopRight,
        Corner.TopRight => Corner.TopLeft,
        Corner.BottomLeft => Corner.BottomRight,
        _ => Corner.BottomLeft,
    };

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

    private static double? OpacityOf(Clause clause)
    {
        if (!clause.HasFree(Concept.Opacity))
        {
            return null;
        }

        // 透明度30% is seen through by that much, 不透明度30% is not.
        var through = clause.TextOf(clause.Tokens[clause.IndexOf(Concept.Opacity)]).ToLowerInvariant() is "透明度" or "transparency" or "transparent";
        clause.ClaimAll(Concept.Opacity, Concept.Half);
        return clause.Take(TokenKind.Percent)?.Value is not { } part ? 0.5 : through ? Math.Round(1 - Math.Abs(part), 3) : part;
    }

    /// <summary>"12% wide with 3% margin", "margin 5%": the percentage next to the word.</summary>
    private static double? MarginOf(Clause clause, Reading reading)
    {
        var at = clause.FreeIndexOf(Concept.Margin);
        if (at >= 0 && Nearer.Contains(clause.TextOf(clause.Tokens[at])) && reading.Project.Overlays is [.., var shown])
        {
            clause.Claim(at);
            return shown.Margin / 2;
        }

        if (at < 0 || !clause.Free(TokenKind.Percent).Any())
        {
            return null;
        }

        clause.ClaimAll(Concept.Margin);
        return clause.Claim(clause.Free(TokenKind.Percent).MinBy(i => Math.Abs(i - at))).Value;
    }

    private static double? SizeOf(Clause clause) => clause.Take(TokenKind.Percent)?.Value;
}
