using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Cuts;

/// <summary>
/// Asks what 片头留3秒 and "intro only 3 seconds" mean where the video is one piece: how long its opening is nobody knows here, and that all of the
/// rest is to go is hardly ever meant.
/// </summary>
internal static partial class OpeningLengths
{
    /// <summary>Asks and claims the clause; false if it is about something else.</summary>
    public static bool Read(Clause clause, Reading reading)
    {
        if (reading.Project.Clips.Count > 1 || Edge().Match(clause.Text) is not { Success: true } edge || clause.Free(TokenKind.Duration).ToList() is not [var at]
            || clause.HasFree(TokenKind.Time) || clause.HasFree(TokenKind.Quote) || clause.Has(Concept.Title, Concept.Captions, Concept.Logo, Concept.Music))
        {
            return false;
        }

        var length = clause.Tokens[at].Time;
        reading.Choice = new Choice(new Note("choice.opening", [length]), [new Note(edge.Groups["last"].Success ? "offer.keep-last" : "offer.keep-first", [length])]);
        clause.ClaimEverything();
        return true;
    }

    [GeneratedRegex(
        "^(?:视频|片子|的|那|把|让|给|就|，|,| )*(?:(?:开场|片头|开头|开场白|序幕|引子|前奏)|(?<last>片尾|结尾|尾声))(?:部分|那段|的|画面|视频|镜头)*(?:就|只|也|只要|需要|要|给我|可以)*(?:放|留|保留|播放?|要|显示|占|控制在|压到|缩到)(?:个|到|在|下)?第?[\\d.一二两三四五六七八九十半]+(?:个)?(?:秒|分)钟?"
        + "|^\\W*(?:(?:the|my|make|let|keep|have|just|only|ok|and|so|please) )*(?:(?:intro|opening|introduction)|(?<last>outro|ending)) (?:(?:should|to|be|last|is|lasts|for|just|only|at) )*\\d+(?:\\.\\d+)? ?(?:s|secs?|seconds?)\\b"
        + "|^\\W*(?:(?:just|only|please|ok|and) )*keep (?:(?:just|only) )?\\d+(?:\\.\\d+)? ?(?:s|secs?|seconds?) of (?:the|my) (?:(?:intro|opening|introduction)|(?<last>outro|ending))\\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Edge();
}
