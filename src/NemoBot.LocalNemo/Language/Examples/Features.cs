using NemoBot.LocalNemo.Language.Lexing;
using NemoBot.LocalNemo.Language.Rewording;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Examples;

/// <summary>
/// What texts are compared by: the meanings of their words, so that synonyms are one; the stems of words without a known meaning; and
/// pairs of Chinese characters, which need no cutting into words.
/// </summary>
internal static class Features
{
    private const int Longest = 400;
    private const int ShortestStem = 3;
    private const string Particles = "的了吧呢吗啊呀把给我你就再都很太也一这那个得地有是在要";

    /// <summary>Words that are in all kinds of wishes.</summary>
    private static readonly HashSet<string> SmallWords =
    [
        .. ("when where why what which who how with from into them they than too very much some just even like want need should would could have has was were been there here this that these those his "
            + "her their our out off over all any one own while during until because more less again also maybe really quite rather never always ever get got goes gone send thing bit lot something anything everything").Split(' '),
    ];

    /// <summary>Meanings that are in all kinds of wishes.</summary>
    private static readonly HashSet<Concept> SmallConcepts =
    [
        Concept.Filler, Concept.It, Concept.And, Concept.Then, Concept.But, Concept.CanYou, Concept.Let, Concept.Use, Concept.To, Concept.For, Concept.At, Concept.Video, Concept.QuestionWord,
        Concept.Help, Concept.Yes, Concept.No,
    ];

    /// <summary>Meanings that say what to do with a thing, but not which.</summary>
    private static readonly HashSet<string> Weak =
    [
        .. new[]
        {
            Concept.Not, Concept.Add, Concept.Remove, Concept.Keep, Concept.Cut, Concept.Trim, Concept.Change, Concept.Move, Concept.Replace, Concept.From, Concept.After, Concept.Before,
            Concept.First, Concept.Last, Concept.Only, Concept.AllOf, Concept.Whole, Concept.Each, Concept.InsteadOf, Concept.TooLong, Concept.Bigger, Concept.Smaller, Concept.Small, Concept.Large, Concept.OtherOne, Concept.Another,
            Concept.Reason, Concept.Useless, Concept.Called, Concept.Later, Concept.Earlier, Concept.Faster, Concept.Slower,
        }.Select(Of),
    ];

    private static readonly string[] Endings = ["ings", "ing", "ies", "ers", "ish", "ed", "er", "es", "ly", "s", "y", "e"];

    /// <summary>The features of a text.</summary>
    public static IReadOnlySet<string> Of(string text)
    {
        var clean = ChineseIdioms.Rewrite(EnglishIdioms.Rewrite(CleanText.Of(text.Length > Longest ? text[..Longest] : text)));
        var features = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in TokensOf(clean))
        {
            if (token.Kind == TokenKind.Word && token.Concept is not Concept.None)
            {
                if (!SmallConcepts.Contains(token.Concept))
                {
                    features.Add(Of(token.Concept));
                }
            }
            else if (token is { Kind: TokenKind.Unknown, Length: > 1 } && clean[token.Start] < 0x2E80
                && clean.Substring(token.Start, token.Length).ToLowerInvariant() is var word && !SmallWords.Contains(word))
            {
                features.Add(Stem(word));
            }
        }

        AddPairs(CleanText.Simplified(clean), features);
        return features;
    }

    /// <summary>The feature of a meaning.</summary>
    public static string Of(Concept concept) => "=" + concept;

    /// <summary>What two texts share is more than chance: a word of its own, or two meanings that are not in half of all wishes.</summary>
    public static bool Tell(IReadOnlyCollection<string> shared) => shared.Any(f => f[0] == '=' ? f == Of(Concept.Vague) : f[0] < 0x2E80 || f.Length > 1) || shared.Count(IsStrong) > 1;

    /// <summary>A meaning or word that says what a wish is about.</summary>
    public static bool IsStrong(string feature) => !Weak.Contains(feature) && (feature[0] < 0x2E80 || feature.Length > 1);

    /// <summary>A text as tokens.</summary>
    public static IReadOnlyList<Token> TokensOf(string clean) =>
        Lexer.Cut(clean, Vocabulary.Default, new FileNamesInText([], Vocabulary.Default), new TitlesInText([], Vocabulary.Default));

    private static void AddPairs(string text, HashSet<string> features)
    {
        var last = '\0';
        foreach (var c in text)
        {
            var isCharacter = c is >= '\u4E00' and <= '\u9FFF' && !Particles.Contains(c, StringComparison.Ordinal);
            if (isCharacter)
            {
                features.Add(c.ToString());
            }

            if (isCharacter && last != '\0')
            {
                features.Add($"{last}{c}");
            }

            last = isCharacter ? c : '\0';
        }
    }

    private static string Stem(string word)
    {
        word = word.Replace("'", "", StringComparison.Ordinal);
        var ending = Array.Find(Endings, e => word.EndsWith(e, StringComparison.Ordinal) && word.Length - e.Length >= ShortestStem);
        var stem = ending is null ? word : word[..^ending.Length];
        return stem.Length > ShortestStem && stem[^1] == stem[^2] ? stem[..^1] : stem;
    }
}
