using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Readers.Phrases;
using NemoBot.LocalNemo.Language.Readers.Texts;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Pictures;

/// <summary>Reads when a logo is shown: "only for the first 5 seconds", "logo at the end", logo从10秒开始出现.</summary>
internal static class LogoTimes
{
    /// <summary>The edit with the times of the clause; as it was if it says none.</summary>
    public static SetLogo Shown(Clause clause, SetLogo look)
    {
        if (TitleLookReader.Disappears(clause) && Hidden(clause) is { } hidden)
        {
            return look with { From = hidden.From, To = hidden.To };
        }

        var namesPart = clause.HasTime || clause.HasFree(Concept.Begin, Concept.End);
        if (!namesPart || TimeReader.Read(clause) is not { } when)
        {
            return look;
        }

        clause.ClaimAll(Concept.Only, Concept.Keep, Concept.First, Concept.Last, Concept.Begin, Concept.End, Concept.Add);
        clause.ClaimWords(WordLists.Appearing);
        return look with { From = when.From ?? (when.To is null ? null : TimeSpan.Zero), To = when.To, Length = when.Length };
    }

    /// <summary>"hide the logo after 5 seconds": the time that remains; null if it is gone in between.</summary>
    public static SetLogo? Hidden(Clause clause) =>
        TimeReader.Read(clause)?.Rest is { } rest ? new SetLogo { From = rest.From ?? TimeSpan.Zero, To = rest.To } : null;
}
