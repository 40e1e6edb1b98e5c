using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Texts;

/// <summary>Reads who a title is by: title Neon Rain by Mira Sol; 'A text' - Ana.</summary>
internal static class Artists
{
    /// <summary>Claims "by …" after an unquoted title and returns the name; null if there is none.</summary>
    public static string? TakeFrom(Clause clause)
    {
        var by = clause.FreeIndexOf(Concept.ByName);
        return by > clause.IndexOf(Concept.Title) && by > 1 ? Take(clause, by, by + 1) : null;
    }

    /// <summary>Claims "by …" or "- …" after a quoted text and returns the name; null if there is none.</summary>
    public static string? TakeAfter(Clause clause, int quote)
    {
        var next = quote + 1;
        if (next >= clause.Tokens.Count || !(clause.Tokens[next].Concept == Concept.ByName || clause.Tokens[next].Kind == TokenKind.Dash))
        {
            return null;
        }

        return Take(clause, next, next + 1);
    }

    /// <summary>歌手名“阿澈”: the quoted text is the artist's name.</summary>
    public static bool IsNamed(Clause clause, int quote)
    {
        var before = quote - 1;
        while (before > 0 && IsMark(clause.Tokens[before]))
        {
            before--;
        }

        return before >= 0 && clause.Tokens[before].Concept == Concept.Artist;
    }

    private static bool IsMark(Token token) => token.Kind == TokenKind.Colon
        || token.Concept is Concept.Filler or Concept.Called or Concept.Add or Concept.To or Concept.Change;

    /// <summary>The artist that is shown; null if there is none.</summary>
    public static string? Shown(Reading reading) => reading.Project.Titles.FirstOrDefault(t => t.Role == TitleRole.Artist)?.Text;

    /// <summary>Names the artist: in place of the one that is shown, else as a line of its own.</summary>
    public static void Name(Reading reading, string name, TitleLook look, VerticalPlace usual) => reading.Add(
        Shown(reading) is { } shown ? new SetTitle(new TitleRef { Text = shown }) { Text = name, Look = look }
            : new AddTitle(name) { Role = TitleRole.Artist, Look = look with { Place = look.Place ?? usual } }, Subject.Title);

    /// <summary>Where the artist goes: under the title, at the top right below it.</summary>
    public static VerticalPlace Below(VerticalPlace title) => title == VerticalPlace.Middle ? VerticalPlace.Bottom : title == VerticalPlace.Bottom ? VerticalPlace.Middle : title;

    /// <summary>"make the artist smaller": the line that is shown, not its text.</summary>
    public static bool IsLookOf(Clause clause, Reading reading) =>
        clause.HasFree(Concept.Artist) && Shown(reading) is not null && !clause.HasFree(Concept.Title)
        && (clause.Tokens.Any(SaysHow) || clause.HasFree(Concept.FadeIn, Concept.FadeOut, Concept.FadeBoth));

    private static bool SaysHow(Token token) =>
        Verbs.IsLook(token.Concept) || token.IsTime || token.Kind is TokenKind.Color or TokenKind.Percent or TokenKind.Factor;

    /// <summary>Two quoted texts with "by" between them.</summary>
    public static bool IsQuoted(Clause clause, int first, int last)
    {
        if (last != first + 2 || clause.Tokens[first + 1].Concept != Concept.ByName)
        {
            return false;
        }

        clause.Claim(first + 1);
        return true;
    }

    private static string? Take(Clause clause, int mark, int first)
    {
        var last = first;
        while (last < clause.Tokens.Count && IsName(clause, last))
        {
            last++;
        }

        if (last == first)
        {
            return null;
        }

        clause.Claim(mark);
        return clause.TakeText(first, last);
    }

    private static bool IsName(Clause clause, int index)
    {
        var token = clause.Tokens[index];
        return !clause.IsClaimed(index) && (token.Kind is TokenKind.Unknown or TokenKind.Symbol
            || (token.Concept == Concept.And && index + 1 < clause.Tokens.Count)
            || (token.Kind is TokenKind.Word or TokenKind.Color && char.IsUpper(clause.TextOf(token)[0])));
    }
}
