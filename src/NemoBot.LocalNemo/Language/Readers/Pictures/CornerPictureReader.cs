using NemoBot.Core.Media;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Pictures;

/// <summary>Reads that the picture behind everything becomes a small one in a corner: "navy background, the cover small in the top left".</summary>
internal sealed class CornerPictureReader : IClauseReader
{
    private const double Usual = 0.3;
    private const double Larger = 0.42;
    private const double Smaller = 0.2;

    private static readonly (Concept Concept, Corner Corner)[] Corners =
    [
        (Concept.TopLeft, Corner.TopLeft), (Concept.TopRight, Corner.TopRight),
        (Concept.BottomLeft, Corner.BottomLeft), (Concept.BottomRight, Corner.BottomRight),
    ];

    public void Read(Clause clause, Reading reading)
    {
        if (!clause.HasFree(Concept.Cover, Concept.Image) || IsAboutOther(clause))
        {
            return;
        }

        if (CornerOf(clause) is not { } corner || Shown(reading) is not { } picture)
        {
            return;
        }

        var size = SizeOf(clause);
        clause.ClaimAll(
            Concept.TopLeft, Concept.TopRight, Concept.BottomLeft, Concept.BottomRight, Concept.Left, Concept.Right, Concept.Top, Concept.Bottom,
            Concept.CornerWord, Concept.Cover, Concept.Image, Concept.Logo, Concept.Keep, Concept.Small, Concept.Smaller);
        clause.ClaimFrame();
        if (!reading.Clauses.Any(c => c != clause && c.Has(Concept.Background, Concept.Gradient)) && reading.Project.Background.Asset is not null)
        {
            // It is shown once: behind it is the usual gradient again.
            reading.Add(new SetBackground(BackgroundKind.Gradient));
        }

        reading.Add(new PlaceFile(picture.Id, FileRole.Logo) { Corner = corner, Size = size }, Subject.Logo);
    }

    private static bool IsAboutOther(Clause clause) => clause.HasFree(VisualWords.All)
        || clause.Has(
            Concept.Title, Concept.Captions, Concept.Artist, Concept.Crop, Concept.Cut, Concept.Remove, Concept.Not, Concept.Pan, Concept.Zoom)
        || clause.Tokens.Any(t => t.IsTime || t.Kind is TokenKind.Quote or TokenKind.Ordinal or TokenKind.File);

    private static double SizeOf(Clause clause)
    {
        if (clause.ClaimAll(Concept.Tiny))
        {
            return Smaller;
        }

        return clause.ClaimAll(Concept.Large, Concept.Bigger, Concept.Huge) ? Larger : Usual;
    }

    /// <summary>The picture that is behind everything now; one that has just come is placed by its own reader.</summary>
    private static Asset? Shown(Reading reading)
    {
        var situation = reading.Situation;
        var arrives = situation.HasMaterial && situation.BringsPicture;
        if (arrives || reading.Project.Slides.Count > 0)
        {
            return null;
        }

        if (reading.Project.Background is { IsPicture: true, Asset: var shown })
        {
            return shown;
        }

        return situation.HasMaterial
            ? Backgrounds.CoverOf(reading.Project)
            : situation.Files.LastOrDefault(f => f.Facts.HasCover && f.Facts.Kind == MediaKind.Audio);
    }

    private static Corner? CornerOf(Clause clause)
    {
        foreach (var (concept, corner) in Corners)
        {
            if (clause.HasFree(concept))
            {
                return corner;
            }
        }

        if (!clause.HasFree(Concept.CornerWord))
        {
            return null;
        }

        var (left, bottom) = (clause.HasFree(Concept.Left), clause.HasFree(Concept.Bottom));
        return left ? bottom ? Corner.BottomLeft : Corner.TopLeft : bottom ? Corner.BottomRight : Corner.TopRight;
    }
}
