using NemoBot.LocalNemo.Colors;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Phrases;

/// <summary>Reads "darker", 浅一点 after a clause about something that has a color.</summary>
internal static class Shades
{
    private static readonly string[][] Dark = [["gray", "灰色"], ["blue", "蓝色"], ["purple", "紫色"]];

    /// <summary>The color of that thing, a shade darker or lighter; null if the clause says something else or the thing has no color of its own.</summary>
    public static Edit? Read(Clause clause, Reading reading)
    {
        // 换个亮一点的颜色, or 再亮一点 after a color, filters nothing.
        var brighter = clause.HasFree(Concept.Brighter) && clause.TextOf(clause.Tokens[clause.IndexOf(Concept.Brighter)]) is ['亮', ..] or "更亮";
        var asks = brighter || clause.HasFree(Concept.Darker, Concept.LightWord);
        if (!asks || !clause.Tokens.All(t => IsShadeOrThing(t.Concept) || (brighter && t.Concept == Concept.Brighter)))
        {
            return null;
        }

        var focus = SubjectOf(clause, reading);
        if (focus == Subject.Background && reading.Project.Background is { Kind: BackgroundKind.Color } ground && Palette.ParseHex(ground.Color) is { } plain)
        {
            return new SetBackground(BackgroundKind.Color) { Color = Palette.Shade(plain, clause.Has(Concept.Darker)) };
        }

        var color = focus switch
        {
            Subject.Visual => reading.Project.Visual.Color,
            Subject.Title => reading.Project.Titles is [.., var title] ? title.Color : null,
            Subject.Captions => reading.Project.Captions?.Color,
            _ => null,
        };
        return color is not null && Palette.ParseHex(color) is { } hex ? With(focus, Palette.Shade(hex, clause.Has(Concept.Darker))) : null;
    }

    /// <summary>波形颜色亮一点 while the renderer picks the color: white, or asks for a darker one; false if the clause says something else.</summary>
    public static bool ReadPicked(Clause clause, Reading reading)
    {
        var darker = clause.HasFree(Concept.Darker);
        if (reading.Project.Visual is not { Color: ColorChoice.Auto, Style: not VisualStyle.None } || SubjectOf(clause, reading) != Subject.Visual
            || (darker ? clause.Text.Contains('太', StringComparison.Ordinal) || clause.Text.Contains("too ", StringComparison.OrdinalIgnoreCase) : !clause.HasFree(Concept.Brighter, Concept.LightWord))
            || !clause.Tokens.All(t => IsShadeOrThing(t.Concept) || t.Concept == Concept.Brighter))
        {
            return false;
        }

        var name = clause.IsChinese(clause.Tokens[0]) ? 1 : 0;
        clause.ClaimEverything();
        reading.Focus = Subject.Visual;
        if (darker)
        {
            reading.Choice ??= new Choice(new Note("choice.shade", []), [.. Dark.Select(c => new Note("offer.visual-color", [c[name]]))]);
        }
        else
        {
            reading.Add(new SetVisual { Style = reading.Project.Visual.Style, Color = "#ffffff" });
        }

        return true;
    }

    /// <summary>"make the waveform darker": what is named, else what was spoken of.</summary>
    private static Subject SubjectOf(Clause clause, Reading reading) =>
        clause.Tokens.Select(t => Clause.SubjectOf(t.Concept)).FirstOrDefault(s => s != Subject.None, reading.Focus);

    private static bool IsShadeOrThing(Concept concept) => Clause.SubjectOf(concept) is Subject.Visual or Subject.Title || concept == Concept.Background
        || concept is Concept.Darker or Concept.LightWord or Concept.Filler or Concept.It or Concept.Change or Concept.ColorWord or Concept.Then or Concept.And;

    private static Edit With(Subject subject, string color) => subject switch
    {
        Subject.Visual => new SetVisual { Color = color },
        Subject.Title => new SetTitle(TitleRef.Last) { Look = new TitleLook { Color = color } },
        _ => new SetCaptions { Color = color },
    };
}
