using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>Reads "swap … for …": what comes after "for" is wanted, two things change places otherwise.</summary>
internal static class Swaps
{
    /// <summary>The tokens of a clause with what the swap asks for; null if two things are to change places or nothing is swapped.</summary>
    public static List<Token>? Read(string text, List<Token> tokens)
    {
        var swap = tokens.FindIndex(t => t.Concept == Concept.Swap);
        var with = swap < 0 ? -1 : tokens.FindIndex(swap, t => VerbPhrases.IsWord(text, t, "for", "with"));
        if (with < 0)
        {
            return null;
        }

        if (tokens.Exists(t => t.Concept == Concept.Title) && tokens.Skip(with).Any(t => t.Kind == TokenKind.Quote))
        {
            // "swap the title text for 'Sunday Special'".
            return [.. tokens.Select((t, i) => i == swap ? t with { Concept = Concept.Change } : i == with ? t with { Concept = Concept.To } : t)];
        }

        var isSound = tokens.Exists(t => t.Concept is Concept.Voice or Concept.Music);
        var isShown = tokens.Exists(t => Clause.SubjectOf(t.Concept) is Subject.Visual or Subject.Background);
        if ((!isSound && !isShown) || IsOfPictures(tokens))
        {
            return null;
        }

        if (!isShown)
        {
            // "swap the sound for this one".
            return [.. tokens.Take(swap), tokens[swap] with { Concept = Concept.Replace }, .. tokens.Skip(swap + 1)];
        }

        if (IsColorAlone(tokens.Skip(with)))
        {
            // "swap the background for solid navy": a color of the thing that was named.
            return [.. tokens.Select((t, i) => i == swap ? t with { Concept = Concept.Change } : i == with ? AsTo(t) : t)];
        }

        // "swap the bars for a line".
        return [.. tokens.Take(swap), tokens[swap] with { Concept = Concept.Change }, .. tokens.Skip(with)];
    }

    private static Token AsTo(Token token) => token with { Kind = TokenKind.Word, Concept = Concept.To };

    /// <summary>"swap the second picture with the third".</summary>
    private static bool IsOfPictures(List<Token> tokens) =>
        tokens.Exists(t => t.Kind == TokenKind.Ordinal) && tokens.Exists(t => t.Concept == Concept.Image);

    private static bool IsColorAlone(IEnumerable<Token> tokens) =>
        tokens.Any(t => t.Kind == TokenKind.Color) && tokens.All(t => Clause.SubjectOf(t.Concept) == Subject.None);
}
