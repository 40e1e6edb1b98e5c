using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Judging;

/// <summary>Takes note of what must not be done.</summary>
internal static class Bans
{
    public static bool Read(Reading reading, int index)
    {
        var clause = reading.Clauses[index];
        var forbids = (Prohibitions.Forbids(clause) && !clause.Has(Concept.Overpower)) || (reading.Situation.HasMaterial && Prohibitions.ForbidsMore(clause));
        // "don't loop the song": it plays once.
        if (!forbids || (clause.Has(Concept.Loop) && clause.Has(Concept.Music) && reading.HasMusic))
        {
            return false;
        }

        if (clause.Has(Concept.Mute) && reading.Project.Volume == 0)
        {
            reading.Add(new SetVolume(Track.Main) { Level = 1 }, Subject.Voice);
        }

        reading.ForbidsCropping |= clause.Has(Concept.Cut, Concept.Crop) && !clause.Tokens.Any(t => t.IsTime) && reading.ShowsPictures;
        reading.Focus = Denials.SubjectOf(clause) ?? reading.Focus;
        clause.ClaimEverything();
        clause.IsForbidden = true;
        reading.SmallTalk |= SmallTalk.No;
        if (index > 0 && IsRemarkOn(reading.Clauses[index - 1], clause))
        {
            reading.Clauses[index - 1].ClaimEverything();
        }

        return true;
    }

    /// <summary>"the first 10 seconds are great, don't touch them": both are about the same.</summary>
    private static bool IsRemarkOn(Clause remark, Clause ban) =>
        Stance.IsRemark(remark)
        && !remark.Tokens.Any(IsValue)
        && !ban.Tokens.Any(t => Clause.SubjectOf(t.Concept) != Subject.None || t.Kind == TokenKind.Color);

    /// <summary>How something is to be: what names one is a wish.</summary>
    private static bool IsValue(Token token) =>
        token.Kind is TokenKind.Factor or TokenKind.Percent or TokenKind.Ratio or TokenKind.Color or TokenKind.Quote
        || Verbs.IsLook(token.Concept)
        || Verbs.IsShape(token.Concept);
}
