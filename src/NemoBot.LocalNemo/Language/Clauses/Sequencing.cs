using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>Takes out a "first" that only says in which order things are to be done: "first speed it up, then …".</summary>
internal static class Sequencing
{
    /// <summary>The clause without it.</summary>
    public static List<Token> Drop(string text, List<Token> tokens) =>
        tokens.Count > 1 && IsFirst(text[tokens[0].Start..tokens[0].End].ToLowerInvariant()) && BeginsWish(tokens[1].Concept) ? [.. tokens.Skip(1)] : tokens;

    private static bool IsFirst(string word) => word is "first" or "firstly" or "first of all";

    private static bool BeginsWish(Concept concept) =>
        Verbs.IsVerb(concept)
        || concept is Concept.Faster or Concept.Slower or Concept.SpeedWord or Concept.Louder or Concept.Quieter
            or Concept.FadeIn or Concept.FadeOut or Concept.CanYou;
}
