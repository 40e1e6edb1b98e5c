using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>Groups of words by their part in a sentence.</summary>
internal static class Verbs
{
    /// <summary>A word that asks for something to be done.</summary>
    public static bool IsVerb(Concept concept) => concept is Concept.Add or Concept.Change or Concept.Use or Concept.Let or Concept.Move or Concept.Remove
        or Concept.Keep or Concept.Trim or Concept.Crop or Concept.Cut or Concept.Merge or Concept.Append or Concept.Replace or Concept.Swap or Concept.Mute
        or Concept.Unmute or Concept.Undo or Concept.Redo or Concept.Reverse or Concept.Loop or Concept.Denoise or Concept.Rotate or Concept.Export;

    /// <summary>A word that asks for something by itself.</summary>
    public static bool BeginsClause(Concept concept) => concept is Concept.FadeIn or Concept.FadeOut or Concept.FadeBoth or Concept.Louder or Concept.Quieter
        or Concept.Title or Concept.Another or Concept.Faster or Concept.Slower or Concept.Crossfade or Concept.ProgressBar or Concept.Logo or Concept.Captions
        or Concept.Blur or Concept.Fill or Concept.LoudnessWord or Concept.Duck;

    /// <summary>A word that says how something looks or where it is.</summary>
    public static bool IsLook(Concept concept) => concept is Concept.Bigger or Concept.Smaller or Concept.Large or Concept.Small or Concept.Huge or Concept.Tiny
        or Concept.Top or Concept.Middle or Concept.Bottom or Concept.TopLeft or Concept.TopRight or Concept.BottomLeft or Concept.BottomRight or Concept.Left or Concept.Right
        or Concept.Upward or Concept.Downward or Concept.Font or Concept.Taller or Concept.Thinner or Concept.Louder or Concept.Quieter;

    /// <summary>Reads words that mean something else together: "take … out" and "no captions" ask for a thing to be removed.</summary>
    public static IReadOnlyList<Token> Resolve(string text, List<Token> tokens)
    {
        tokens = Complaints.Turn(text, tokens);
        if (tokens.Exists(t => t.Concept == Concept.Move))
        {
            // "move them up" says where, "turn it up" how loud.
            tokens = [.. tokens.Select(t => t.Concept == Concept.TurnUp ? t with { Concept = Concept.Upward } : t.Concept == Concept.TurnDown ? t with { Concept = Concept.Downward } : t)];
        }

        var head = Math.Max(0, tokens.FindIndex(t => !WordLists.Openings.Contains(text[t.Start..t.End])));
        if (tokens.Count > head && tokens[head].Concept is Concept.No && IsWord(text, tokens[head], "no") && !tokens.Exists(t => IsLook(t.Concept)) && tokens.Skip(head + 1).FirstOrDefault(t => t.Concept != Concept.Filler) is { } thing && IsThing(thing.Concept) && tokens.TrueForAll(t => t.Kind != TokenKind.Color))
        {
            // "actually no title".
            return [.. tokens.Take(head), tokens[head] with { Concept = Concept.Remove }, .. tokens.Skip(head + 1)];
        }

        tokens = Colloquial.Resolve(text, Negations.Resolve(text, tokens));
        if (tokens.FindIndex(t => IsWord(text, t, "off")) is > 0 and var off && off < tokens.Count - 1 && IsThing(tokens[off - 1].Concept) && tokens.Exists(t => t.IsTime) && !tokens.Exists(t => t.Concept is Concept.Cut or Concept.Trim or Concept.Remove or Concept.Change))
        {
            // "music off during the first 20 seconds".
            tokens[off] = tokens[off] with { Kind = TokenKind.Word, Concept = Concept.Remove };
        }

        tokens = [.. tokens.Select((t, i) => IsParticle(text, tokens, i) ? t with { Concept = Concept.Filler } : IsReturn(text, tokens, i) || IsLowered(text, tokens, i) ? t with { Concept = Concept.Change } : t)];
        while (tokens.Count > 2 && IsWord(text, tokens[^1], "please", "pls", "now"))
        {
            tokens = [.. tokens.Take(tokens.Count - 1)];
        }

        while (tokens.Count > 2 && IsWord(text, tokens[^1], "for now", "for the time being", "at the moment", "thanks", "thank you", "thx", "ta", "again", "then", "entirely", "completely") && IsWord(text, tokens[^2], "off", "none", "gone"))
        {
            // "captions off for now".
            tokens = [.. tokens.Take(tokens.Count - 1)];
        }

        if (tokens.Count > 1 && IsWord(text, tokens[^1], "off", "none", "gone") && !IsWord(text, tokens[0], "is", "are", "was", "did", "does", "why", "has", "where") && tokens.Exists(t => IsThing(t.Concept)) && !tokens.Exists(t => t.IsTime || t.Kind is TokenKind.Color or TokenKind.Colon))
        {
            // "waveform off", "turn the captions off", "title none".
            return [.. tokens.Take(tokens.Count - 1).Where(t => t.Concept != Concept.Change), tokens[^1] with { Kind = TokenKind.Word, Concept = Concept.Remove }];
        }

        if (tokens.FindIndex(t => t.Concept == Concept.Swap) is >= 0 and var renamed && tokens.Exists(t => t.Concept == Concept.Title) && tokens.FindIndex(renamed, t => IsWord(text, t, "for", "with")) is >= 0 and var mark && tokens.Skip(mark).Any(t => t.Kind == TokenKind.Quote))
        {
            // "swap the title text for 'Sunday Special'".
            return [.. tokens.Select((t, i) => i == renamed ? t with { Concept = Concept.Change } : i == mark ? t with { Concept = Concept.To } : t)];
        }

        if (tokens.FindIndex(t => t.Concept == Concept.Swap) is >= 0 and var swap && !tokens.Exists(t => t.Kind == TokenKind.Ordinal && tokens.Exists(o => o.Concept == Concept.Image)) && tokens.Skip(swap).Any(t => IsWord(text, t, "for", "with")) && tokens.Exists(t => Clause.SubjectOf(t.Concept) is Subject.Visual or Subject.Background || t.Concept is Concept.Voice or Concept.Music))
        {
            if (tokens.Exists(t => t.Concept is Concept.Voice or Concept.Music) && !tokens.Exists(t => Clause.SubjectOf(t.Concept) is Subject.Visual or Subject.Background))
            {
                // "swap the sound for this one".
                return [.. tokens.Take(swap), tokens[swap] with { Concept = Concept.Replace }, .. tokens.Skip(swap + 1)];
            }

            // "swap the bars for a line": what comes after is wanted.
            var with = tokens.FindIndex(swap, t => IsWord(text, t, "for", "with"));
            if (tokens.Skip(with).Any(t => t.Kind == TokenKind.Color) && !tokens.Skip(with).Any(t => Clause.SubjectOf(t.Concept) != Subject.None))
            {
                // "swap the background for solid navy": a color of the thing that was named.
                return [.. tokens.Select((t, i) => i == swap ? t with { Concept = Concept.Change } : i == with ? t with { Kind = TokenKind.Word, Concept = Concept.To } : t)];
            }

            return [.. tokens.Take(swap), tokens[swap] with { Concept = Concept.Change }, .. tokens.Skip(with)];
        }

        if (tokens.FindIndex(t => t.Concept == Concept.Captions && IsWord(text, t, "subtitle")) is >= 0 and var second && second + 1 < tokens.Count
            && tokens[second + 1].Kind == TokenKind.Colon)
        {
            // "subtitle: with Anna" is a second line under the title.
            return [.. tokens.Take(second), tokens[second] with { Concept = Concept.Title }, .. tokens.Skip(second + 1)];
        }

        var at = tokens.FindIndex(t => (t.Concept is Concept.Use or Concept.Keep or Concept.Filler && IsWord(text, t, "take", "get", "leave")) || (t.Concept is Concept.Change && IsWord(text, t, "turn", "switch")));
        return at >= 0 && tokens.Skip(at + 1).Any(t => t.Concept == Concept.Filler && IsWord(text, t, "out", "away", "off"))
            ? [.. tokens.Take(at), tokens[at] with { Concept = Concept.Remove }, .. tokens.Skip(at + 1)] : tokens;
    }

    /// <summary>挪到底下去: 去 after a move or at the end only says which way.</summary>
    private static bool IsParticle(string text, List<Token> tokens, int index) => tokens[index].Concept == Concept.Remove && IsWord(text, tokens[index], "去")
        && (index == tokens.Count - 1 || tokens.Take(index).Any(t => t.Concept is Concept.Move or Concept.Change or Concept.To));

    /// <summary>"drop the title to the bottom", "drop the volume to 40%": nothing is taken away.</summary>
    private static bool IsLowered(string text, List<Token> tokens, int index) => tokens[index].Concept == Concept.Remove && IsWord(text, tokens[index], "drop")
        && tokens.Exists(t => t.Concept is Concept.Bottom or Concept.Middle or Concept.Top or Concept.Downward || IsWord(text, t, "lower") || t.Kind is TokenKind.Percent or TokenKind.Decibel) && !tokens.Exists(t => t.IsTime);

    /// <summary>"go back to the gradient" names what is wanted: nothing is undone.</summary>
    private static bool IsReturn(string text, List<Token> tokens, int index) => tokens[index].Concept == Concept.Undo
        && IsWord(text, tokens[index], "go back", "back to", "put it back", "change it back", "变回去", "改回来", "恢复", "还原", "改回去")
        && tokens.Skip(index + 1).Any(t => Clause.SubjectOf(t.Concept) is not (Subject.None or Subject.Captions) || t.Kind == TokenKind.Color || t.Concept is Concept.ColorWord or Concept.Portrait or Concept.Landscape or Concept.Square);

    private static bool IsWord(string text, Token token, params ReadOnlySpan<string> words)
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

    /// <summary>A word for a thing that can be taken away.</summary>
    public static bool IsThing(Concept concept) => Clause.SubjectOf(concept) != Subject.None || concept is Concept.Music or Concept.Blur or Concept.Zoom or Concept.FadeIn
        or Concept.FadeOut or Concept.FadeBoth or Concept.ProgressBar or Concept.Crossfade or Concept.Noise or Concept.SilenceNoun or Concept.Scene or Concept.Voice;

    /// <summary>A clause with a verb and a thing to do it to, as opposed to one that only asks.</summary>
    public static bool AsksForChange(Clause clause) => clause.Tokens.Any(t => IsVerb(t.Concept) && t.Concept is not (Concept.Export or Concept.Add or Concept.Let))
        && clause.Tokens.Any(t => t.Kind is TokenKind.Quote or TokenKind.Color or TokenKind.Percent || Clause.SubjectOf(t.Concept) != Subject.None);
}
