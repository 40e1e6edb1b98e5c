using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Texts;

/// <summary>Tells whether a clause that does not say "title" is about one: "make it bigger", 第二个改成橙色.</summary>
internal static class UnnamedTitles
{
    /// <summary>The clause is about a title that is there.</summary>
    public static bool AreMeant(Clause clause, Reading reading) => Artists.IsLookOf(clause, reading) || Continues(clause, reading)
        || IsNumbered(clause, reading) || IsFont(clause, reading) || IsBoxColor(clause, reading) || (reading.TitleTexts.Count > 0 && IsBoxRemoval(clause) && (clause.Has(Concept.Plate) || reading.Project.Titles.Any(t => t.Outline is not null)));

    /// <summary>背景框去掉: a box behind a text, and nothing else.</summary>
    public static bool IsBoxRemoval(Clause clause) => clause.HasFree(Concept.Plate, Concept.Outline) && clause.HasFree(Concept.Remove, Concept.Not)
        && clause.Tokens.All(t => t.Concept is Concept.Plate or Concept.Outline or Concept.Remove or Concept.Not or Concept.Filler or Concept.It or Concept.AllOf);

    /// <summary>"make the box navy", where a text has one.</summary>
    private static bool IsBoxColor(Clause clause, Reading reading) => reading.Project.Titles.Any(t => t.Plate)
        && clause.HasFree(Concept.Plate) && clause.HasFree(TokenKind.Color)
        && clause.Tokens.All(t => t.Kind == TokenKind.Color || t.Concept is Concept.Plate or Concept.Change or Concept.Filler or Concept.It or Concept.ColorWord or Concept.To or Concept.CanYou);

    /// <summary>"make the second one orange", 第二个改成橙色: of two titles, with a look and nothing else named.</summary>
    private static bool IsNumbered(Clause clause, Reading reading) =>
        reading.TitleTexts.Count > 1 && reading.Project.Slides.Count == 0 && reading.Project.Clips.Count < 2
        && (clause.HasFree(TokenKind.Ordinal) || clause.HasFree(Concept.First, Concept.Last, Concept.UpperOne, Concept.LowerOne, Concept.OtherOne))
        && clause.Tokens.All(t => Clause.SubjectOf(t.Concept) == Subject.None && !t.IsTime && t.Kind is not (TokenKind.Unknown or TokenKind.File))
        && (clause.HasFree(TokenKind.Color) || clause.Tokens.Any(t => Verbs.IsLook(t.Concept)))
        && !clause.Has(Concept.Music, Concept.Voice, Concept.Video, Concept.Volume, Concept.Remove, Concept.Cut);

    /// <summary>"font size a bit smaller" is about the title while there are no captions to be meant.</summary>
    private static bool IsFont(Clause clause, Reading reading) => clause.HasFree(Concept.Font) && reading.TitleTexts.Count > 0 && !clause.Has(Concept.Captions)
        && clause.Tokens.Any(t => Verbs.IsLook(t.Concept) || t.Kind == TokenKind.Color);

    /// <summary>"let it fade in": about the title if the clause before was. A look alone follows the thing named last.</summary>
    private static bool Continues(Clause clause, Reading reading)
    {
        if ((clause.Has(Concept.Remove) && !Ends(clause, reading)) || reading.TitleTexts.Count == 0 || NamesOther(clause))
        {
            return false;
        }

        if (clause.Has(Concept.Quieter) && !clause.Tokens.Any(t => TitleLookWords.IsLower(clause, t)) && !Reduces(clause))
        {
            return false;
        }

        // Two colors are a scheme, not a look of one text.
        if (clause.Free(TokenKind.Color).Skip(1).Any())
        {
            return false;
        }

        var looks = HasLook(clause);
        if (!looks && FadesVideo(clause, reading))
        {
            return false;
        }

        return reading.Focus switch
        {
            Subject.Title => looks || TitleLookWords.IsMultiple(clause) || Fades(clause) || SaysWhen(clause, reading),
            Subject.None => looks && (clause.Has(Concept.It) || clause.Text.StartsWith("位置", StringComparison.Ordinal) || reading.Edits is [.., Undo]),
            _ => false,
        };
    }

    /// <summary>3秒就消失 says how long the title is shown.</summary>
    private static bool Ends(Clause clause, Reading reading) => reading.Focus == Subject.Title && clause.HasTime
        && (TitleLookReader.Disappears(clause) || TitleNumbers.IsEnded(clause, reading));

    private static bool NamesOther(Clause clause) => clause.Tokens.Any(t => Clause.SubjectOf(t.Concept) != Subject.None) || clause.Has(
        Concept.Music, Concept.Voice, Concept.Video, Concept.Volume, Concept.Louder, Concept.Cut, Concept.Trim, Concept.Keep, Concept.Darker, Concept.Scene);

    private static bool HasLook(Clause clause)
    {
        var isPartOfSize = clause.HasFree(TokenKind.Percent)
            && (clause.HasWord(WordLists.Sizes) || clause.Tokens.Any(t => t.Concept == Concept.OriginalWord));
        return isPartOfSize || clause.HasFree(TokenKind.Color) || Reduces(clause) || clause.Tokens.Any(t => TitleLookWords.IsLower(clause, t))
            || clause.HasFree(
                Concept.Bigger, Concept.Smaller, Concept.Large, Concept.Small, Concept.Huge, Concept.Tiny, Concept.Upward, Concept.Downward,
                Concept.Top, Concept.Middle, Concept.Bottom, Concept.Left, Concept.Right, Concept.TopLeft, Concept.TopRight,
                Concept.BottomLeft, Concept.BottomRight, Concept.Plate, Concept.Outline);
    }

    private static bool Fades(Clause clause) => clause.HasFree(Concept.FadeIn, Concept.FadeOut, Concept.FadeBoth);

    /// <summary>A fade that is not that of a title.</summary>
    private static bool FadesVideo(Clause clause, Reading reading)
    {
        if (clause.Has(Concept.It))
        {
            return false;
        }

        // 开头5秒淡入.
        if (Fades(clause) && (clause.Has(Concept.Begin, Concept.End, Concept.First, Concept.Last) || clause.Tokens.Any(t => SaysEnd(clause.TextOf(t)))))
        {
            return true;
        }

        // "title yellow, fade out": what ends is the video.
        return clause.HasFree(Concept.FadeOut, Concept.FadeBoth) && !clause.IsLater && FadesAlone(clause)
            && reading.Edits is [.., var last] && !EndsEarly(last);
    }

    /// <summary>结尾淡出 in one word.</summary>
    private static bool SaysEnd(string word) => word.Length > 2 && word[..2] is "开头" or "片头" or "结尾" or "片尾" or "最后" or "末尾";

    private static bool FadesAlone(Clause clause) => !clause.IsChinese(clause.Tokens[0])
        && !clause.Text.Split(' ').Contains("it", StringComparer.OrdinalIgnoreCase)
        && clause.Tokens.All(t => t.IsTime || t.Concept is Concept.FadeIn or Concept.FadeOut or Concept.FadeBoth
            or Concept.And or Concept.Filler or Concept.For or Concept.Add);

    /// <summary>The title is gone before the video ends, or was just given a fade.</summary>
    private static bool EndsEarly(Edit edit) => edit switch
    {
        AddTitle { Look: var look } => look.HasTime,
        SetTitle { Look: var look } => look.HasTime || look.FadeIn is not null || look.FadeOut is not null,
        _ => false,
    };

    /// <summary>"for 5 seconds": how long, or when, the title is shown.</summary>
    private static bool SaysWhen(Clause clause, Reading reading) => TitleNumbers.IsTime(clause, reading)
        || (clause.HasTime && clause.Has(Concept.It, Concept.For, Concept.Only, Concept.Add, Concept.Remove)) || IsFirstPart(clause, reading);

    /// <summary>标题别一直挂着，前6秒就行.</summary>
    private static bool IsFirstPart(Clause clause, Reading reading) => reading.Clauses.Count > 1 && clause.HasTime && clause.Has(Concept.First, Concept.Last)
        && clause.Tokens.All(t => t.IsTime || t.Concept is Concept.First or Concept.Last or Concept.Filler or Concept.Only);

    /// <summary>"reduce it": a smaller size after a clause about the title.</summary>
    private static bool Reduces(Clause clause) => clause.Tokens.Any(t => t.Concept == Concept.Quieter
        && clause.TextOf(t).ToLowerInvariant() is "reduce" or "reduce it" or "decrease" or "decrease it" or "减小");
}
