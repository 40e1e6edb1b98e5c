using NemoBot.LocalNemo.Colors;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Language.Readers.Pictures;

/// <summary>Reads one color for all that is drawn: "make everything pink", 全部改成粉色系. What is behind stays, unless nothing could be seen on it.</summary>
internal sealed class WholeColorReader : IClauseReader
{
    /// <summary>The least contrast of large letters (WCAG 2).</summary>
    private const double Least = 3;
    private const string Dark = "#111827";
    private const string Light = "#ffffff";

    public void Read(Clause clause, Reading reading)
    {
        if (!reading.HasMaterial || reading.Focus is Subject.Title or Subject.Captions || clause.Free(TokenKind.Color).ToList() is not [var at])
        {
            return;
        }

        if (clause.HasWord(WordLists.WholeLook) && clause.Tokens.All(t => IsFrame(clause, t)))
        {
            clause.ClaimEverything();
            Paint(reading, clause.Tokens[at].Content);
        }
    }

    private static void Paint(Reading reading, string color)
    {
        var project = reading.Project;
        if (!reading.Situation.HasMaterial && reading.TitleTexts.Count == 0 && reading.Situation.Files.Any(f => f.Facts.Title is not null))
        {
            reading.Add(new ShowTags { Look = new TitleLook { Color = color } });
        }
        else if (reading.TitleTexts.Count > 0)
        {
            reading.Add(new SetTitle(TitleRef.Every) { Look = new TitleLook { Color = color } });
        }

        if (project.Captions is not null)
        {
            reading.Add(new SetCaptions { Color = color });
        }

        if (project.Visual.Style != VisualStyle.None)
        {
            reading.Add(new SetVisual { Color = color });
        }

        if (project.ProgressBar)
        {
            reading.Add(new SetProgressBar(true) { Color = color });
        }

        var hasPlain = reading.Situation is { HasMaterial: true, NewFiles.Count: 0 }
            && project.Background.Kind is BackgroundKind.Color or BackgroundKind.Gradient;
        if (hasPlain && Against(project.Background, color) is { } ground)
        {
            reading.Add(new SetBackground(BackgroundKind.Color) { Color = ground });
        }
    }

    private static bool IsFrame(Clause clause, Token token) => token.Kind == TokenKind.Color
        || WordLists.WholeLook.Contains(clause.TextOf(token))
        || WordLists.Themes.Contains(clause.TextOf(token))
        || token.Concept is Concept.Change or Concept.Use or Concept.Let or Concept.To or Concept.Filler or Concept.It or Concept.CanYou
            or Concept.ColorWord or Concept.Whole or Concept.AllOf or Concept.Move or Concept.Replace or Concept.Video or Concept.Add or Concept.Only;

    /// <summary>Another color behind, where the new one could not be seen; null: it can.</summary>
    private static string? Against(Background ground, string color)
    {
        if (Rgb.Parse(color) is not { } drawn)
        {
            return null;
        }

        var behind = new[] { ground.Color, ground.SecondColor }.OfType<string>().Select(Rgb.Parse);
        if (behind.All(b => b is not { } shown || shown.ContrastTo(drawn) >= Least))
        {
            return null;
        }

        var darker = Palette.Darker(Palette.Darker(color));
        return new[] { darker, Dark, Light }.First(c => c == Light || (Rgb.Parse(c) is { } shown && shown.ContrastTo(drawn) >= Least));
    }
}
