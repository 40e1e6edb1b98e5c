using NemoBot.Core.Media;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers.Phrases;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Pictures;

/// <summary>Reads what is behind: a picture, a color, a gradient, the cover.</summary>
internal sealed class BackgroundReader : IClauseReader
{
    private const string Dark = "#111827";
    private const string Light = "#ffffff";

    public void Read(Clause clause, Reading reading)
    {
        ReadThemes(clause, reading);
        VisualGradients.Read(clause, reading);
        var ground = clause.HasFree(Concept.Background) || IsDarkerAlone(clause, reading);
        var picture = clause.HasFree(Concept.Image, Concept.BackgroundImage);
        // 第一张图当封面: the picture that is counted, not one in a sound file.
        var cover = clause.HasFree(Concept.Cover) && !PictureChoice.IsCounted(clause);
        var gradient = clause.HasFree(Concept.Gradient) && (ground || !VisualGradients.AreNamed(clause));
        var isCounted = clause.Tokens.Any(t => t.Kind is TokenKind.Number or TokenKind.Ordinal) && !clause.Has(Concept.Use);
        if (reading.Project.Slides.Count > 0 && !ground && !cover && !gradient && !clause.HasFree(TokenKind.Color) && (isCounted || !clause.Has(Concept.BackgroundImage, Concept.Use, Concept.Replace, Concept.Change)) && reading.Situation.NewFiles.Count == 0
            && (picture || clause.Tokens.Any(t => t.Kind == TokenKind.File)))
        {
            // "pic 2 longer" is about a picture of the slideshow.
            return;
        }

        var named = PictureChoice.Named(clause, reading);
        var colors = clause.Free(TokenKind.Color)
            .Where(i => (clause.OwnerOf(i) == Subject.Background && (gradient || ground || !clause.HasFree(Concept.Gradient))) || (gradient && clause.OwnerOf(i) != Subject.Visual) || Follows(clause, reading, i) || IsTheme(clause, i)).ToList();
        if (colors.Count == 0 && IsColorRange(clause) && (reading.Focus != Subject.Visual || ground || gradient))
        {
            colors = [.. clause.Free(TokenKind.Color)];
        }

        if (PlainGround(clause, reading) is { } plain)
        {
            Finish(clause, reading, new SetBackground(BackgroundKind.Color) { Color = plain });
            return;
        }

        if (!(ground || picture || cover || gradient || colors.Count > 0 || named is not null || IsOther(clause, reading)) || clause.Has(Concept.Remove))
        {
            return;
        }

        // A picture that has just come is not made darker: that is declined.
        var arrives = reading.Situation.NewFiles.Any(f => f.Facts.Kind == Core.Media.MediaKind.Image);
        if (clause.HasFree(Concept.Darker) && !arrives && colors.Count == 0 && named is null && (picture || cover))
        {
            Darken(clause, reading);
        }
        else if (named is not null && (ground || picture || clause.Has(Concept.Use, Concept.Change, Concept.Add, Concept.Replace) || clause.Tokens.Count <= 2))
        {
            Finish(clause, reading, new PlaceFile(named, FileRole.Background));
        }
        else if (gradient || colors.Count > 1)
        {
            List<string> chosen = [.. colors.Select(i => clause.Claim(i).Content)];
            Finish(clause, reading, new SetBackground(BackgroundKind.Gradient) { Color = chosen.FirstOrDefault() ?? ToneOf(clause), SecondColor = chosen.ElementAtOrDefault(1) });
        }
        else if (colors.Count == 1 && reading.Says(Concept.Spin, Concept.Vinyl) && reading.ShowsPictures)
        {
            // "cover as a spinning record, black background": a color of its own would take the cover away.
            clause.IsUnclear = true;
        }
        else if (colors.Count == 1)
        {
            Finish(clause, reading, new SetBackground(BackgroundKind.Color) { Color = clause.Claim(colors[0]).Content });
        }
        else if ((ground || IsOther(clause, reading)) && ToneOf(clause) is { } tone)
        {
            Finish(clause, reading, new SetBackground(BackgroundKind.Color) { Color = tone });
        }
        else if (cover)
        {
            Finish(clause, reading, PictureChoice.HasOwnCover(reading) ? null : new SetBackground(BackgroundKind.Cover));
        }
        else if ((picture || cover) && PictureChoice.IsExchange(clause, reading))
        {
            Finish(clause, reading, new AskForFile { Picture = true });
        }
        else if (picture && (Declines.Any(clause) || (clause.Tokens.Any(t => WordLists.Enough.Contains(clause.TextOf(t))) && reading.Situation.NewFiles.Count == 0)))
        {
            // "make the picture brighter", "a still image is enough": no other picture is asked for.
            Finish(clause, reading, null);
        }
        else if (picture || IsOpen(clause, reading))
        {
            Finish(clause, reading, PictureChoice.Newest(clause, reading));
        }
        else if (ground && clause.HasFree(Concept.Darker) && !arrives)
        {
            Darken(clause, reading);
        }
        else if (ground)
        {
            Finish(clause, reading, null);
        }
    }

    private static void ReadThemes(Clause clause, Reading reading)
    {
        if (clause.HasFree(Concept.LightTheme, Concept.DarkTheme))
        {
            var color = clause.Has(Concept.LightTheme) ? Light : Dark;
            clause.ClaimAll(Concept.LightTheme, Concept.DarkTheme);
            Finish(clause, reading, new SetBackground(BackgroundKind.Color) { Color = color });
        }
    }

    /// <summary>"darker": the color behind, where there is one and nothing else was spoken of.</summary>
    private static bool IsDarkerAlone(Clause clause, Reading reading) => clause.HasFree(Concept.Darker) && reading.Situation.NewFiles.All(f => f.Facts.Kind != Core.Media.MediaKind.Image) && reading.Focus is Subject.None or Subject.Background or Subject.Video
        && reading.Project.Background.Kind is BackgroundKind.Color or BackgroundKind.Gradient
        && clause.Tokens.All(t => t.Concept is Concept.Darker or Concept.Filler or Concept.It or Concept.Change or Concept.Whole or Concept.CanYou or Concept.Video);

    /// <summary>换浅一点的, after a clause about the background.</summary>
    private static bool IsOther(Clause clause, Reading reading) => reading.Focus == Subject.Background && clause.HasFree(Concept.LightWord, Concept.DarkWord)
        && clause.Tokens.All(t => Clause.SubjectOf(t.Concept) == Subject.None) && clause.Has(Concept.Change, Concept.Use);

    /// <summary>白底, 黑底: behind a text it is a box, by itself the background.</summary>
    private static string? PlainGround(Clause clause, Reading reading)
    {
        var at = clause.FreeIndexOf(Concept.Plate);
        if (at < 0 || (clause.Has(Concept.Title, Concept.Captions) && !(clause.Has(Concept.Video) && reading.Situation.Project is null)) || reading.Focus is Subject.Title or Subject.Captions || clause.TextOf(clause.Tokens[at]) is not ("黑底" or "白底" or "黑色底" or "白色底" or "黑屏" or "白屏"))
        {
            return null;
        }

        if (clause.Has(Concept.Begin, Concept.End, Concept.Last) && clause.TextOf(clause.Tokens[at]) is "黑屏" or "白屏")
        {
            // 结尾加个黑屏: not all of it.
            return null;
        }

        if (clause.TextOf(clause.Tokens[at]) is "黑屏" or "白屏" && clause.Has(Concept.First, Concept.Cut, Concept.Remove))
        {
            // 最前面黑屏那一下剪掉.
            clause.IsUnclear = true;
            return null;
        }

        if (clause.Tokens.Any(t => t.IsTime))
        {
            // 前两秒是黑屏: what is seen there.
            clause.Claim(at);
            return null;
        }

        return clause.TextOf(clause.Claim(at))[0] == '黑' ? "#000000" : Light;
    }

    /// <summary>"orange to pink", 从蓝到紫: what runs from one color to another is a gradient.</summary>
    private static bool IsColorRange(Clause clause) => clause.Free(TokenKind.Color).ToList() is [var first, var second] && clause.Tokens.Skip(first).Take(second - first).Any(t => t.Concept == Concept.To)
        && clause.Tokens.All(t => Clause.SubjectOf(t.Concept) is Subject.None or Subject.Background) && !clause.Has(Concept.Change, Concept.Remove);

    private static void Finish(Clause clause, Reading reading, Edit? edit)
    {
        clause.ClaimAll(
            Concept.Background, Concept.BackgroundImage, Concept.Image, Concept.Cover, Concept.Gradient, Concept.ColorWord, Concept.Replace, Concept.Keep, Concept.Not, Concept.No, Concept.VersionWord, Concept.Classic);
        for (var i = 0; i < clause.Tokens.Count; i++)
        {
            // 白底深色波形: the tone of another thing stays.
            if (clause.Tokens[i].Concept is Concept.DarkWord or Concept.LightWord && clause.OwnerOf(i) != Subject.Visual)
            {
                clause.Claim(i);
            }
        }

        if (reading.Situation.Files.Any(f => f.Name.EndsWith(".gif", StringComparison.OrdinalIgnoreCase)))
        {
            // "this gif as background" names the file.
            clause.ClaimAll(Concept.Gif);
        }

        clause.ClaimFrame();
        if (edit is PlaceFile)
        {
            clause.ClaimAll(Concept.OtherOne);
        }

        if (edit is not null)
        {
            reading.Add(edit);
        }

        // 标题颜色跟背景太接近了 is about the title.
        // 颜色跟背景区分开点 is about what was spoken of before.
        reading.Focus = edit is null && clause.IndexOf(Concept.Title) is >= 0 and var title && title < clause.IndexOf(Concept.Background) ? Subject.Title
            : edit is null && reading.Focus != Subject.None && clause.Tokens.Any(t => WordLists.Obscuring.Contains(clause.TextOf(t))) ? reading.Focus : Subject.Background;
    }

    /// <summary>A color by itself after a clause about the background.</summary>
    private static bool Follows(Clause clause, Reading reading, int index) =>
        reading.Focus == Subject.Background && clause.OwnerOf(index) == Subject.None && !clause.Has(Concept.ProgressBar);

    /// <summary>"with a background" without saying which, when there is nothing special yet.</summary>
    private static bool IsOpen(Clause clause, Reading reading) =>
        clause.Has(Concept.Add) && reading.Project.Background.Kind is BackgroundKind.Gradient or BackgroundKind.Color && !clause.HasFree(Concept.Music, Concept.Darker)
        && !(clause.HasFree(Concept.Voice) && reading.Situation.HasMaterial && reading.Situation.NewFiles.Any(f => f.Facts.Kind == MediaKind.Audio));

    /// <summary>"purple vibes", 紫色氛围: the color of the whole.</summary>
    private static bool IsTheme(Clause clause, int index) => clause.OwnerOf(index) == Subject.None && !clause.HasFree(Concept.Title, Concept.Captions)
        && clause.Tokens.Skip(index + 1).Take(2).FirstOrDefault(t => t.Concept != Concept.Filler || WordLists.Themes.Contains(clause.TextOf(t))) is { } next && (next.Concept == Concept.Mood || WordLists.Themes.Contains(clause.TextOf(next)))
        && (clause.ClaimAll(Concept.Mood) | true);

    private static string? ToneOf(Clause clause) => clause.HasFree(Concept.DarkWord) ? Dark : clause.HasFree(Concept.LightWord) ? "#f5f5f5" : null;

    private static void Darken(Clause clause, Reading reading)
    {
        var ground = reading.Project.Background;
        clause.ClaimAll(Concept.Darker);
        Finish(clause, reading, ground.Kind is BackgroundKind.Color or BackgroundKind.Gradient
            ? new SetBackground(ground.Kind) { Color = Colors.Palette.Darker(ground.Color), SecondColor = ground.SecondColor is { } second ? Colors.Palette.Darker(second) : null }
            : new SetPictureLook { Brightness = PictureLookReader.Darker });
    }
}
