using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>Reads words that mean something else together: "take … out" and "no captions" ask for a thing to be removed.</summary>
internal static class VerbPhrases
{
    /// <summary>The tokens of a clause with what they mean together.</summary>
    public static IReadOnlyList<Token> Resolve(string text, List<Token> tokens)
    {
        tokens = WithDirections(text, Complaints.Turn(text, tokens));
        if (Without(text, tokens) is { } without)
        {
            return without;
        }

        tokens = Colloquial.Resolve(text, Negations.Resolve(text, tokens));
        TakeOffForTime(text, tokens);
        tokens = WithoutCourtesy(text, [.. tokens.Select((_, i) => AsMeant(text, tokens, i))]);
        return SwitchedOff(text, tokens) ?? Swaps.Read(text, tokens) ?? Subtitle(text, tokens) ?? TakenOut(text, tokens);
    }

    /// <summary>One of these is how the token is spelled.</summary>
    public static bool IsWord(string text, Token token, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.AsSpan(token.Start, token.Length).Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"move them up" says where, "turn it up" how loud.</summary>
    private static List<Token> WithDirections(string text, List<Token> tokens) =>
        tokens.Exists(t => t.Concept == Concept.Move || IsWord(text, t, "further", "farther")) ? [.. tokens.Select(AsDirection)] : tokens;

    private static Token AsDirection(Token token) => token.Concept switch
    {
        Concept.TurnUp => token with { Concept = Concept.Upward },
        Concept.TurnDown => token with { Concept = Concept.Downward },
        _ => token,
    };

    /// <summary>"actually no title": remove it; null if that is not said.</summary>
    private static List<Token>? Without(string text, List<Token> tokens)
    {
        var head = Math.Max(0, tokens.FindIndex(t => !WordLists.Openings.Contains(text[t.Start..t.End])));
        var isNo = tokens.Count > head && tokens[head].Concept is Concept.No && IsWord(text, tokens[head], "no");
        if (!isNo
            || tokens.Exists(t => Verbs.IsLook(t.Concept) || t.Kind == TokenKind.Color)
            || tokens.Skip(head + 1).FirstOrDefault(t => t.Concept != Concept.Filler) is not { } thing
            || !Verbs.IsThing(thing.Concept))
        {
            return null;
        }

        return [.. tokens.Take(head), tokens[head] with { Concept = Concept.Remove }, .. tokens.Skip(head + 1)];
    }

    /// <summary>"music off during the first 20 seconds".</summary>
    private static void TakeOffForTime(string text, List<Token> tokens)
    {
        var off = tokens.FindIndex(t => IsWord(text, t, "off"));
        var isOfThing = off > 0 && off < tokens.Count - 1 && Verbs.IsThing(tokens[off - 1].Concept);
        if (isOfThing
            && tokens.Exists(t => t.IsTime)
            && !tokens.Exists(t => t.Concept is Concept.Cut or Concept.Trim or Concept.Remove or Concept.Change))
        {
            tokens[off] = tokens[off] with { Kind = TokenKind.Word, Concept = Concept.Remove };
        }
    }

    private static Token AsMeant(string text, List<Token> tokens, int index)
    {
        if (IsParticle(text, tokens, index))
        {
            return tokens[index] with { Concept = Concept.Filler };
        }

        var isChange = IsReturn(text, tokens, index) || IsLowered(text, tokens, index);
        return isChange ? tokens[index] with { Concept = Concept.Change } : tokens[index];
    }

    /// <summary>挪到底下去: 去 after a move or at the end only says which way.</summary>
    private static bool IsParticle(string text, List<Token> tokens, int index) =>
        tokens[index].Concept == Concept.Remove
        && IsWord(text, tokens[index], "去")
        && (index == tokens.Count - 1 || tokens.Take(index).Any(t => t.Concept is Concept.Move or Concept.Change or Concept.To));

    /// <summary>"drop the title to the bottom", "drop the volume to 40%": nothing is taken away.</summary>
    private static bool IsLowered(string text, List<Token> tokens, int index) =>
        tokens[index].Concept == Concept.Remove
        && IsWord(text, tokens[index], "drop")
        && tokens.Exists(t => IsLowPlace(t.Concept) || IsWord(text, t, "lower") || t.Kind is TokenKind.Percent or TokenKind.Decibel)
        && !tokens.Exists(t => t.IsTime);

    private static bool IsLowPlace(Concept concept) => concept is Concept.Bottom or Concept.Middle or Concept.Top or Concept.Downward;

    /// <summary>"go back to the gradient" names what is wanted: nothing is undone.</summary>
    private static bool IsReturn(string text, List<Token> tokens, int index) =>
        tokens[index].Concept == Concept.Undo
        && IsWord(text, tokens[index], "go back", "back to", "put it back", "change it back", "变回去", "改回来", "恢复", "还原", "改回去")
        && tokens.Skip(index + 1).Any(IsAimOfReturn);

    private static bool IsAimOfReturn(Token token) =>
        token.Kind == TokenKind.Color
        || Clause.SubjectOf(token.Concept) is not (Subject.None or Subject.Captions)
        || token.Concept is Concept.ColorWord or Concept.Portrait or Concept.Landscape or Concept.Square;

    /// <summary>"waveform off please", "captions off for now": words at the end that change nothing.</summary>
    private static List<Token> WithoutCourtesy(string text, List<Token> tokens)
    {
        while (tokens.Count > 2 && IsWord(text, tokens[^1], "please", "pls", "plz", "plss", "plsss", "now"))
        {
            tokens.RemoveAt(tokens.Count - 1);
        }

        while (tokens.Count > 2 && IsAfterOff(text, tokens[^1]) && IsOff(text, tokens[^2]))
        {
            tokens.RemoveAt(tokens.Count - 1);
        }

        return tokens;
    }

    private static bool IsOff(string text, Token token) => IsWord(text, token, "off", "none", "gone");

    private static bool IsAfterOff(string text, Token token) => IsWord(
        text, token, "for now", "for the time being", "at the moment", "thanks", "thank you", "thx", "ta", "again", "then", "entirely", "completely");

    /// <summary>"waveform off", "turn the captions off", "title none"; null if that is not said.</summary>
    private static List<Token>? SwitchedOff(string text, List<Token> tokens)
    {
        var isOff = tokens.Count > 1
            && IsOff(text, tokens[^1])
            && !IsWord(text, tokens[0], "is", "are", "was", "did", "does", "why", "has", "where")
            && tokens.Exists(t => Verbs.IsThing(t.Concept))
            && !tokens.Exists(t => t.IsTime || t.Kind is TokenKind.Color or TokenKind.Colon);
        if (!isOff)
        {
            return null;
        }

        var rest = tokens.Take(tokens.Count - 1).Where(t => t.Concept != Concept.Change);
        return [.. rest, tokens[^1] with { Kind = TokenKind.Word, Concept = Concept.Remove }];
    }

    /// <summary>"subtitle: with Anna" is a second line under the title; null if that is not said.</summary>
    private static List<Token>? Subtitle(string text, List<Token> tokens)
    {
        var second = tokens.FindIndex(t => t.Concept == Concept.Captions && IsWord(text, t, "subtitle"));
        return second >= 0 && second + 1 < tokens.Count && tokens[second + 1].Kind == TokenKind.Colon
            ? [.. tokens.Take(second), tokens[second] with { Concept = Concept.Title }, .. tokens.Skip(second + 1)]
            : null;
    }

    /// <summary>"take the logo out", "turn the captions off now".</summary>
    private static List<Token> TakenOut(string text, List<Token> tokens)
    {
        var verb = tokens.FindIndex(t => IsTaking(text, t));
        var isOut = verb >= 0 && tokens.Skip(verb + 1).Any(t => t.Concept == Concept.Filler && IsWord(text, t, "out", "away", "off"));
        return isOut ? [.. tokens.Take(verb), tokens[verb] with { Concept = Concept.Remove }, .. tokens.Skip(verb + 1)] : tokens;
    }

    private static bool IsTaking(string text, Token token) => token.Concept switch
    {
        Concept.Use or Concept.Keep or Concept.Filler => IsWord(text, token, "take", "get", "leave"),
        Concept.Change => IsWord(text, token, "turn", "switch"),
        _ => false,
    };
}
