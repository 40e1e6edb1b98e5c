using System.Text.RegularExpressions;
using NemoBot.Core.Media;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Pictures;

/// <summary>Reads logos: which file is shown, and which goes.</summary>
internal sealed partial class LogoReader : IClauseReader
{
    public void Read(Clause clause, Reading reading)
    {
        var named = clause.HasFree(Concept.Logo) || IsCornered(clause, reading);
        var meant = IsMeant(clause, reading);
        if (!named && !meant)
        {
            return;
        }

        if (clause.Has(Concept.Remove) && !clause.Has(Concept.Add))
        {
            Remove(clause, reading, named || (meant && clause.HasTime));
        }
        else if (IsText(clause, reading))
        {
            clause.ClaimAll(Concept.Logo);
        }
        else
        {
            Place(clause, reading, named, meant);
        }
    }

    /// <summary>The logo was spoken of, and nothing else is named.</summary>
    private static bool IsMeant(Clause clause, Reading reading) => reading.Focus == Subject.Logo
        && (reading.Project.Overlays.Count > 0 || reading.Edits.OfType<PlaceFile>().Any(p => p.As == FileRole.Logo))
        && clause.Tokens.All(t => Clause.SubjectOf(t.Concept) == Subject.None && t.Kind is not (TokenKind.Color or TokenKind.Quote))
        && !clause.Has(Concept.Voice, Concept.Music, Concept.Volume);

    /// <summary>"hide the logo after 5 seconds" is about when it is shown.</summary>
    private static void Remove(Clause clause, Reading reading, bool named)
    {
        if (!named && !clause.Has(Concept.It))
        {
            return;
        }

        // "hide the watermark at the end" says when, too.
        var saysWhen = clause.HasTime || (reading.Project.Overlays.Count > 0 && clause.HasFree(Concept.Begin, Concept.End) && !clause.HasFree(Concept.First, Concept.Last));
        if (!saysWhen)
        {
            Finish(clause, reading, new SetLogo { Remove = true });
        }
        else if (LogoTimes.Hidden(clause) is { } times)
        {
            Finish(clause, reading, times);
        }
    }

    /// <summary>A watermark of words is a text in a corner.</summary>
    private static bool IsText(Clause clause, Reading reading) => clause.HasFree(TokenKind.Quote)
        && reading.Project.Overlays.Count == 0 && !reading.Situation.Files.Any(f => f.Facts.Kind == MediaKind.Image);

    private static void Place(Clause clause, Reading reading, bool named, bool meant)
    {
        var corner = LogoCorners.Read(clause, reading.Project.Overlays is [.., var shown] ? shown.Corner : null);
        var file = named ? FileOf(clause, reading) : null;
        if (file is not null)
        {
            Finish(clause, reading, new PlaceFile(file.Id, FileRole.Logo) { Corner = corner });
        }

        if (corner is null && clause.ClaimAll(Concept.Middle))
        {
            reading.Add(new Decline(Inability.LogoPlace), Subject.Logo);
        }

        var look = LogoTimes.Shown(clause, LogoLooks.Read(clause, reading)) with { Corner = file is null ? corner : null };
        if (look != new SetLogo())
        {
            Finish(clause, reading, look);
        }
        else if (meant && clause.ClaimAll(Concept.CornerWord))
        {
            clause.ClaimFrame();
        }
        else if (named && file is null)
        {
            Finish(clause, reading, reading.Project.Overlays.Count > 0 && Exchange().IsMatch(clause.Text) ? new AskForFile { Picture = true } : new SetLogo());
        }
    }

    /// <summary>店标换成新的, and no picture came.</summary>
    [GeneratedRegex("换(?:成|个|一个|一张|张|掉|新|别|其他|另外|另|的)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Exchange();

    /// <summary>"the crest in the top right corner" with a new picture that is called a logo.</summary>
    private static bool IsCornered(Clause clause, Reading reading) =>
        clause.HasFree(Concept.TopLeft, Concept.TopRight, Concept.BottomLeft, Concept.BottomRight)
        && !clause.HasFree(TokenKind.Quote)
        && !clause.Has(Concept.Title, Concept.Captions)
        && reading.Situation.NewFiles.Any(f => f.Facts.Kind == MediaKind.Image && IsLogo(f) && !reading.Placed.Contains(f.Id));

    private static void Finish(Clause clause, Reading reading, Edit edit)
    {
        clause.ClaimAll(Concept.Logo, Concept.Remove, Concept.CornerWord, Concept.Image, Concept.Left, Concept.Right, Concept.Top, Concept.Bottom, Concept.Upward, Concept.Downward, Concept.Not);
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
}
