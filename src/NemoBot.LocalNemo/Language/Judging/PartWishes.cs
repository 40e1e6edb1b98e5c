using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Judging;

/// <summary>Finds wishes for a part of the video that can only be granted for all of it, or not at all: they are named, not done elsewhere.</summary>
internal static partial class PartWishes
{
    /// <summary>What is wished for a moment and can never be granted: "insert a pause at 0:15", "zoom in on his face at 0:08"; null: nothing.</summary>
    public static Inability? Never(Clause clause)
    {
        if (InsertsPause(clause))
        {
            return Inability.Gap;
        }

        return (ZoomsOnPart(clause) && !clause.Has(Concept.Cut, Concept.Remove)) || TonesPart(clause) || ChangesLater(clause) ? Inability.Moment : null;
    }

    /// <summary>"loop the last 8 seconds", "move 0:30-0:35 to the beginning".</summary>
    public static bool IsOne(Clause clause) =>
        TakesCountedPiece(clause)
        || LoopsPart(clause)
        || ZoomsOnPart(clause)
        || CutsAtWords(clause)
        || IsWithinPicture(clause)
        || IsOtherAnimation(clause)
        || MovesPart(clause)
        || SparesPart(clause);

    /// <summary>保留第二个10秒.</summary>
    private static bool TakesCountedPiece(Clause clause) =>
        clause.Has(Concept.Keep, Concept.Only, Concept.Cut, Concept.Remove, Concept.Trim) && CountedPiece().IsMatch(clause.Text);

    /// <summary>"remove the guy in the background", "blur his face": a thing within the picture, not the picture.</summary>
    private static bool IsWithinPicture(Clause clause)
    {
        var verb = clause.IndexOf(Concept.Remove, Concept.Cut, Concept.Blur);
        return verb >= 0 && (IsInScene(clause, verb) || (clause.Tokens[verb].Concept == Concept.Blur && Face().IsMatch(clause.Text)));
    }

    /// <summary>"the guy in the background": between the verb and the picture is something that the video does not know.</summary>
    private static bool IsInScene(Clause clause, int verb)
    {
        var place = clause.IndexOf(Concept.Background, Concept.Image, Concept.Video);
        if (place <= verb + 1)
        {
            return false;
        }

        var between = clause.TextBetween(clause.Tokens[verb].End, clause.Tokens[place].Start).TrimEnd();
        var isIn = between.EndsWith(" in the", StringComparison.OrdinalIgnoreCase) || between.EndsWith(" in", StringComparison.OrdinalIgnoreCase);
        var named = clause.Tokens.Skip(verb + 1).Take(place - verb - 1).Where(t => clause.TextOf(t).ToLowerInvariant() is not ("in" or "the" or "in the")).ToList();
        return isIn && named.Count > 0 && !named.Exists(IsKnown);
    }

    private static bool IsKnown(Token token) =>
        token.IsTime || Verbs.IsThing(token.Concept) || token.Concept is Concept.It or Concept.SilenceNoun or Concept.FillerWords or Concept.Noise;

    /// <summary>"subscribe button animation": moving pictures of something else.</summary>
    private static bool IsOtherAnimation(Clause clause) =>
        clause.Tokens.Index().Any(t => t.Item.Concept == Concept.Visuals && t.Index > 0 && clause.Tokens[t.Index - 1] is { Kind: TokenKind.Unknown, Length: > 2 })
        && clause.TextOf(clause.Tokens[clause.IndexOf(Concept.Visuals)]).StartsWith("animat", StringComparison.OrdinalIgnoreCase);

    /// <summary>"delete from 0:15 to the end except the last 5 seconds": a part of a part.</summary>
    private static bool SparesPart(Clause clause) =>
        clause.Has(Concept.Cut, Concept.Remove)
        && clause.Tokens.Index().Any(t => t.Index > 0 && WordLists.Exceptions.Contains(clause.TextOf(t.Item)) && IsBetweenTimes(clause, t.Index));

    private static bool IsBetweenTimes(Clause clause, int index) =>
        clause.Tokens.Take(index).Any(t => t.IsTime) && clause.Tokens.Skip(index).Any(t => t.IsTime);

    /// <summary>"move the part at 0:30-0:35 to the beginning".</summary>
    private static bool MovesPart(Clause clause) =>
        clause.Has(Concept.Move)
        && clause.Tokens.Count(t => t.IsTime) > 1
        && clause.Has(Concept.Begin, Concept.End, Concept.First, Concept.Last)
        && clause.Tokens.All(t => Clause.SubjectOf(t.Concept) == Subject.None && t.Concept is not Concept.Music && t.Kind != TokenKind.Quote);

    /// <summary>"insert a pause at 0:15".</summary>
    private static bool InsertsPause(Clause clause) =>
        clause.Has(Concept.SilenceNoun)
        && clause.Has(Concept.Add)
        && !clause.Has(Concept.Remove, Concept.Cut, Concept.Trim)
        && clause.Tokens.Any(t => t.IsTime);

    /// <summary>"loop the last 8 seconds", "play 0:10-0:12 again".</summary>
    private static bool LoopsPart(Clause clause)
    {
        var times = clause.Tokens.Count(t => t.IsTime);
        if (times == 0)
        {
            return false;
        }

        var isRange = times > 1 && clause.Tokens.Any(t => t.Kind == TokenKind.Dash || t.Concept is Concept.From or Concept.To);
        return Again().IsMatch(clause.Text)
            || (clause.Has(Concept.Loop)
                && !clause.Has(Concept.Music, Concept.Keep, Concept.Trim, Concept.Cut)
                && (isRange || clause.Has(Concept.First, Concept.Last, Concept.Begin)));
    }

    /// <summary>"lop off the tail after 'see you next week'": where that is said is not known.</summary>
    private static bool CutsAtWords(Clause clause) =>
        EndsOn().IsMatch(clause.Text)
        || (clause.Has(Concept.Cut, Concept.Remove, Concept.Trim)
            && !clause.Has(Concept.Title, Concept.Captions)
            && clause.Tokens.Index().Any(t => t.Index > 1 && t.Item.Kind == TokenKind.Quote && IsEdge(clause.Tokens[t.Index - 1].Concept)));

    private static bool IsEdge(Concept concept) => concept is Concept.After or Concept.Before or Concept.From or Concept.To;

    /// <summary>"black and white from 0:10", "fade the colors in at 0:10".</summary>
    private static bool TonesPart(Clause clause) =>
        (clause.Has(Concept.BlackWhite, Concept.Sepia, Concept.SaturationWord) || FadesColors(clause))
        && clause.Tokens.Any(t => t.IsTime)
        && (clause.Has(Concept.At, Concept.From, Concept.After, Concept.To) || IsOfEdge(clause))
        && clause.Tokens.All(t => Clause.SubjectOf(t.Concept) is Subject.None or Subject.Background);

    /// <summary>5秒后变竖屏, 5秒后标题变红, 最后5秒背景换红色: what looks one way from beginning to end.</summary>
    private static bool ChangesLater(Clause clause) =>
        (LaterChange().IsMatch(clause.Text) || (clause.Has(Concept.Background) && clause.Has(Concept.Change) && IsOfEdge(clause)))
        && clause.Tokens.Any(t => t.Kind is TokenKind.Color or TokenKind.Ratio || Verbs.IsShape(t.Concept) || t.Concept is Concept.Bigger or Concept.Smaller)
        && !clause.Tokens.Any(t => t.Kind == TokenKind.Quote)
        && !clause.Has(Concept.Music, Concept.Voice, Concept.Volume, Concept.Image);

    /// <summary>前5秒, and nothing that is kept or cut.</summary>
    private static bool IsOfEdge(Clause clause) =>
        clause.Text[0] >= 0x2E80
        && clause.Has(Concept.First, Concept.Last, Concept.Begin, Concept.End)
        && clause.Tokens.Any(t => t.Kind == TokenKind.Duration)
        && !clause.Has(Concept.Cut, Concept.Trim, Concept.Keep, Concept.Only, Concept.Remove);

    private static bool FadesColors(Clause clause) =>
        clause.Has(Concept.ColorWord) && clause.Has(Concept.FadeIn, Concept.FadeOut) && !clause.Tokens.Any(t => t.Kind == TokenKind.Color);

    /// <summary>"zoom in on his face at 0:08".</summary>
    private static bool ZoomsOnPart(Clause clause) =>
        clause.Has(Concept.Zoom, Concept.ZoomOut) && (clause.Tokens.Any(t => t.Kind == TokenKind.Time) || Person().IsMatch(clause.Text));

    [GeneratedRegex(@"\bblur(red|ring)?( out)? (his|her|their|my|our|the|that|all|any|everyone'?s|people'?s)( \w+'?s?)? ?(face|faces|eyes|plate|plates|number|numbers|name|names|person|guy|man|woman|kid|kids|child|children)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Face();

    [GeneratedRegex("(?:秒钟?|分钟?)(?:以|之)?后[^，。]{0,8}(?:变|改|换|切)", RegexOptions.CultureInvariant)]
    private static partial Regex LaterChange();

    /// <summary>保留第二个10秒: a piece that is counted, not the first.</summary>
    [GeneratedRegex("第[二三四五六2-6]个[\\d一二两三四五六七八九十半]+(?:秒|分)", RegexOptions.CultureInvariant)]
    private static partial Regex CountedPiece();

    [GeneratedRegex(@"\b(re)?play\b.*\bagain\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Again();

    [GeneratedRegex(@"\b(end|ends|start|starts|begin|begins|stop|stops) (it )?(on|with|after|before|right after|right before|when (i|he|she|we|they) says?) [""\u201c'\u2018]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EndsOn();

    [GeneratedRegex(@"\b(on|at|into|to) (his|her|their|my|our|your|(the )?(\w+'s|face|faces|speaker|singer|guitar))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Person();
}
