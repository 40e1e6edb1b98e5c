using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Talk;

/// <summary>
/// Claims lengths that describe a file instead of asking for one: "a 2-minute podcast", "my 30 second clip", 一段两分钟的录音.
/// </summary>
internal sealed class DescriptionReader : IClauseReader
{
    private const int Reach = 6;

    public void Read(Clause clause, Reading reading)
    {
        if (clause.HasFree(Concept.Later, Concept.Earlier)
            || clause.Has(Concept.Keep, Concept.Cut, Concept.Trim, Concept.Remove, Concept.First, Concept.Last, Concept.Only))
        {
            return;
        }

        foreach (var i in clause.Free(TokenKind.Duration).ToList())
        {
            var noun = NounAfter(clause, i);
            if (IsStatement(clause, i) || IsSource(noun) || (noun is Concept.Video && (IsOwned(clause, i) || IsConverted(clause, i))))
            {
                clause.Claim(i);
            }
        }
    }

    private static bool IsSource(Concept noun) => noun is Concept.Voice or Concept.Music or Concept.Recording or Concept.Episode;

    /// <summary>The noun that a length in front of it belongs to; a teaser or a fade has the length that is asked for.</summary>
    private static Concept NounAfter(Clause clause, int index)
    {
        for (var i = index + 1; i < clause.Tokens.Count && i <= index + Reach; i++)
        {
            var token = clause.Tokens[i];
            if (IsSource(token.Concept) || token.Concept is Concept.Video)
            {
                return token.Concept;
            }

            if (token.Concept is not (Concept.Filler or Concept.Portrait or Concept.Landscape or Concept.Square or Concept.Large or Concept.Small)
                && token.Kind is not (TokenKind.Color or TokenKind.Lines or TokenKind.Ratio or TokenKind.Unknown))
            {
                return Concept.None;
            }
        }

        return Concept.None;
    }

    private static bool IsOwned(Clause clause, int index) => index > 0
        && clause.TextOf(clause.Tokens[index - 1]).ToLowerInvariant() is "my" or "this" or "our" or "我的" or "这个" or "这段";

    /// <summary>"convert a 2-minute video into …": what comes before "into" is there already.</summary>
    private static bool IsConverted(Clause clause, int index) =>
        clause.Tokens.Take(index).Any(t => t.Concept is Concept.Export or Concept.Change)
        && clause.Tokens.Skip(index + 1).Any(t => clause.TextOf(t).ToLowerInvariant() is "into" or "to" or "转换成" or "转成" or "变成" or "做成" or "转为");

    /// <summary>"the song is 3 minutes long": a description, not a request.</summary>
    private static bool IsStatement(Clause clause, int index) =>
        index > 0 && clause.TextOf(clause.Tokens[index - 1]).ToLowerInvariant() is "is" or "are" or "it's" or "its" or "有" or "is about"
        && !clause.Tokens.Take(index).Any(t => Verbs.IsVerb(t.Concept));
}
