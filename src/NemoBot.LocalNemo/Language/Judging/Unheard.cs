using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Judging;

/// <summary>Finds wishes made of known words that no reader has taken: they are named, so that none is lost without a word.</summary>
internal static class Unheard
{
    /// <summary>The clause as it was written if it asks for something and led to nothing; null if it did or asks for nothing.</summary>
    public static string? Wish(Clause clause, Clause? next)
    {
        var isLost = !clause.IsHeard && !clause.IsDone && Asks(clause) && clause.Tokens.Where((t, i) => IsContent(clause, t, i)).Any();
        return isLost && !IsCompleted(clause, next) ? clause.Text.Trim() : null;
    }

    /// <summary>A small word that says how something is to be, unless what was understood is like that anyway.</summary>
    public static bool IsQuality(Clause clause, Token token)
    {
        var word = clause.TextOf(token);
        if (WordLists.Gentle.Contains(word))
        {
            return !IsGentleAnyway(clause);
        }

        if (WritingLists.Tongues.Contains(word))
        {
            return !clause.Has(Concept.Translate, Concept.Title);
        }

        return WordLists.Qualities.Contains(word)
            && !(WordLists.Movements.Contains(word) && clause.Tokens.Any(t => VisualWords.All.Contains(t.Concept)));
    }

    /// <summary>"a gentle fade": fades, slow movements and music under a voice are soft by themselves.</summary>
    private static bool IsGentleAnyway(Clause clause) => clause.Has(
        Concept.FadeIn, Concept.FadeOut, Concept.FadeBoth, Concept.Crossfade, Concept.Blur, Concept.Zoom, Concept.ZoomOut, Concept.Pan,
        Concept.Music, Concept.Under, Concept.Scene, Concept.Flow);

    private static bool Asks(Clause clause) => NamesQuality(clause) || clause.Tokens.Any(t => IsAsking(clause, t));

    /// <summary>"the title somewhat playful": a thing and how it is to be.</summary>
    private static bool NamesQuality(Clause clause) =>
        clause.Tokens.Any(t => Clause.SubjectOf(t.Concept) != Subject.None) && clause.Tokens.Any(t => IsQuality(clause, t));

    private static bool IsAsking(Clause clause, Token token) =>
        Verbs.IsVerb(token.Concept) || token.Concept == Concept.CanYou || WordLists.Wanting.Contains(clause.TextOf(token));

    /// <summary>A thing of the video or a word for how it is to be; a file that is placed by itself is no wish.</summary>
    private static bool IsContent(Clause clause, Token token, int index) =>
        IsQuality(clause, token)
        || (!clause.IsClaimed(index) && token.Kind is TokenKind.Number or TokenKind.Ordinal && !IsNameOfMaterial(clause, index))
        || token.Concept is Concept.Title or Concept.Captions or Concept.Lyrics or Concept.Music or Concept.ProgressBar or Concept.Begin or Concept.End
        || VisualWords.All.Contains(token.Concept);

    /// <summary>"lecture 4", "episode 12": which recording it is.</summary>
    private static bool IsNameOfMaterial(Clause clause, int index) =>
        index > 0
        && clause.Tokens[index - 1].Concept is Concept.Voice or Concept.Recording or Concept.Episode
        && !clause.Has(Concept.Volume, Concept.Louder, Concept.Quieter, Concept.To);

    /// <summary>"change the caption style, word by word": the next clause says how.</summary>
    private static bool IsCompleted(Clause clause, Clause? next) =>
        next is { IsHeard: true } && clause.Has(Concept.Change) && !next.Tokens.Any(t => Clause.SubjectOf(t.Concept) != Subject.None);
}
