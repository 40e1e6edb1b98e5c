namespace NemoBot.LocalNemo.Language;

/// <summary>Cuts a message's tokens into clauses.</summary>
internal static class Clauses
{
    /// <summary>Cuts them at marks, and at "and" where something new is asked for.</summary>
    public static IReadOnlyList<Clause> Cut(string text, IReadOnlyList<Token> tokens)
    {
        var clauses = new List<Clause>();
        var current = new List<Token>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var joins = tokens[i].Concept is Concept.And or Concept.Then;
            if (tokens[i].Kind == TokenKind.Break || (joins && BeginsSomething(tokens, i + 1)))
            {
                Close();
                continue;
            }

            if (tokens[i].Concept == Concept.InsteadOf)
            {
                // What is said to be given up is no wish.
                while (i + 1 < tokens.Count && tokens[i + 1].Kind != TokenKind.Break)
                {
                    i++;
                }

                continue;
            }

            // A verb after a quoted text begins anew even without a mark: add "A" remove "B".
            if (current.Count > 0 && tokens[i].Concept is Concept.Remove or Concept.Add && current[^1].Kind == TokenKind.Quote)
            {
                Close();
            }

            if (!joins || tokens[i].Concept == Concept.And)
            {
                current.Add(tokens[i]);
            }
        }

        Close();
        return clauses;

        void Close()
        {
            if (current.Count > 0)
            {
                clauses.Add(new Clause(text, current));
                current = [];
            }
        }
    }

    private static bool BeginsSomething(IReadOnlyList<Token> tokens, int index)
    {
        for (; index < tokens.Count; index++)
        {
            var concept = tokens[index].Concept;
            if (concept is Concept.Filler or Concept.Then)
            {
                continue;
            }

            return concept is Concept.Add or Concept.Change or Concept.Remove or Concept.Keep or Concept.Trim or Concept.Cut or Concept.Merge
                or Concept.Append or Concept.Replace or Concept.Mute or Concept.FadeIn or Concept.FadeOut or Concept.FadeBoth or Concept.Louder
                or Concept.Quieter or Concept.Title or Concept.Another;
        }

        return false;
    }
}
