using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers.Phrases;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Material;

/// <summary>Reads which pictures, clips and files are to be taken away.</summary>
internal static class ItemRemovals
{
    /// <summary>"remove the second photo", "delete photo3.jpg", "remove the last clip".</summary>
    public static bool Read(Clause clause, Reading reading)
    {
        if (NamesMotion(clause))
        {
            return false;
        }

        if (clause.HasFree(Concept.Slideshow, Concept.Images) && reading.Project.Slides.Count > 0 && References.Number(clause, Concept.Images) is null)
        {
            clause.ClaimAll(Concept.Slideshow, Concept.Images);
            reading.Add(new RemoveItem(ItemKind.Slide, null), Subject.Slides);
            return true;
        }

        if (clause.Free(TokenKind.File).Cast<int?>().FirstOrDefault() is { } at && NumberOf(reading, clause.Tokens[at].Content) is { } named)
        {
            clause.Claim(at);
            clause.ClaimAll(Concept.Image, Concept.Images, Concept.Video);
            reading.Add(new RemoveItem(named.Kind, named.Number));
            return true;
        }

        if (clause.Free(TokenKind.File).Cast<int?>().FirstOrDefault() is { } used && !clause.Tokens.Any(t => t.IsTime))
        {
            reading.Add(new LeaveOut(clause.Claim(used).Content));
            clause.ClaimAll(Concept.Image, Concept.Images, Concept.Video, Concept.Logo, Concept.Background, Concept.BackgroundImage, Concept.Music);
            return true;
        }

        if (reading.Project.Slides.Count > 0 && (References.Number(clause, Concept.Image, Concept.Images, Concept.Slideshow) ?? MiddleOf(clause, reading)) is { } slide)
        {
            clause.ClaimAll(Concept.Image, Concept.Images, Concept.Slideshow);
            reading.Add(new RemoveItem(ItemKind.Slide, slide), Subject.Slides);
            return true;
        }

        if (reading.Project.Clips.Count > 1 && (References.Number(clause, Concept.Video, Concept.Recording) ?? MiddleClip(clause, reading)) is { } clip)
        {
            clause.ClaimAll(Concept.Video, Concept.Recording);
            reading.Add(new RemoveItem(ItemKind.Clip, clip), Subject.Video);
            return true;
        }

        return false;
    }

    /// <summary>"no zoom on the slideshow": what the pictures do goes, not they.</summary>
    private static bool NamesMotion(Clause clause) => clause.Has(Concept.Zoom, Concept.ZoomOut, Concept.Pan, Concept.Crossfade, Concept.Blur, Concept.Crop, Concept.Letterbox)
        && clause.HasFree(Concept.Slideshow, Concept.Images, Concept.Image) && !clause.HasFree(Concept.And) && !clause.Tokens.Any(t => t.Kind is TokenKind.Ordinal or TokenKind.Number or TokenKind.File);

    /// <summary>"take out the middle photo", 中间那张不要: of an odd number of pictures.</summary>
    private static int? MiddleOf(Clause clause, Reading reading) =>
        reading.Project.Slides.DistinctBy(s => s.Asset.Id).Count() is var count && count % 2 == 1 && clause.HasFree(Concept.Middle) && (clause.HasFree(Concept.Image, Concept.Images) || clause.Text.Contains('张', StringComparison.Ordinal))
        && clause.ClaimAll(Concept.Middle) ? (count / 2) + 1 : null;

    /// <summary>"drop the middle one", of three clips.</summary>
    private static int? MiddleClip(Clause clause, Reading reading) => reading.Project is { Clips.Count: 3, Slides.Count: 0 } && !clause.HasTime
        && clause.FreeIndexOf(Concept.Middle) is >= 0 and var middle && middle + 1 < clause.Tokens.Count
        && (clause.Tokens[middle + 1].Concept == Concept.Video || clause.TextOf(clause.Tokens[middle + 1]) is "one" or "段" or "那段" or "那个") && clause.ClaimAll(Concept.Middle) ? 2 : null;

    private static (ItemKind Kind, int Number)? NumberOf(Reading reading, string file)
    {
        var slides = Items.Pictures(reading.Project);
        for (var i = 0; i < slides.Count; i++)
        {
            if (slides[i].Asset.Id == file)
            {
                return (ItemKind.Slide, i + 1);
            }
        }

        for (var i = 0; i < reading.Project.Clips.Count && reading.Project.Clips.Count > 1; i++)
        {
            if (reading.Project.Clips[i].Asset.Id == file)
            {
                return (ItemKind.Clip, i + 1);
            }
        }

        return null;
    }
}
