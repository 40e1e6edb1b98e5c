using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>Takes out a "first" that only says in which order things are to be done: "first speed it up, then …".</summary>
internal static class Sequencing
{
    /// <summary>The clause without it.</summary>
    public static List<Token> Drop(string text, List<Token> tokens) =>
        tokens.Count > 1 && text[tokens[0].Start..tokens[0].End].ToLowerInvariant() is "first" or "firstly" or "first of all"
        && (Verbs.IsVerb(tokens[1].Concept) || tokens[1].Concept is Concept.Faster or Concept.Slower or Concept.SpeedWord or Concept.Louder or Concept.Quieter or Concept.FadeIn or Concept.FadeOut or Concept.CanYou)
            ? [.. tokens.Skip(1)] : tokens;
}
