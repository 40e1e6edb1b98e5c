using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>Reads a place that is given by another thing: "underneath the waveform", "where the captions go".</summary>
internal static class Relations
{
    private const int SideLength = 2;

    /// <summary>The tokens of a clause with a place instead of the other thing.</summary>
    public static List<Token> Resolve(string text, List<Token> tokens)
    {
        tokens = BesideAnother(text, tokens);
        for (var i = 1; i < tokens.Count; i++)
        {
            var place = PlaceOf(text[tokens[i].Start..tokens[i].End].ToLowerInvariant());
            var thing = tokens.FindIndex(i + 1, t => t.Concept is not (Concept.Filler or Concept.It or Concept.Gradient));
            if (place == Concept.None || thing < 0 || !IsAnchor(tokens[thing]) || !IsPlaced(tokens, i, tokens[thing].Concept))
            {
                continue;
            }

            var last = thing;
            while (place == Concept.Not && last + 1 < tokens.Count && IsAfterAnchor(text[tokens[last + 1].Start..tokens[last + 1].End].ToLowerInvariant()))
            {
                last++;
            }

            if (place == Concept.Not && tokens[thing].Concept is not (Concept.Captions or Concept.Lyrics))
            {
                return tokens;
            }

            // Captions are at the bottom; so is what goes where they are.
            var side = place == Concept.Not ? Concept.Bottom : place;
            var there = tokens[i] with { Kind = TokenKind.Word, Concept = side, Length = tokens[last].End - tokens[i].Start };
            return [.. tokens.Take(i), there, .. tokens.Skip(last + 1)];
        }

        return tokens;
    }

    /// <summary>"where the captions usually go".</summary>
    private static bool IsAfterAnchor(string word) => word is "go" or "goes" or "are" or "is" or "appear" or "would be" or "usually";

    /// <summary>在波形上面写…, 标题放到字幕下方: a place beside another thing, which stays where it is.</summary>
    private static List<Token> BesideAnother(string text, List<Token> tokens)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            var at = text.AsSpan(tokens[i + 1].Start, tokens[i + 1].Length) is "的" ? i + 2 : i + 1;
            var canBeBeside = at < tokens.Count && (IsAnchor(tokens[i]) || tokens[i].Concept is Concept.Title or Concept.ProgressBar);
            if (!canBeBeside || SideOf(text, tokens[at]) is not { } side || !IsAnother(tokens, i, at))
            {
                continue;
            }

            var place = new Token(TokenKind.Word, tokens[i].Start, tokens[at].Start + SideLength - tokens[i].Start) { Concept = side };
            // 上面写着 says what to write as well.
            var rest = tokens[at] with { Start = tokens[at].Start + SideLength, Length = tokens[at].Length - SideLength };
            return [.. tokens.Take(i), place, .. rest.Length > 0 ? [rest] : Array.Empty<Token>(), .. tokens.Skip(at + 1)];
        }

        return tokens;
    }

    private static Concept? SideOf(string text, Token token)
    {
        if (token.Length < SideLength || (token.Length > SideLength && token.Concept != Concept.Called))
        {
            return null;
        }

        return text.Substring(token.Start, SideLength) switch
        {
            "上面" or "上方" or "上边" or "上头" or "顶上" => Concept.Top,
            "下面" or "下方" or "下边" or "下头" or "底下" => Concept.Bottom,
            _ => null,
        };
    }

    /// <summary>Something else is put there: 标题放到…, 在…写“早安”, …加一行字.</summary>
    private static bool IsAnother(List<Token> tokens, int anchor, int place)
    {
        var mark = tokens.FindLastIndex(Math.Max(anchor - 1, 0), t => t.Concept != Concept.Filler);
        var isMarked = anchor > 0 && mark >= 0 && tokens[mark].Concept is Concept.At or Concept.To or Concept.Move or Concept.Add;
        var subject = Clause.SubjectOf(tokens[anchor].Concept);
        var others = tokens.Where((t, i) => i != anchor && Clause.SubjectOf(t.Concept) is var other && other != Subject.None && other != subject).ToList();
        if (subject == Subject.Title)
        {
            // A text under the title is a second line: its own reader knows.
            return isMarked && others.Exists(t => t.Concept != Concept.Title) && !tokens.Exists(t => t.Kind == TokenKind.Quote);
        }

        if (isMarked)
        {
            return others.Count > 0 || tokens[mark].Concept != Concept.Add;
        }

        return anchor == 0
            && tokens.Skip(place).Any(t => t.Concept is Concept.Add or Concept.Called)
            && (others.Count > 0 || tokens.Exists(t => t.Kind is TokenKind.Quote or TokenKind.Colon));
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
    private static bool IsPlaced(List<Token> tokens, int index, Concept anchor) =>
        tokens.Take(index).Any(t => IsPlaceable(t) && t.Concept != anchor)
        && !tokens.Take(index).Any(t => t.Concept is Concept.Remove or Concept.Cut);

    private static bool IsPlaceable(Token token) => token.Kind == TokenKind.Quote || token.Concept is Concept.Title or Concept.Captions or Concept.Logo;
}
