using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers.Phrases;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Pictures;

/// <summary>Reads when the drawn sound is seen: "hide the waveform until 0:05", "bars only in the last 10 seconds", 波形等5秒再出现.</summary>
internal sealed class VisualTimesReader : IClauseReader
{
    public void Read(Clause clause, Reading reading)
    {
        if (!IsMeant(clause, reading) || TimeReader.Read(clause) is not { } when || SeenIn(clause, when) is not { } seen)
        {
            return;
        }

        clause.ClaimEverything();
        var style = clause.Tokens.Select(t => t.Style).DefaultIfEmpty().Max();
        reading.Add(new SetVisual { Style = style == VisualStyle.None || style == VisualStyle.Bars ? null : style, Seen = seen }, Subject.Visual);
    }

    private static bool IsMeant(Clause clause, Reading reading)
    {
        if (!reading.HasMaterial || reading.Situation.NewFiles.Count > 0 || !clause.Tokens.Any(t => t.IsTime) || !IsOfVisual(clause))
        {
            return false;
        }

        return Hides(clause)
            || clause.Has(Concept.Only, Concept.After, Concept.From, Concept.Before, Concept.At, Concept.Begin, Concept.To)
            || Waits(clause);
    }

    private static bool IsOfVisual(Clause clause) => clause.Tokens.Any(t => Clause.SubjectOf(t.Concept) == Subject.Visual)
        && clause.Tokens.All(MayStandBeside)
        && !clause.Has(
            Concept.Video, Concept.Cut, Concept.Keep, Concept.Trim, Concept.FadeIn, Concept.FadeOut, Concept.FadeBoth, Concept.Change, Concept.Use);

    private static bool MayStandBeside(Token token) => Clause.SubjectOf(token.Concept) is Subject.None or Subject.Visual
        && token.Kind is not (TokenKind.Color or TokenKind.Quote or TokenKind.Unknown);

    private static bool Hides(Clause clause) => clause.Has(Concept.Remove, Concept.Not, Concept.No);

    /// <summary>等5秒再出现, "starts 5 seconds in".</summary>
    private static bool Waits(Clause clause) => clause.Tokens.Any(t => WordLists.Appearing.Contains(clause.TextOf(t)));

    /// <summary>The time that was said, or the rest of the video where it is not to be seen.</summary>
    private static Span? SeenIn(Clause clause, TimeExpression when) => when switch
    {
        { From: null or { Ticks: 0 }, To: { } end, Length: null } => Hides(clause) ? new Span(end) : new Span(null, end),
        { From: { } start, To: null, Length: null } => Hides(clause) ? new Span(null, start) : new Span(start),
        { From: { } start, To: { } end } when !Hides(clause) => new Span(start, end),
        { From: null, To: null, Length: { } wait } when Waits(clause) => new Span(wait),
        _ => null,
    };
}
