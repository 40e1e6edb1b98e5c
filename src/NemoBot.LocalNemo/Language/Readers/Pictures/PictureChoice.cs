using NemoBot.Core.Media;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Readers.Phrases;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Pictures;

/// <summary>Chooses the picture that is to be behind.</summary>
internal static class PictureChoice
{
    /// <summary>A picture named in the clause: the last one, so that "not photo2, photo3" means photo3.</summary>
    public static string? Named(Clause clause, Reading reading)
    {
        var quoted = clause.Free(TokenKind.Quote)
            .Select(i => (Index: i, File: PictureCalled(clause.Tokens[i].Content, reading)))
            .LastOrDefault(q => q.File is not null);
        if (quoted.File is { } file)
        {
            clause.Claim(quoted.Index);
            return file.Id;
        }

        var names = clause.Free(TokenKind.File).Where(i => reading.Situation.Files.Any(f => f.Id == clause.Tokens[i].Content && IsPicture(f))).ToList();
        var meant = names.Where(i => i == 0 || clause.Tokens[i - 1].Concept is not (Concept.Not or Concept.InsteadOf)).ToList();
        foreach (var i in names)
        {
            clause.Claim(i);
        }

        return meant.Count > 0 ? clause.Tokens[meant[^1]].Content : null;
    }

    private static Asset? PictureCalled(string? name, Reading reading) =>
        reading.Situation.Files.LastOrDefault(f => IsPicture(f) && string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase));

    private static bool IsPicture(Asset file) => file.Facts.Kind == MediaKind.Image;

    /// <summary>New pictures are placed with the files; otherwise the newest picture that there is, or a cover.</summary>
    public static Edit? Newest(Clause clause, Reading reading)
    {
        List<Asset> pictures = [.. reading.Situation.Files.Where(f => f.Facts.Kind == MediaKind.Image)];
        var named = pictures.Count > 1 && clause.Has(Concept.Background, Concept.BackgroundImage);
        var isComing = reading.Situation.NewFiles.Any(f => f.Facts.Kind == MediaKind.Image && !reading.Placed.Contains(f.Id));
        var number = isComing && !named ? null : References.Number(clause, Concept.Image, Concept.BackgroundImage);
        if (isComing && number is null)
        {
            return null;
        }

        var picture = number is { } n && Items.Index(pictures.Count, n) is { } index ? pictures[index]
            : reading.Unused(f => f.Facts.Kind == MediaKind.Image) ?? pictures.LastOrDefault(p => !IsOnlyLogo(p, reading));
        return picture is not null ? new PlaceFile(picture.Id, FileRole.Background)
            : pictures.Count == 0 ? new UseAnyPicture()
            : clause.Has(Concept.Background, Concept.BackgroundImage, Concept.Add, Concept.Use, Concept.Replace) ? new AskForFile { Picture = true } : null;
    }

    /// <summary>A picture that is shown as a logo already is meant only where it is named.</summary>
    private static bool IsOnlyLogo(Asset picture, Reading reading) =>
        reading.Project.Overlays.Any(o => o.Asset.Id == picture.Id) && reading.Project.Background.Asset?.Id != picture.Id;

    /// <summary>A picture takes the place that a cover would have.</summary>
    public static bool HasOwnCover(Reading reading)
    {
        var shown = reading.Project.Background.Kind;
        return shown == BackgroundKind.Cover
            || (shown == BackgroundKind.Image && reading.Situation.Files.All(f => !f.Facts.HasCover))
            || reading.Situation.NewFiles.Any(IsPicture);
    }

    /// <summary>第二张图: one of several is counted.</summary>
    public static bool IsCounted(Clause clause) => clause.HasFree(Concept.Image) && clause.HasFree(TokenKind.Ordinal);

    /// <summary>换一张图, when every picture is shown already: another one has to be sent first.</summary>
    public static bool IsExchange(Clause clause, Reading reading)
    {
        var showsOne = reading.Project is { Background.Kind: BackgroundKind.Image, Slides.Count: 0 } && reading.Situation.NewFiles.Count == 0;
        if (!showsOne || !clause.Has(Concept.Change, Concept.Replace, Concept.Swap) || clause.HasFree(TokenKind.Ordinal))
        {
            return false;
        }

        return (AsksForOther(clause) || !clause.HasFree(Concept.Background, Concept.BackgroundImage, Concept.It))
            && clause.Tokens.All(t => t.Kind == TokenKind.Word && !Verbs.IsLook(t.Concept))
            && reading.Unused(IsPicture) is null;
    }

    /// <summary>背景图换一张.</summary>
    private static bool AsksForOther(Clause clause) => clause.Text.Contains("换一张", StringComparison.Ordinal)
        || clause.Text.Contains("换张", StringComparison.Ordinal)
        || clause.Text.Contains("另一张", StringComparison.Ordinal);
}
