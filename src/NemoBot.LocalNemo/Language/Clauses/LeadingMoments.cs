using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>Finds clauses that only say when the next one happens: 从第5秒开始，标题显示3秒.</summary>
internal static class LeadingMoments
{
    /// <summary>Each such clause goes into the one after it.</summary>
    public static List<List<Token>> Join(string text, List<List<Token>> clauses)
    {
        for (var i = clauses.Count - 2; i >= 0; i--)
        {
            if (IsExplained(text, clauses[i], clauses[i + 1]))
            {
                clauses[i].RemoveAll(t => IsEdge(text[t.Start..t.End].ToLowerInvariant()));
                clauses[i].AddRange(clauses[i + 1]);
                clauses.RemoveAt(i + 1);
            }
        }

        for (var i = clauses.Count - 2; i >= 0; i--)
        {
            if ((IsMoment(text, clauses[i]) && IsShown(text, clauses[i + 1])) || (IsShowing(text, clauses[i]) && IsText(clauses[i + 1])))
            {
                clauses[i + 1].InsertRange(0, clauses[i]);
                clauses.RemoveAt(i);
            }
        }

        return clauses;
    }

    /// <summary>"hide the bars for the intro, first 8 secs": the second clause says how long the first one's part is.</summary>
    private static bool IsExplained(string text, List<Token> shown, List<Token> when) =>
        shown.Exists(t => Clause.SubjectOf(t.Concept) != Subject.None)
        && (shown.Exists(t => IsEdge(text[t.Start..t.End].ToLowerInvariant())) || (shown.Exists(t => t.Concept == Concept.Remove) && when.Exists(t => t.Concept == Concept.Only)))
        && text[when[0].Start] < 0x2E80
        && !shown.Exists(t => t.IsTime || t.Concept is Concept.Cut or Concept.Trim)
        && when.Count(t => t.IsTime) == 1
        && when.Exists(t => t.Concept is Concept.First or Concept.Last)
        && when.TrueForAll(t => t.IsTime || t.Concept is Concept.First or Concept.Last or Concept.Only or Concept.For or Concept.Filler);

    private static bool IsEdge(string word) => word is "intro" or "outro" or "the intro" or "the outro" or "start" or "the start" or "at the start" or "beginning" or "the beginning"
        or "at the beginning" or "end" or "the end" or "at the end" or "opening" or "ending";

    private static bool IsMoment(string text, List<Token> clause) =>
        text[clause[^1].Start] >= 0x2E80
        && clause.Count(t => t.IsTime) == 1
        && clause.Exists(t => t.Kind == TokenKind.Time || t.Concept is Concept.From or Concept.At or Concept.Begin or Concept.After)
        && clause.TrueForAll(t => t.IsTime || t.Concept is Concept.From or Concept.At or Concept.Begin or Concept.After or Concept.Filler);

    /// <summary>第3秒起显示4秒，文字“加油”: how long the text of the next clause is seen.</summary>
    private static bool IsShowing(string text, List<Token> clause) =>
        clause.Exists(t => t.Kind == TokenKind.Duration)
        && clause.Exists(t => IsSeen(text[t.Start..t.End]))
        && clause.TrueForAll(t => t.IsTime || IsSeen(text[t.Start..t.End])
            || t.Concept is Concept.From or Concept.At or Concept.Begin or Concept.After or Concept.Filler);

    private static bool IsSeen(string word) => word is "显示" or "出现" or "展示" or "停留" or "持续";

    private static bool IsText(List<Token> clause) =>
        clause.Exists(t => t.Kind == TokenKind.Quote)
        && clause.TrueForAll(t => t.Kind == TokenKind.Quote || t.Concept is Concept.Add or Concept.Title or Concept.Filler or Concept.Called);

    /// <summary>A text that comes and goes. A look of it, as in 从第5秒开始，标题变红, would hide it before.</summary>
    private static bool IsShown(string text, List<Token> clause) =>
        clause.Exists(t => t.Concept == Concept.Title || t.Kind == TokenKind.Quote)
        && clause.Exists(t => t.Kind == TokenKind.Duration || t.Concept == Concept.Add || WordLists.Appearing.Contains(text[t.Start..t.End]))
        && clause.TrueForAll(t => t.Kind is not (TokenKind.Time or TokenKind.Color) && t.Concept is not (Concept.From or Concept.To)
            && !Verbs.IsLook(t.Concept) && t.Concept is not (Concept.Cut or Concept.Keep or Concept.Trim or Concept.Remove));
}
