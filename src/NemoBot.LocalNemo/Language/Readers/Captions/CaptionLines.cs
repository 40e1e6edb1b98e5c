using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Captions;

/// <summary>Reads how much of the captions is to be shown at a time, which cannot be set: 字幕一行就好，别两行.</summary>
internal static partial class CaptionLines
{
    /// <summary>Declines it, and claims the clause; false if the clause says something else.</summary>
    public static bool Read(Clause clause, Reading reading)
    {
        var isOfCaptions = clause.Has(Concept.Captions, Concept.Lyrics)
            || reading.Focus == Subject.Captions
            || (reading.Project is { Captions: not null, Titles.Count: 0 } && reading.Focus == Subject.None);
        if (!isOfCaptions || clause.HasFree(TokenKind.Quote) || clause.Has(Concept.Title) || !Amount().IsMatch(clause.Text))
        {
            return false;
        }

        clause.ClaimEverything();
        reading.Add(new Decline(Inability.CaptionLines), Subject.Captions);
        return true;
    }

    [GeneratedRegex("太密|(?:一|单|两|双|2|1)行(?:字幕)?(?:显示|的)?(?:就好|就行|就够了?|即可)?[。！!]?$|(?:别|不要|不用)(?:分成?|用|出|显示|有)?(?:两|2|双|那么多|这么多)行", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();
}
