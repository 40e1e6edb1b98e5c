using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Texts;

/// <summary>Reads a title's words without quotes: "title: Morning Show", "a title saying Hello", 标题为早安.</summary>
internal static partial class TitleTextReader
{
    private const int MostBeforeColon = 2;

    /// <summary>Reads and claims it; null if there is none.</summary>
    /// <param name="clause">A clause that names a title.</param>
    /// <param name="exists">There is a title already: unknown words are then more likely a look than a text.</param>
    public static string? Read(Clause clause, bool exists)
    {
        var noun = clause.IndexOf(Concept.Title);
        if (FindMark(clause, noun) is { } mark)
        {
            if (clause.Tokens[mark].Kind != TokenKind.Colon && IsOpinion(clause, mark + 1))
            {
                return null;
            }

            return clause.Tokens[mark].Kind == TokenKind.Colon ? TakeAfter(clause, mark) : Take(clause, mark + 1, TextEnds.Find(clause, mark + 1));
        }

        if (FindNewText(clause, noun) is { } first)
        {
            return Take(clause, first, TextEnds.Find(clause, first));
        }

        if (Manner().IsMatch(clause.Text))
        {
            // 字要优雅一点: how it is to look.
            return null;
        }

        return exists && clause.Has(Concept.Change, Concept.Move, Concept.Remove) ? null : ReadName(clause, noun, exists);
    }

    [GeneratedRegex("(?:一点|一些|点|些|那种|的感觉|风格)[儿的吧啊呢]?\\W*$|地[\\u4e00-\\u9fff]{1,4}\\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex Manner();

    /// <summary>"the title's way too chunky", 标题是不是太大: says what it is like, not what it is to say.</summary>
    private static bool IsOpinion(Clause clause, int first) => first < clause.Tokens.Count && (clause.Tokens[first].Concept is Concept.Yes or Concept.CanYou && clause.IsChinese(clause.Tokens[first]) || WordLists.Praising.Contains(clause.TextOf(clause.Tokens[first])) && !char.IsUpper(clause.TextOf(clause.Tokens[first])[0]));

    /// <summary>Claims and returns what follows a colon, without the looks at its end.</summary>
    public static string? TakeAfter(Clause clause, int colon)
    {
        var end = TextEnds.Find(clause, colon + 1);
        // 标题：周末咖啡 has no gap before the last words: they belong to the text, whatever they mean elsewhere.
        // "title: Night Bus by Koro": the artist is a text of its own.
        end = Enumerable.Range(0, clause.Tokens.Count).FirstOrDefault(i => i > colon + 1 && i < end && clause.Tokens[i].Concept == Concept.ByName && clause.IsClaimed(i), end);
        var joined = end > colon + 1 && end < clause.Tokens.Count && clause.Tokens[end].Start == clause.Tokens[end - 1].End && clause.IsChinese(clause.Tokens[end]);
        return Take(clause, colon + 1, joined ? clause.Tokens.Count : end);
    }

    /// <summary>A colon or "saying" after the noun, with nothing but looks and a word or two between them.</summary>
    private static int? FindMark(Clause clause, int noun)
    {
        var unknown = 0;
        for (var i = noun + 1; i + 1 < clause.Tokens.Count; i++)
        {
            var token = clause.Tokens[i];
            if (token.Kind == TokenKind.Colon || (token.Concept == Concept.Called && (!TextEnds.IsLook(clause, i + 1) || SaysWords(clause, i))))
            {
                ClaimUnknown(clause, noun + 1, i);
                return i;
            }

            unknown += token.Kind is TokenKind.Unknown or TokenKind.Symbol ? 1 : 0;
            if (unknown > MostBeforeColon || token.IsTime)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>"text saying new episode every friday at the bottom": small words, but not only looks.</summary>
    private static bool SaysWords(Clause clause, int mark) => clause.TextOf(clause.Tokens[mark]).ToLowerInvariant() is "saying" or "that says" or "that reads" or "reading" && clause.Tokens[mark + 1].Concept == Concept.Filler
        && Enumerable.Range(mark + 1, clause.Tokens.Count - mark - 1).Any(i => !TextEnds.IsLook(clause, i));

    /// <summary>"title in Arabic: …": the word before the colon describes the text.</summary>
    private static void ClaimUnknown(Clause clause, int first, int last)
    {
        for (var i = first; i < last; i++)
        {
            if (clause.Tokens[i].Kind == TokenKind.Unknown)
            {
                clause.Claim(i);
            }
        }
    }

    /// <summary>"change the title to Late Show", 标题改成夜雨: what follows is the text unless all of it is a look.</summary>
    private static int? FindNewText(Clause clause, int noun)
    {
        // 标题换个醒目的颜色 asks for a color, whatever stands before the word.
        if (!clause.Has(Concept.Change, Concept.Move, Concept.Replace) || clause.TextOf(clause.Tokens[^1]) == "的" || WordLists.Effects.Contains(clause.TextOf(clause.Tokens[^1])) || (clause.HasFree(Concept.ColorWord, Concept.Font) && !clause.HasFree(TokenKind.Colon)))
        {
            return null;
        }

        for (var i = noun + 1; i + 1 < clause.Tokens.Count; i++)
        {
            var token = clause.Tokens[i];
            if (token.Kind is TokenKind.Factor or TokenKind.Percent || clause.Tokens.Skip(i).Any(t => t.Kind is TokenKind.Factor))
            {
                // 标题大小调到原来的1.5倍 is a size.
                return null;
            }

            if (token.Concept is Concept.To && Verbs.IsVerb(clause.Tokens[i + 1].Concept) && char.IsLower(clause.TextOf(clause.Tokens[i + 1])[0]))
            {
                // "hard to make out against the picture".
                return null;
            }

            if (token.Concept is Concept.To || (token.Concept == Concept.Change && clause.IsChinese(token)))
            {
                // "move the title to the bottom right and shrink it": a place comes first.
                var place = clause.Tokens.Skip(i + 1).FirstOrDefault(t => t.Concept != Concept.Filler) is { } next && (Verbs.IsLook(next.Concept) && char.IsLower(clause.TextOf(next)[0]) || IsPlaceAlone(clause, next));
                return place || Enumerable.Range(i + 1, clause.Tokens.Count - i - 1).All(t => TextEnds.IsLook(clause, t)) ? null : i + 1;
            }
        }

        return null;
    }

    /// <summary>标题换到下面来: a Chinese place, and no word that could be a text.</summary>
    private static bool IsPlaceAlone(Clause clause, Token place) => place.Concept is Concept.Top or Concept.Middle or Concept.Bottom or Concept.TopLeft or Concept.TopRight or Concept.BottomLeft or Concept.BottomRight or Concept.Left or Concept.Right
        && clause.IsChinese(place) && clause.Tokens.SkipWhile(t => t != place).All(t => t.Kind == TokenKind.Word && t.Concept is not (Concept.Voice or Concept.Music));

    /// <summary>Unknown words, or any with a capital, right after the noun: title My Great Show.</summary>
    private static string? ReadName(Clause clause, int noun, bool exists)
    {
        for (var first = noun + 1; first < clause.Tokens.Count && !WordLists.Effects.Contains(clause.TextOf(clause.Tokens[^1])); first++)
        {
            if (IsPartOfName(clause, first))
            {
                if (exists && IsRemark(clause, noun, first))
                {
                    return null;
                }

                if (exists && (first > noun + 1 || clause.HasTime) && clause.TextOf(clause.Tokens[first])[0] is var initial && (char.IsLower(initial) || initial >= 0x2E80) && clause.Tokens[first].Kind == TokenKind.Unknown)
                {
                    // "the heading in a warmer color" describes the title that is there.
                    return null;
                }

                if (clause.Tokens[first].Length == 1 && clause.IsChinese(clause.Tokens[first]) && !IsUnknownRun(clause, first))
                {
                    // 标题描个黑边: one unknown character is a verb more often than a text.
                    return null;
                }

                var last = first + 1;
                while (last < clause.Tokens.Count && (IsPartOfName(clause, last) || clause.Tokens[last].Kind is TokenKind.Number or TokenKind.Dash or TokenKind.Ordinal))
                {
                    last++;
                }

                // 标题闪闪地出来: small words after it say that it is none.
                return exists && clause.IsChinese(clause.Tokens[first]) && last < clause.Tokens.Count && clause.Tokens[last].Concept == Concept.Filler ? null : Take(clause, first, last);
            }

            if (IsOfWhole(clause, noun, first))
            {
                continue;
            }

            if (IsOpinion(clause, first) || clause.Tokens[first].Concept is not (Concept.Filler or Concept.It) && !Verbs.IsLook(clause.Tokens[first].Concept))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>"the title of the episode is …": what has the title.</summary>
    private static bool IsOfWhole(Clause clause, int noun, int index) => clause.Tokens[index].Concept is Concept.Episode or Concept.Voice or Concept.Recording or Concept.Video or Concept.Music
        && char.IsLower(clause.TextOf(clause.Tokens[index])[0]) && clause.TextOf(clause.Tokens[noun + 1]).ToLowerInvariant() is "of" or "of the" or "of this" or "of my" or "for" or "for the" or "for this";

    /// <summary>"that title hogs the screen" says something of the title that is there.</summary>
    private static bool IsRemark(Clause clause, int noun, int first) => noun > 0 && first == noun + 1 && char.IsLower(clause.TextOf(clause.Tokens[first])[0])
        && clause.TextOf(clause.Tokens[noun - 1]).ToLowerInvariant() is "the" or "that" or "this" or "my" or "our" or "your" or "its"
        && !clause.Tokens.Take(noun).Any(t => Verbs.IsVerb(t.Concept) || clause.TextOf(t).Equals("with", StringComparison.OrdinalIgnoreCase));

    private static bool IsUnknownRun(Clause clause, int first) => first + 1 == clause.Tokens.Count || IsPartOfName(clause, first + 1);

    private static bool IsPartOfName(Clause clause, int index)
    {
        var token = clause.Tokens[index];
        return !clause.IsClaimed(index) && !WordLists.Obscuring.Contains(clause.TextOf(token)) && (token.Kind is TokenKind.Unknown or TokenKind.Symbol || token.IsGuess
            || (token.Kind is TokenKind.Word or TokenKind.Color or TokenKind.Duration && char.IsUpper(clause.TextOf(token)[0])));
    }

    private static string? Take(Clause clause, int first, int last)
    {
        if (first >= last)
        {
            return null;
        }

        for (var i = first; i < last; i++)
        {
            clause.Claim(i);
        }

        return clause.TextBetween(clause.Tokens[first].Start, clause.Tokens[last - 1].End).Trim();
    }
}
