using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>Takes reasons out of wishes: "add captions so people can watch on mute" mutes nothing.</summary>
internal static class Reasons
{
    /// <summary>The clause without what follows a word for a reason; the names of shapes and platforms stay, they say what it is for.</summary>
    public static List<Token> Drop(List<Token> clause)
    {
        var reason = clause.FindIndex(t => t.Concept == Concept.Reason);
        if (reason <= 0
            || clause.Skip(reason).Any(t => t.Kind == TokenKind.Quote)
            || SaysWhen(clause, reason)
            || !clause.Take(reason).Any(t => Verbs.IsVerb(t.Concept) || Verbs.IsThing(t.Concept) || t.IsTime))
        {
            return clause;
        }

        return [.. clause.Where((t, i) => i <= reason || IsPurpose(t))];
    }

    /// <summary>"cut out where I cough around 0:22": the only time is there.</summary>
    private static bool SaysWhen(List<Token> clause, int reason) =>
        clause.Take(reason).Any(t => t.Concept is Concept.Cut or Concept.Remove)
        && !clause.Take(reason).Any(t => t.IsTime)
        && clause.Skip(reason).Any(t => t.IsTime);

    private static bool IsPurpose(Token token) =>
        token.Kind == TokenKind.Ratio
        || token.Concept is Concept.TikTok or Concept.Reels or Concept.Shorts or Concept.Story or Concept.YouTube
            or Concept.Instagram or Concept.Xiaohongshu or Concept.Portrait or Concept.Landscape or Concept.Square;
}
