namespace NemoBot.LocalNemo.Language;

/// <summary>Reads a place that is given by another thing: "underneath the waveform", "where the captions go".</summary>
internal static class Relations
{
    /// <summary>The tokens of a clause with a place instead of the other thing.</summary>
    public static List<Token> Resolve(string text, List<Token> tokens)
    {
        for (var i = 1; i < tokens.Count; i++)
        {
            var place = PlaceOf(text[tokens[i].Start..tokens[i].End].ToLowerInvariant());
            var thing = tokens.FindIndex(i + 1, t => t.Concept is not (Concept.Filler or Concept.It or Concept.Gradient));
            if (place == Concept.None || thing < 0 || !IsAnchor(tokens[thing]) || !IsPlaced(tokens, i, tokens[thing].Concept))
            {
                continue;
            }

            var last = thing;
            while (place == Concept.Not && last + 1 < tokens.Count && text[tokens[last + 1].Start..tokens[last + 1].End].ToLowerInvariant() is "go" or "goes" or "are" or "is" or "appear" or "would be" or "usually")
            {
                last++;
            }

            // Captions are at the bottom; so is what goes where they are.
            var there = tokens[i] with { Kind = TokenKind.Word, Concept = place == Concept.Not ? Concept.Bottom : place, Length = tokens[last].End - tokens[i].Start };
            return place == Concept.Not && !(tokens[thing].Concept is Concept.Captions or Concept.Lyrics) ? tokens : [.. tokens.Take(i), there, .. tokens.Skip(last + 1)];
        }

        return tokens;
    }

    /// <summary>Where a word puts one thing beside another; <see cref="Concept.Not"/>: the same place.</summary>
    private static Concept PlaceOf(string word) => word switch
    {
        "underneath" or "under" or "below" or "beneath" => Concept.Bottom,
        "above" => Concept.Top,
        "where" => Concept.Not,
        _ => Concept.None,
    };

    private static bool IsAnchor(Token token) => token.Concept is Concept.Captions or Concept.Lyrics || Clause.SubjectOf(token.Concept) == Subject.Visual;

    /// <summary>A text or a logo comes first, and is another thing.</summary>
    private static bool IsPlaced(List<Token> tokens, int index, Concept anchor) => tokens.Take(index).Any(t => (t.Kind == TokenKind.Quote || t.Concept is Concept.Title or Concept.Captions or Concept.Logo) && t.Concept != anchor)
        && !tokens.Take(index).Any(t => t.Concept is Concept.Remove or Concept.Cut);
}
