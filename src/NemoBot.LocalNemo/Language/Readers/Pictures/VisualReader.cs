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
    public void Read(Clause clause, Reading reading)
    {
        ProgressBarReader.Read(clause, reading);
        if (OtherStyles.Offer(clause, reading) || PolishedLooks.Offer(clause, reading))
        {
            return;
        }

        if (IsDisliked(clause, reading) || AsksForOther(clause))
        {
            // Which one is not said.
            clause.ClaimEverything();
            reading.Suggest(Suggestion.Visual);
            reading.Focus = Subject.Visual;
            return;
        }

        ColorSchemes.Read(clause, reading);
        if (!clause.IsUnclear)
        {
            ReadLook(clause, reading);
        }
    }

    private static void ReadLook(Clause clause, Reading reading)
    {
        var follows = reading.Focus == Subject.Visual;
        if (Shades.Read(clause, reading) is { } shaded)
        {
            clause.ClaimEverything();
            reading.Add(shaded);
            return;
        }

        if (Shades.ReadPicked(clause, reading))
        {
            return;
        }

        var style = ReadStyle(clause, reading);
        var width = VisualSizes.ReadBarWidth(clause, style ?? reading.Project.Visual.Style, follows);
        var isStroke = width is not null && (style ?? reading.Project.Visual.Style) == VisualStyle.Circle;
        var edit = new SetVisual
        {
            Style = style,
            Color = ReadColor(clause, follows),
            Place = ReadPlace(clause, reading, follows) ?? (IsAround(clause) ? VerticalPlace.Middle : null),
            Scale = VisualSizes.ReadScale(clause, follows),
            Wide = VisualSizes.ReadWide(clause, reading),
            Glow = Glows(clause, follows) ? !clause.Has(Concept.Not, Concept.No, Concept.Remove) : null,
            BarWidth = isStroke ? null : width,
        };
        if (isStroke)
        {
            reading.Add(new Decline(Inability.BarWidth), Subject.Visual);
            clause.ClaimAll(VisualWords.All);
            clause.ClaimFrame();
        }

        var onlyNamesIt = edit == new SetVisual { Style = reading.Project.Visual.Style };
        if (edit == new SetVisual() || (onlyNamesIt && (isStroke || IsComplaint(clause))))
        {
            return;
        }

        Finish(clause, reading, edit);
    }

    private static void Finish(Clause clause, Reading reading, SetVisual edit)
    {
        clause.ClaimAll(VisualWords.All);
        clause.ClaimAll(
            Concept.ColorWord, Concept.Voice, Concept.Replace, Concept.Keep, Concept.Beat, Concept.OnBeat, Concept.Mood, Concept.Music, Concept.Recording,
            Concept.Glow, Concept.DarkWord, Concept.LightWord, Concept.Episode, Concept.Each);
        if (edit.Glow == false)
        {
            clause.ClaimAll(Concept.Not, Concept.Remove);
        }

        if (edit.Style == VisualStyle.Circle)
        {
            clause.ClaimAll(Concept.Cover, Concept.Image);
        }

        clause.ClaimFrame();
        reading.Add(edit, Subject.Visual);
    }

    /// <summary>就是波形有点土; 换一种, after it.</summary>
    private static bool IsDisliked(Clause clause, Reading reading)
    {
        if (!reading.Situation.HasMaterial)
        {
            return false;
        }

        if (!clause.HasFree(Concept.Waveform))
        {
            return reading.Focus == Subject.Visual
                && clause.HasFree(Concept.Change)
                && clause.Tokens.All(t => t.Concept == Concept.Filler || clause.TextOf(t) is "换一种" or "换种" or "换一个" or "换个" or "别的");
        }

        return clause.Tokens.Any(t => IsUgly(clause.TextOf(t)) || (t.Concept == Concept.Vague && clause.TextOf(t).StartsWith('太')))
            && clause.Tokens.All(t => t.Concept is Concept.Waveform or Concept.Filler or Concept.But or Concept.Vague or Concept.Useless);
    }

    private static bool IsUgly(string word) =>
        word.ToLowerInvariant() is "boring" or "ugly" or "dull" or "cheesy" or "distracting" or "annoying" or "bland" or "lame" or "generic" or "outdated" or "too boring" or "so boring" or "a bit boring"
            or "looks boring" or "looks dull" or "looks cheap" or "土" or "老土" or "丑" or "太丑" or "难看" or "不好看" or "单调" or "奇怪" or "怪" or "突兀";

    /// <summary>波形换个样式.</summary>
    private static bool AsksForOther(Clause clause) => clause.HasFree(Concept.Waveform)
        && clause.Has(Concept.Change)
        && clause.Tokens.Any(t => clause.TextOf(t) is "样式" or "款式" or "风格" or "形状" or "样子" or "形式" or "款")
        && clause.Tokens.All(t => t.Concept is Concept.Waveform or Concept.Change or Concept.Filler or Concept.It or Concept.Another
            or Concept.OtherOne or Concept.CanYou);

    /// <summary>波形和背景颜色太像了 says what is wrong, not what it is to be.</summary>
    private static bool IsComplaint(Clause clause) =>
        clause.Tokens.Any(t => clause.TextOf(t)[0] >= 0x2E80 && WordLists.Obscuring.Contains(clause.TextOf(t)))
        && !clause.Tokens.Any(t => Verbs.IsVerb(t.Concept));

    /// <summary>"a circle around the cover".</summary>
    private static bool IsAround(Clause clause) => clause.HasFree(Concept.Circle)
        && clause.Tokens.Any(t => clause.TextOf(t).Contains("around", StringComparison.OrdinalIgnoreCase) || clause.TextOf(t) is "环绕" or "围绕" or "围着");

    /// <summary>"the bars with a soft glow".</summary>
    private static bool Glows(Clause clause, bool follows) => clause.HasFree(Concept.Glow)
        && (follows
            || clause.Tokens.Any(t => Clause.SubjectOf(t.Concept) == Subject.Visual)
            || clause.Tokens.All(t => t.Concept is Concept.Glow or Concept.Filler or Concept.No or Concept.Not or Concept.Remove || WordLists.Gentle.Contains(clause.TextOf(t))));

    private static VisualStyle? ReadStyle(Clause clause, Reading reading)
    {
        var now = reading.Project.Visual.Style;
        if (now == VisualStyle.Circle && VisualSizes.NamesStroke(clause))
        {
            return null;
        }

        var wanted = StartOfNew(clause);

        // The most special one is meant: "a circle of bars" is a circle.
        var named = clause.Tokens.Where((t, i) => i >= wanted && t.Style != VisualStyle.None && !clause.IsClaimed(i))
            .Select(t => t.Style).DefaultIfEmpty().Max();
        if (named != VisualStyle.None)
        {
            var isThere = now is VisualStyle.MirroredBars or VisualStyle.Spectrum && !clause.Has(Concept.Change, Concept.Use, Concept.Add);
            return named == VisualStyle.Bars && isThere ? now : named;
        }

        if (clause.HasFree(Concept.Visuals))
        {
            return now is VisualStyle.None or VisualStyle.Bars && AsksForVisual(clause, reading) ? VisualStyle.Spectrum : now;
        }

        if (clause.HasFree(Concept.Waveform))
        {
            return now == VisualStyle.None ? VisualStyle.Bars : now;
        }

        return null;
    }

    /// <summary>"change the circle to bars": the second one.</summary>
    private static int StartOfNew(Clause clause)
    {
        // 波浪线改成柱状: the verb stands between the two.
        var mark = clause.IndexOf(Concept.Change) is > 0 and var verb && clause.IsChinese(clause.Tokens[verb]) ? verb : clause.IndexOf(Concept.To);
        if (!clause.Has(Concept.Change, Concept.Replace, Concept.Swap) || mark is not (> 0 and var to))
        {
            return 0;
        }

        var namesBoth = clause.Tokens.Skip(to).Any(t => t.Style != VisualStyle.None) && clause.Tokens.Take(to).Any(t => t.Style != VisualStyle.None);
        return namesBoth ? to : 0;
    }

    /// <summary>"fade in the visuals" names those that are there.</summary>
    private static bool AsksForVisual(Clause clause, Reading reading) => reading.Situation.Project is null
        || clause.Has(Concept.Add, Concept.Use, Concept.Change, Concept.Another, Concept.Replace, Concept.Let)
        || !clause.Has(Concept.FadeIn, Concept.FadeOut, Concept.FadeBoth, Concept.OnBeat, Concept.Beat);

    private static string? ReadColor(Clause clause, bool follows)
    {
        if (clause.Has(Concept.From) && clause.Has(Concept.To) && clause.Tokens.Count(t => t.Kind == TokenKind.Color) > 1)
        {
            // It has one color, which was read before.
            return null;
        }

        var color = clause.Free(TokenKind.Color).Where(i => VisualSizes.Belongs(clause, i, follows)).Select(i => clause.Claim(i).Content).LastOrDefault();
        if (color is not null)
        {
            return color;
        }

        var tone = clause.FreeIndexOf(Concept.DarkWord, Concept.LightWord);
        if (tone < 0 || clause.OwnerOf(tone) != Subject.Visual)
        {
            return null;
        }

        return clause.Claim(tone).Concept == Concept.DarkWord ? "#111827" : "#ffffff";
    }

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
            if (said is not null && !clause.IsClaimed(i) && VisualSizes.Belongs(clause, i, follows))
            {
                clause.Claim(i);
                place = said;
            }
        }

        return place;
    }
}
