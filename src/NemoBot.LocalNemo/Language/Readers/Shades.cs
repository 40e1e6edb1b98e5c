using NemoBot.LocalNemo.Colors;
using NemoBot.LocalNemo.Edits;

namespace NemoBot.LocalNemo.Language.Readers;

/// <summary>Reads "darker", 浅一点 after a clause about something that has a color.</summary>
internal static class Shades
{
    /// <summary>The color of that thing, a shade darker or lighter; null if the clause says something else.</summary>
    public static Edit? Read(Clause clause, Reading reading)
    {
        // 换个亮一点的颜色 filters nothing.
        var brighter = clause.HasFree(Concept.ColorWord) && clause.HasFree(Concept.Filter) && clause.TextOf(clause.Tokens[clause.IndexOf(Concept.Filter)])[0] == '亮';
        if (!(brighter || clause.HasFree(Concept.Darker, Concept.LightWord)) || !clause.Tokens.All(t => t.Concept is Concept.Darker or Concept.LightWord or Concept.Filler or Concept.It or Concept.Change or Concept.ColorWord || (brighter && t.Concept == Concept.Filter)))
        {
            return null;
        }

        var darker = clause.Has(Concept.Darker);
        return reading.Focus switch
        {
            Subject.Visual => new SetVisual { Color = Palette.Shade(reading.Project.Visual.Color, darker) },
            Subject.Title when reading.Project.Titles is [.., var title] => new SetTitle(TitleRef.Last) { Look = new TitleLook { Color = Palette.Shade(title.Color, darker) } },
            Subject.Captions when reading.Project.Captions is { } captions => new SetCaptions { Color = Palette.Shade(captions.Color, darker) },
            _ => null,
        };
    }
}
