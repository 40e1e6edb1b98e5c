using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers.Texts;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Captions;

/// <summary>Tells that captions are meant without being named, where no other text could be: "make em yellow".</summary>
internal static class OnlyText
{
    /// <summary>The clause is about the captions; a word for texts is claimed.</summary>
    public static bool AreMeant(Clause clause, Reading reading)
    {
        if (IsSize(clause, reading) || AreThey(clause, reading) || IsBox(clause, reading))
        {
            return true;
        }

        if (!AreTexts(clause, reading))
        {
            return false;
        }

        clause.ClaimAll(Concept.Title);
        return true;
    }

    /// <summary>"make it bigger".</summary>
    private static bool IsSize(Clause clause, Reading reading) =>
        reading is { Focus: Subject.None, Project: { Captions: not null, Titles.Count: 0, Overlays.Count: 0 } }
        && clause.HasFree(Concept.Bigger, Concept.Smaller)
        && clause.Tokens.All(t => t.Concept is Concept.Bigger or Concept.Smaller or Concept.Filler or Concept.It or Concept.Change or Concept.CanYou);

    /// <summary>"make em yellow w black box".</summary>
    private static bool AreThey(Clause clause, Reading reading) =>
        reading is { Focus: Subject.None, Project: { Captions: not null, Titles.Count: 0 } }
        && clause.Tokens.Any(t => clause.TextOf(t).ToLowerInvariant() is "em" or "them") && HasLook(clause)
        && clause.Tokens.All(t => Clause.SubjectOf(t.Concept) == Subject.None && !t.IsTime && t.Kind != TokenKind.Quote);

    private static bool HasLook(Clause clause) => clause.HasFree(TokenKind.Color) || clause.HasFree(
        Concept.Boxed, Concept.Plate, Concept.Top, Concept.Bottom, Concept.Middle, Concept.Upward, Concept.Downward,
        Concept.Karaoke, Concept.Bigger, Concept.Smaller);

    /// <summary>背景框去掉, where the captions have one or are the only text.</summary>
    private static bool IsBox(Clause clause, Reading reading)
    {
        if (reading.Project.Captions is not { } captions || !UnnamedTitles.IsBoxRemoval(clause))
        {
            return false;
        }

        var titles = reading.Project.Titles;
        return titles.Count == 0 || (captions.Style == CaptionStyle.Box && titles.All(t => !t.Plate));
    }

    /// <summary>"captions, bold white text".</summary>
    private static bool AreTexts(Clause clause, Reading reading)
    {
        if (reading.TitleTexts.Count > 0 || (reading.Project.Captions is null && !reading.Edits.OfType<AddCaptions>().Any()))
        {
            return false;
        }

        return clause.Tokens.Any(t => IsText(clause, t)) && clause.Tokens.Any(IsLook)
            && !clause.Has(Concept.Add, Concept.Called, Concept.Remove) && !clause.HasFree(TokenKind.Quote)
            && clause.Tokens.All(t => t.Kind is not (TokenKind.Unknown or TokenKind.Colon));
    }

    private static bool IsText(Clause clause, Token token) =>
        token is { Concept: Concept.Title, Kind: TokenKind.Word } && WritingLists.Texts.Contains(clause.TextOf(token));

    private static bool IsLook(Token token) => token.Kind == TokenKind.Color || Verbs.IsLook(token.Concept) || token.Concept == Concept.Bold;
}
