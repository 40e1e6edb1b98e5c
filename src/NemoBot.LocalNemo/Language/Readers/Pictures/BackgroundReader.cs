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
    public void Read(Clause clause, Reading reading)
    {
        ReadThemes(clause, reading);
        VisualGradients.Read(clause, reading);
        var nouns = NounsOf(clause, reading);
        if (IsAboutSlide(clause, reading, nouns))
        {
            return;
        }

        var file = PictureChoice.Named(clause, reading);
        var colors = BackgroundColors.Of(clause, reading, nouns.Ground, nouns.Gradient);
        if (BackgroundColors.Plain(clause, reading) is { } plain)
        {
            Finish(clause, reading, new SetBackground(BackgroundKind.Color) { Color = plain });
            return;
        }

        var isMeant = nouns.Any || colors.Count > 0 || file is not null || BackgroundColors.IsOther(clause, reading);
        if (isMeant && !clause.Has(Concept.Remove))
        {
            Change(clause, reading, nouns, colors, file);
        }
    }

    private static void Change(Clause clause, Reading reading, Nouns nouns, List<int> colors, string? file)
    {
        // A picture that has just come is not made darker: that is declined.
        var darkens = clause.HasFree(Concept.Darker) && !reading.Situation.BringsPicture;
        if (darkens && colors.Count == 0 && file is null && (nouns.Picture || nouns.Cover))
        {
            Darken(clause, reading);
        }
        else if (file is not null && PlacesFile(clause, nouns))
        {
            Finish(clause, reading, new PlaceFile(file, FileRole.Background));
        }
        else if (ReadColors(clause, reading, nouns, colors) || ReadPicture(clause, reading, nouns) || !nouns.Ground)
        {
            return;
        }
        else if (darkens)
        {
            Darken(clause, reading);
        }
        else if (clause.ClaimAll(Concept.Brighter))
        {
            var ground = reading.Project.Background;
            Finish(clause, reading, new SetBackground(ground.Kind) { Color = Colors.Palette.Shade(ground.Color, darker: false), SecondColor = ground.SecondColor is { } second ? Colors.Palette.Shade(second, darker: false) : null });
        }
        else
        {
            Finish(clause, reading, null);
        }
    }

    /// <summary>What of the things behind a clause names.</summary>
    private static Nouns NounsOf(Clause clause, Reading reading)
    {
        var ground = clause.HasFree(Concept.Background) || IsDarkerAlone(clause, reading);
        return new Nouns(
            ground,
            clause.HasFree(Concept.Image, Concept.BackgroundImage) && !IsFaded(clause, reading),
            // 第一张图当封面: the picture that is counted, not one in a sound file.
            clause.HasFree(Concept.Cover) && !PictureChoice.IsCounted(clause),
            clause.HasFree(Concept.Gradient) && (ground || !VisualGradients.AreNamed(clause)));
    }

    /// <summary>"fade picture and sound in": what is seen, not a file.</summary>
    private static bool IsFaded(Clause clause, Reading reading) => reading.Situation is { HasMaterial: true, BringsPicture: false } && clause.Has(Concept.FadeIn, Concept.FadeOut, Concept.FadeBoth);

    /// <summary>"pic 2 longer" is about a picture of the slideshow.</summary>
    private static bool IsAboutSlide(Clause clause, Reading reading, Nouns nouns)
    {
        if (reading.Project.Slides.Count == 0 || reading.Situation.NewFiles.Count > 0 || nouns.Ground || nouns.Cover || nouns.Gradient || clause.HasFree(TokenKind.Color))
        {
            return false;
        }

        var isCounted = clause.Tokens.Any(t => t.Kind is TokenKind.Number or TokenKind.Ordinal) && !clause.Has(Concept.Use);
        return (isCounted || !clause.Has(Concept.BackgroundImage, Concept.Use, Concept.Replace, Concept.Change))
            && (nouns.Picture || clause.Tokens.Any(t => t.Kind == TokenKind.File));
    }

    private static bool PlacesFile(Clause clause, Nouns nouns) =>
        nouns.Ground || nouns.Picture || clause.Has(Concept.Use, Concept.Change, Concept.Add, Concept.Replace) || clause.Tokens.Count <= 2;

    private static bool ReadColors(Clause clause, Reading reading, Nouns nouns, List<int> colors)
    {
        if (nouns.Gradient || colors.Count > 1)
        {
            List<string> chosen = [.. colors.Select(i => clause.Claim(i).Content)];
            Finish(clause, reading, new SetBackground(BackgroundKind.Gradient) { Color = chosen.FirstOrDefault() ?? BackgroundColors.ToneOf(clause), SecondColor = chosen.ElementAtOrDefault(1) });
            return true;
        }

        if (colors.Count == 1 && reading.Says(Concept.Spin, Concept.Vinyl) && reading.ShowsPictures)
        {
            // "cover as a spinning record, black background": a color of its own would take the cover away.
            clause.IsUnclear = true;
            return true;
        }

        var color = colors.Count == 1 ? clause.Claim(colors[0]).Content
            : nouns.Ground || BackgroundColors.IsOther(clause, reading) ? BackgroundColors.ToneOf(clause)
            : null;
        if (color is not null)
        {
            Finish(clause, reading, new SetBackground(BackgroundKind.Color) { Color = color });
        }

        return color is not null;
    }

    private static bool ReadPicture(Clause clause, Reading reading, Nouns nouns)
    {
        if (!nouns.Cover && !nouns.Picture && !IsOpen(clause, reading))
        {
            return false;
        }

        Edit? edit = nouns.Cover ? (PictureChoice.HasOwnCover(reading) ? Again(clause, reading) : new SetBackground(BackgroundKind.Cover))
            : nouns.Picture && PictureChoice.IsExchange(clause, reading) ? new AskForFile { Picture = true }
            : nouns.Picture && IsContent(clause, reading) ? null
            : PictureChoice.Newest(clause, reading);
        Finish(clause, reading, edit);
        return true;
    }

    /// <summary>"use the cover as the background": the picture that is behind everything already.</summary>
    private static PlaceFile? Again(Clause clause, Reading reading) =>
        reading.Project.Background.Asset is { } shown && clause.Has(Concept.Use) && clause.HasFree(Concept.Background) ? new PlaceFile(shown.Id, FileRole.Background) : null;

    /// <summary>"make the picture brighter", "a still image is enough": no other picture is asked for.</summary>
    private static bool IsContent(Clause clause, Reading reading) =>
        Declines.Any(clause) || (clause.Tokens.Any(t => WordLists.Enough.Contains(clause.TextOf(t))) && reading.Situation.NewFiles.Count == 0);

    private static void ReadThemes(Clause clause, Reading reading)
    {
        if (clause.HasFree(Concept.LightTheme, Concept.DarkTheme))
        {
            var color = clause.Has(Concept.LightTheme) ? BackgroundColors.Light : BackgroundColors.Dark;
            clause.ClaimAll(Concept.LightTheme, Concept.DarkTheme);
            Finish(clause, reading, new SetBackground(BackgroundKind.Color) { Color = color });
        }
    }

    /// <summary>"darker": the color behind, where there is one and nothing else was spoken of.</summary>
    private static bool IsDarkerAlone(Clause clause, Reading reading) => clause.HasFree(Concept.Darker) && !reading.Situation.BringsPicture && reading.Focus is Subject.None or Subject.Background or Subject.Video
        && reading.Project.Background.Kind is BackgroundKind.Color or BackgroundKind.Gradient
        && clause.Tokens.All(t => t.Concept is Concept.Darker or Concept.Filler or Concept.It or Concept.Change or Concept.Whole or Concept.CanYou or Concept.Video);

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

    /// <summary>"with a background" without saying which, when there is nothing special yet.</summary>
    private static bool IsOpen(Clause clause, Reading reading) =>
        clause.Has(Concept.Add) && reading.Project.Background.Kind is BackgroundKind.Gradient or BackgroundKind.Color && !clause.HasFree(Concept.Music, Concept.Darker)
        && !(clause.HasFree(Concept.Voice) && reading.Situation.HasMaterial && reading.Situation.NewFiles.Any(f => f.Facts.Kind == MediaKind.Audio));

    private static void Darken(Clause clause, Reading reading)
    {
        var ground = reading.Project.Background;
        clause.ClaimAll(Concept.Darker);
        Finish(clause, reading, ground.Kind is BackgroundKind.Color or BackgroundKind.Gradient
            ? new SetBackground(ground.Kind) { Color = Colors.Palette.Darker(ground.Color), SecondColor = ground.SecondColor is { } second ? Colors.Palette.Darker(second) : null }
            : new SetPictureLook { Brightness = PictureLookReader.Darker });
    }

    /// <param name="Ground">The background itself.</param>
    /// <param name="Picture">A picture.</param>
    /// <param name="Cover">The cover of the sound.</param>
    /// <param name="Gradient">A gradient behind.</param>
    private readonly record struct Nouns(bool Ground, bool Picture, bool Cover, bool Gradient)
    {
        public bool Any => Ground || Picture || Cover || Gradient;
    }
}
