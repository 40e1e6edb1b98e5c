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
            if (clause.Tokens[mark].Kind != TokenKind.Colon && TitleNames.IsOpinion(clause, mark + 1))
            {
                return null;
            }

            return clause.Tokens[mark].Kind == TokenKind.Colon ? TakeAfter(clause, mark) : Take(clause, mark + 1, TextEnds.Find(clause, mark + 1));
        }

        if (FindNewText(clause, noun) is { } first)
        {
            var end = TextEnds.Find(clause, first);
            return Take(clause, first, IsColoredThing(clause, first, end) ? clause.Tokens.Count : end);
        }

        if (Manner().IsMatch(clause.Text))
        {
            // 字要优雅一点: how it is to look.
            return null;
        }

        return exists && clause.Has(Concept.Change, Concept.Move, Concept.Remove) ? null : TitleNames.Read(clause, noun, exists);
    }

    [GeneratedRegex("(?:一点|一些|点|些|那种|的感觉|风格)[儿的吧啊呢]?\\W*$|地[\\u4e00-\\u9fff]{1,4}\\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex Manner();

    /// <summary>Claims and returns what follows a colon, without the looks at its end.</summary>
    public static string? TakeAfter(Clause clause, int colon)
    {
        var end = TextEnds.Find(clause, colon + 1);
        // "title: Night Bus by Koro": the artist is a text of its own.
        end = Enumerable.Range(0, end).FirstOrDefault(i => i > colon + 1 && clause.Tokens[i].Concept == Concept.ByName && clause.IsClaimed(i), end);
        // 标题：周末咖啡 has no gap before the last words: they belong to the text, whatever they mean elsewhere.
        var joined = end > colon + 1 && end < clause.Tokens.Count && clause.Tokens[end].Start == clause.Tokens[end - 1].End
            && clause.IsChinese(clause.Tokens[end]);
        return Take(clause, colon + 1, joined ? clause.Tokens.Count : end);
    }

    /// <summary>标题改成聊聊咖啡: a thing without a gap before it belongs to the text, although it names a color.</summary>
    private static bool IsColoredThing(Clause clause, int first, int end) =>
        end > first && end == clause.Tokens.Count - 1
        && clause.Tokens[end] is { Kind: TokenKind.Color } color
        && color.Start == clause.Tokens[end - 1].End
        && WordLists.ColoredThings.Contains(clause.TextOf(color));

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
            if (unknown > MostBeforeColon || (token.IsTime && !IsTimeBeforeColon(clause, i)))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>"a title from 20 to 40 seconds: Day Two".</summary>
    private static bool IsTimeBeforeColon(Clause clause, int index) => clause.Tokens.Skip(index).SkipWhile(t => t.IsTime || t.Concept is Concept.To or Concept.And).ToList()
        is [{ Kind: TokenKind.Colon }, var first, ..] && char.IsUpper(clause.TextOf(first)[0]);

    /// <summary>"text saying new episode every friday at the bottom": small words, but not only looks.</summary>
    private static bool SaysWords(Clause clause, int mark) => clause.Tokens[mark + 1].Concept == Concept.Filler
        && clause.TextOf(clause.Tokens[mark]).ToLowerInvariant() is "saying" or "that says" or "that reads" or "reading"
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
        if (!clause.Has(Concept.Change, Concept.Move, Concept.Replace) || AsksForLook(clause))
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
                var isLook = BeginsWithPlace(clause, i + 1) || Enumerable.Range(i + 1, clause.Tokens.Count - i - 1).All(t => TextEnds.IsLook(clause, t));
                return isLook ? null : i + 1;
            }
        }

        return null;
    }

    /// <summary>标题换个醒目的颜色 asks for a color, whatever stands before the word.</summary>
    private static bool AsksForLook(Clause clause)
    {
        var last = clause.TextOf(clause.Tokens[^1]);
        return last == "的" || WritingLists.Effects.Contains(last) || (clause.HasFree(Concept.ColorWord, Concept.Font) && !clause.HasFree(TokenKind.Colon));
    }

    /// <summary>"move the title to the bottom right and shrink it": a place comes first.</summary>
    private static bool BeginsWithPlace(Clause clause, int first) => clause.Tokens.Skip(first).FirstOrDefault(t => t.Concept != Concept.Filler) is { } next
        && ((Verbs.IsLook(next.Concept) && char.IsLower(clause.TextOf(next)[0])) || IsPlaceAlone(clause, next));

    /// <summary>标题换到下面来: a Chinese place, and no word that could be a text.</summary>
    private static bool IsPlaceAlone(Clause clause, Token place) => clause.IsChinese(place)
        && place.Concept is Concept.Top or Concept.Middle or Concept.Bottom or Concept.Left or Concept.Right
            or Concept.TopLeft or Concept.TopRight or Concept.BottomLeft or Concept.BottomRight
        && clause.Tokens.SkipWhile(t => t != place).All(t => t.Kind == TokenKind.Word && t.Concept is not (Concept.Voice or Concept.Music));

    private static string? Take(Clause clause, int first, int end) => first < end ? clause.TakeText(first, end) : null;
}
