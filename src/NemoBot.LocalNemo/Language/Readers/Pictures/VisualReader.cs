using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers.Phrases;
using NemoBot.LocalNemo.Language.Readers.Texts;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Pictures;

/// <summary>Reads the picture of the sound: which, in what color, where, how large.</summary>
internal sealed class VisualReader : IClauseReader
{
    private const double Step = 1.3;

    public void Read(Clause clause, Reading reading)
    {
        ReadProgress(clause, reading);

        if (IsDisliked(clause, reading))
        {
            // 波形有点土，换一种: which one is not said.
            clause.ClaimEverything();
            reading.Suggest(Suggestion.Visual);
            reading.Focus = Subject.Visual;
            return;
        }

        if (clause.HasFree(Concept.Waveform) && clause.Has(Concept.Change) && clause.Tokens.Any(t => clause.TextOf(t) is "样式" or "款式" or "风格" or "形状" or "样子" or "形式" or "款")
            && clause.Tokens.All(t => t.Concept is Concept.Waveform or Concept.Change or Concept.Filler or Concept.It or Concept.Another or Concept.OtherOne or Concept.CanYou))
        {
            // 波形换个样式: which one is not said.
            clause.ClaimEverything();
            reading.Suggest(Suggestion.Visual);
            reading.Focus = Subject.Visual;
            return;
        }

        ReadScheme(clause, reading);
        var follows = reading.Focus == Subject.Visual;
        if (Shades.Read(clause, reading) is { } shaded)
        {
            clause.ClaimEverything();
            reading.Add(shaded);
            return;
        }

        var style = ReadStyle(clause, reading);
        var width = TakeBarWidth(clause, style ?? reading.Project.Visual.Style, follows);
        var edit = new SetVisual
        {
            Style = style,
            Color = ReadColor(clause, follows),
            Place = ReadPlace(clause, reading, follows) ?? (clause.HasFree(Concept.Circle) && clause.Tokens.Any(t => clause.TextOf(t).Contains("around", StringComparison.OrdinalIgnoreCase) || clause.TextOf(t) is "环绕" or "围绕" or "围着") ? VerticalPlace.Middle : null),
            Scale = ReadScale(clause, follows),
            Wide = ReadWide(clause, reading),
            Glow = clause.HasFree(Concept.Glow) && (follows || clause.Tokens.Any(t => Clause.SubjectOf(t.Concept) == Subject.Visual) || clause.Tokens.All(t => t.Concept is Concept.Glow or Concept.Filler || WordLists.Gentle.Contains(clause.TextOf(t)))) ? !clause.Has(Concept.Not) : null,
        };
        if (width)
        {
            reading.Add(new Decline(Inability.BarWidth), Subject.Visual);
            clause.ClaimAll(VisualWords.All);
            clause.ClaimFrame();
        }

        if (edit == new SetVisual() || (width && edit == new SetVisual { Style = reading.Project.Visual.Style }))
        {
            return;
        }

        if (edit == new SetVisual { Style = reading.Project.Visual.Style } && clause.Tokens.Any(t => clause.TextOf(t)[0] >= 0x2E80 && WordLists.Obscuring.Contains(clause.TextOf(t))) && !clause.Tokens.Any(t => Verbs.IsVerb(t.Concept)))
        {
            // 波形和背景颜色太像了 says what is wrong, not what it is to be.
            return;
        }

        clause.ClaimAll(VisualWords.All);
        clause.ClaimAll(
            Concept.ColorWord, Concept.Voice, Concept.Replace, Concept.Keep, Concept.Beat, Concept.OnBeat, Concept.Mood, Concept.Music, Concept.Recording, Concept.Glow, Concept.DarkWord,
            Concept.LightWord, Concept.Episode, Concept.Each);
        if (edit.Style == VisualStyle.Circle)
        {
            clause.ClaimAll(Concept.Cover, Concept.Image);
        }

        clause.ClaimFrame();
        reading.Add(edit, Subject.Visual);
    }

    /// <summary>就是波形有点土; 换一种, after it.</summary>
    private static bool IsDisliked(Clause clause, Reading reading) => reading.Situation.HasMaterial && (clause.HasFree(Concept.Waveform)
        ? clause.Tokens.Any(t => clause.TextOf(t) is "土" or "老土" or "丑" or "太丑" or "难看" or "不好看" or "单调" or "奇怪" or "怪" or "突兀" || t.Concept == Concept.Vague && clause.TextOf(t).StartsWith('太'))
            && clause.Tokens.All(t => t.Concept is Concept.Waveform or Concept.Filler or Concept.But or Concept.Vague)
        : reading.Focus == Subject.Visual && clause.HasFree(Concept.Change) && clause.Tokens.All(t => clause.TextOf(t) is "换一种" or "换种" or "换一个" or "换个" or "别的" || t.Concept == Concept.Filler));

    private static void ReadProgress(Clause clause, Reading reading)
    {
        if (reading.Focus == Subject.Progress && clause.Free(TokenKind.Color).ToList() is [var only] && clause.OwnerOf(only) == Subject.None && !clause.Tokens.Any(t => t.Kind is TokenKind.Unknown or TokenKind.Quote))
        {
            // "add a progress bar and make it yellow".
            reading.Add(new SetProgressBar(true) { Color = clause.Claim(only).Content }, Subject.Progress);
            clause.ClaimAll(Concept.ColorWord);
            clause.ClaimFrame();
            return;
        }

        if (!clause.HasFree(Concept.ProgressBar))
        {
            return;
        }

        var color = clause.Free(TokenKind.Color).Where(i => clause.OwnerOf(i) == Subject.Progress).Select(i => clause.Claim(i).Content).LastOrDefault();
        clause.ClaimAll(Concept.ProgressBar, Concept.Bottom, Concept.Top, Concept.ColorWord);
        clause.ClaimFrame();
        reading.Add(new SetProgressBar(true) { Color = color }, Subject.Progress);
    }

    /// <summary>"colors: orange and navy": the first for the picture of the sound, the second behind it unless a picture is there.</summary>
    private static void ReadScheme(Clause clause, Reading reading)
    {
        var colors = clause.Free(TokenKind.Color).Where(i => clause.OwnerOf(i) == Subject.None).ToList();
        if (colors.Count < 2 || clause.Tokens.Any(t => Clause.SubjectOf(t.Concept) != Subject.None))
        {
            return;
        }

        reading.Add(new SetVisual { Color = clause.Claim(colors[0]).Content }, Subject.Visual);
        clause.ClaimAll(Concept.ColorWord, Concept.Use, Concept.And);
        // 颜色从蓝变到紫 after a clause about the waveform: it has one color, and nothing is to be changed behind it.
        if (!(clause.Has(Concept.From, Concept.To) && reading.Focus == Subject.Visual && reading.Situation.Focus == Subject.Visual) && reading.Project.Background.Kind is BackgroundKind.Color or BackgroundKind.Gradient && reading.Situation.NewFiles.All(f => f.Facts.Kind != Core.Media.MediaKind.Image))
        {
            reading.Add(new SetBackground(BackgroundKind.Color) { Color = clause.Claim(colors[1]).Content });
        }
    }

    private static VisualStyle? ReadStyle(Clause clause, Reading reading)
    {
        var now = reading.Project.Visual.Style;

        // "change the circle to bars": the second one.
        var wanted = clause.Has(Concept.Change, Concept.Replace, Concept.Swap) && clause.IndexOf(Concept.To) is > 0 and var to && clause.Tokens.Skip(to).Any(t => t.Style != VisualStyle.None) && clause.Tokens.Take(to).Any(t => t.Style != VisualStyle.None) ? to : 0;

        // The most special one is meant: "a circle of bars" is a circle.
        var named = clause.Tokens.Where((t, i) => i >= wanted && t.Style != VisualStyle.None && !clause.IsClaimed(i)).Select(t => t.Style).DefaultIfEmpty().Max();
        if (named != VisualStyle.None)
        {
            return named == VisualStyle.Bars && now is VisualStyle.MirroredBars or VisualStyle.Spectrum && !clause.Has(Concept.Change, Concept.Use, Concept.Add) ? now : named;
        }

        // "fade in the visuals" names those that are there.
        var asks = reading.Situation.Project is null || clause.Has(Concept.Add, Concept.Use, Concept.Change, Concept.Another, Concept.Replace, Concept.Let) || !clause.Has(Concept.FadeIn, Concept.FadeOut, Concept.FadeBoth, Concept.OnBeat, Concept.Beat);
        return clause.HasFree(Concept.Visuals) ? asks && now is (VisualStyle.None or VisualStyle.Bars) ? VisualStyle.Spectrum : now
            : clause.HasFree(Concept.Waveform) ? now == VisualStyle.None ? VisualStyle.Bars : now
            : null;
    }

    private static string? ReadColor(Clause clause, bool follows)
    {
        if (clause.Has(Concept.From) && clause.Has(Concept.To) && clause.Tokens.Count(t => t.Kind == TokenKind.Color) > 1)
        {
            // It has one color, which was read before.
            return null;
        }

        var color = clause.Free(TokenKind.Color).Where(i => Belongs(clause, i, follows)).Select(i => clause.Claim(i).Content).LastOrDefault();
        if (color is not null)
        {
            return color;
        }

        var tone = clause.FreeIndexOf(Concept.DarkWord, Concept.LightWord);
        return tone >= 0 && clause.OwnerOf(tone) == Subject.Visual ? clause.Claim(tone).Concept == Concept.DarkWord ? "#111827" : "#ffffff" : null;
    }

    private static bool Belongs(Clause clause, int index, bool follows) =>
        clause.OwnerOf(index) == Subject.Visual || (follows && clause.OwnerOf(index) == Subject.None);

    private static VerticalPlace? ReadPlace(Clause clause, Reading reading, bool follows)
    {
        VerticalPlace? place = null;
        for (var i = 0; i < clause.Tokens.Count; i++)
        {
            VerticalPlace? said = clause.Tokens[i].Concept switch
            {
                Concept.Top => VerticalPlace.Top,
                Concept.Middle => VerticalPlace.Middle,
                Concept.Bottom => VerticalPlace.Bottom,
                Concept.Upward => TitleLookWords.Beside(reading.Project.Visual.Place, up: true),
                Concept.Quieter when TitleLookWords.IsLower(clause, clause.Tokens[i]) => TitleLookWords.Beside(reading.Project.Visual.Place, up: false),
                Concept.Downward => TitleLookWords.Beside(reading.Project.Visual.Place, up: false),
                _ => null,
            };
            if (said is not null && !clause.IsClaimed(i) && Belongs(clause, i, follows))
            {
                clause.Claim(i);
                place = said;
            }
        }

        return place;
    }

    /// <summary>"full width bars"; of what, nobody says: the picture of the sound, where there is one.</summary>
    private static bool? ReadWide(Clause clause, Reading reading)
    {
        if (!clause.HasFree(Concept.FullWidth) || clause.Has(Concept.Title, Concept.Captions, Concept.Logo, Concept.Image, Concept.Cover, Concept.Video) || (reading.Project.Visual.Style == VisualStyle.None && !clause.Tokens.Any(t => Clause.SubjectOf(t.Concept) == Subject.Visual)))
        {
            return null;
        }

        var isWide = !clause.Has(Concept.Not, Concept.Remove, Concept.No);
        clause.ClaimAll(Concept.FullWidth, Concept.Not, Concept.Fill);
        return isWide;
    }

    /// <summary>"skinny bars": claims the words for a width that bars do not have; a line does.</summary>
    private static bool TakeBarWidth(Clause clause, VisualStyle style, bool follows)
    {
        if (style is not (VisualStyle.Bars or VisualStyle.MirroredBars or VisualStyle.Spectrum or VisualStyle.Blocks))
        {
            return false;
        }

        var said = Enumerable.Range(0, clause.Tokens.Count).Where(i => !clause.IsClaimed(i) && clause.Tokens[i].Concept is Concept.Taller or Concept.Thinner && WordLists.Widths.Contains(clause.TextOf(clause.Tokens[i])) && Belongs(clause, i, follows)).ToList();
        said.ForEach(i => clause.Claim(i));
        return said.Count > 0;
    }

    private static double? ReadScale(Clause clause, bool follows)
    {
        double? scale = null;
        for (var i = 0; i < clause.Tokens.Count; i++)
        {
            double? said = clause.Tokens[i].Concept switch
            {
                Concept.Taller or Concept.Bigger or Concept.Large or Concept.Huge => Step,
                Concept.Thinner or Concept.Smaller or Concept.Small or Concept.Tiny => 1 / Step,
                _ => null,
            };
            if (said is not null && !clause.IsClaimed(i) && Belongs(clause, i, follows))
            {
                clause.Claim(i);
                scale ??= said;
            }
        }

        return scale is { } step ? AmountOf(clause, step < 1) ?? step : null;
    }

    /// <summary>"half as tall", 矮一半, "30% bigger": how much; null if nothing says so.</summary>
    private static double? AmountOf(Clause clause, bool less) => clause.ClaimAll(Concept.Half) ? 0.5
        : clause.ClaimAll(Concept.Double) ? less ? 0.5 : 2
        : clause.Take(TokenKind.Factor) is { Value: > 0 } times ? less && times.Value > 1 ? 1 / times.Value : times.Value
        : clause.Take(TokenKind.Percent) is { } percent ? less ? Math.Max(0.1, 1 - Math.Abs(percent.Value)) : 1 + Math.Abs(percent.Value) : null;
}
