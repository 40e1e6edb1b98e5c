using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Talk;

/// <summary>Reads which kinds of file are taken, and which shapes a question names.</summary>
internal static partial class KindQuestions
{
    /// <summary>True if the clause asks for kinds of file; those that it names are not what is to be made.</summary>
    public static bool Read(Clause clause, Reading reading)
    {
        if (!SendsKind().IsMatch(clause.Text))
        {
            return false;
        }

        clause.ClaimEverything();
        reading.Add(new Ask(Question.Kinds));
        clause.IsUnclear = true;
        return true;
    }

    /// <summary>"16:9 or square": the shapes to choose from, as ratios.</summary>
    public static IReadOnlyList<string> ShapesIn(Clause clause) =>
        [.. clause.Tokens.Select(t => t.Kind == TokenKind.Ratio ? clause.TextOf(t) : t.Concept switch
        {
            Concept.Portrait => "9:16",
            Concept.Landscape => "16:9",
            Concept.Square => "1:1",
            _ => "",
        }).Where(s => s.Length > 0).Distinct()];

    /// <summary>"can I send a wav?": which kinds of file are taken; a name of a file is no kind.</summary>
    [GeneratedRegex(
        @"\b(?:can|could|may|should) (?:i|we) (?:also |just )?(?:send|upload|give you|drop|use)\b.{0,24}(?<![\w.])(?:wav|mp3|m4a|flac|ogg|opus|aac|wma|mov|avi|mkv|webm|heic|png|jpe?g)s?\b"
        + @"|\b(?:do|does|will|can) (?:you|it|this|the bot) (?:also )?(?:take|accept|support|read|understand|work with|eat)s?\b.{0,24}(?<![\w.])(?:wav|mp3|m4a|flac|ogg|opus|aac|wma|mov|avi|mkv|webm|heic|png|jpe?g)s?\b"
        + @"|\b(?:what|which) (?:kinds? of |types? of |sorts? of )?(?:(?:audio|video|sound|image|picture|file) )?(?:files?|formats?|types?) (?:can i (?:send|upload)|do you (?:take|accept|read)|are (?:accepted|allowed|ok))"
        + "|(?:能|可以|可不可以|能不能|支持)(?:不能)?(?:发|传|上传)[^，。]{0,6}(?:wav|mp3|m4a|flac|ogg|aac|mov|avi|mkv|heic)[^，。]{0,6}(?:吗|么|不)|(?:能|可以|该)(?:发|传|上传)(?:什么|哪些|哪种)(?:样的)?(?:格式|文件|类型)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SendsKind();
}
