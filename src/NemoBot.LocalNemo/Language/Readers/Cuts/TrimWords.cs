using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Readers.Phrases;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Cuts;

/// <summary>Tells the words that ask for a part of the video.</summary>
internal static class TrimWords
{
    /// <summary>A time is named that nothing else has taken.</summary>
    public static bool HasFreeTime(Clause clause) => clause.HasFree(TokenKind.Duration) || clause.HasFree(TokenKind.Time) || TimeRanges.AreSeconds(clause);

    /// <summary>"make it 30 seconds long", "only the first 30 seconds", "start at 0:10", 时长改成30秒.</summary>
    public static bool AskForPart(Clause clause) => clause.Has(Concept.Keep, Concept.Trim, Concept.Cut, Concept.Remove, Concept.BothEnds, Concept.Useless)
        || MakesLength(clause)
        || IsPieceAlone(clause)
        || (clause.Has(Concept.Under) && !clause.Has(Concept.Music, Concept.Add))
        || (clause.Has(Concept.Begin) && clause.Has(Concept.At))
        || (!IsStatement(clause) && SaysHowLong(clause) && !NamesAnotherThing(clause));

    /// <summary>"5 seconds shorter", 缩短5秒: by how much, not to what length.</summary>
    public static bool SayReduction(Clause clause)
    {
        if (SaysWord(clause, "than") || clause.IndexOf(Concept.Trim) is not (>= 0 and var trim))
        {
            return false;
        }

        var by = clause.Tokens.ToList().FindIndex(t => t.Kind == TokenKind.Duration);
        var verb = clause.TextOf(clause.Tokens[trim]);
        return by >= 0
            && ((by < trim && verb.EndsWith("shorter", StringComparison.OrdinalIgnoreCase))
                || SaysWord(clause, "by")
                || (by == trim + 1 && verb is "缩短" or "剪短" or "缩减" or "截短"));
    }

    /// <summary>剪30秒, 剪个30秒的: a piece of that length is asked for, unless 掉 or the like says that it goes.</summary>
    public static bool AskForPiece(Clause clause) => !clause.Has(Concept.Remove)
        && clause.IndexOf(Concept.Cut) is >= 0 and var cut
        && clause.TextOf(clause.Tokens[cut]) is "剪" or "裁" or "切"
        // 再剪5秒 takes that much away.
        && !clause.Tokens.Take(cut).Any(t => clause.TextOf(t) is "再" or "多" or "再多" or "还要" or "还" or "再给我" or "再帮我");

    /// <summary>从第10秒剪20秒出来: the piece is what is wanted.</summary>
    public static bool TakeOut(Clause clause) => AskForPiece(clause) && clause.Tokens.Any(t => clause.TextOf(t) is "出来" or "单独");

    private static bool SaysHowLong(Clause clause) => clause.Has(
        Concept.Change, Concept.First, Concept.Last, Concept.From, Concept.To, Concept.Only, Concept.Use, Concept.Crop);

    private static bool NamesAnotherThing(Clause clause) => clause.HasFree(
        Concept.Background, Concept.Waveform, Concept.Bars, Concept.Line, Concept.Spectrum, Concept.Visuals, Concept.Volume, Concept.Top,
        Concept.Middle, Concept.Bottom, Concept.Add, Concept.Gradient, Concept.Image, Concept.Circle);

    /// <summary>"gimme 0:20-0:35 as a short": a range and nothing else that it could be about.</summary>
    private static bool IsPieceAlone(Clause clause) => clause.Tokens.Count(t => t.IsTime) == 2
        && clause.Has(Concept.Shorts, Concept.Teaser, Concept.Reels, Concept.Video, Concept.Add)
        && clause.Tokens.All(t => t.IsTime || t.Kind == TokenKind.Dash || IsOfPiece(t.Concept));

    private static bool IsOfPiece(Concept concept) => concept is Concept.Filler or Concept.Add or Concept.To or Concept.From or Concept.Video
        or Concept.Shorts or Concept.Teaser or Concept.Reels or Concept.TikTok or Concept.Portrait or Concept.Square;

    /// <summary>第5秒到第8秒手机响了: says what happens there, not what is to be done.</summary>
    private static bool IsStatement(Clause clause) => clause.Tokens.Any(t => t.Kind == TokenKind.Unknown)
        && !clause.Has(Concept.From, Concept.Begin)
        && !clause.Tokens.Any(t => Verbs.IsVerb(t.Concept) || t.Concept is Concept.Only or Concept.Video or Concept.Reels or Concept.Teaser);

    /// <summary>"a 30 second video", 做一个30秒的竖屏视频.</summary>
    private static bool MakesLength(Clause clause)
    {
        foreach (var i in clause.Free(TokenKind.Duration))
        {
            var next = i + 1;
            while (next < clause.Tokens.Count && MayStandBefore(clause.Tokens[next].Concept))
            {
                next++;
            }

            if (next < clause.Tokens.Count && clause.Tokens[next].Concept is Concept.Video or Concept.VersionWord)
            {
                return true;
            }
        }

        return false;
    }

    private static bool MayStandBefore(Concept concept) =>
        concept is Concept.Filler or Concept.Portrait or Concept.Landscape or Concept.Square or Concept.For;

    private static bool SaysWord(Clause clause, string word) => clause.Tokens.Any(t => clause.TextOf(t).Equals(word, StringComparison.OrdinalIgnoreCase));
}
