using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers;
using NemoBot.LocalNemo.Language.Readers.Pictures;
using NemoBot.LocalNemo.Language.Readers.Texts;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Judging;

/// <summary>
/// Reads "the title is hard to read, make it yellow": the complaint says what of, the wish after it says what to do.
/// A complaint that stands alone, or before no more than "fix that", is the wish itself.
/// </summary>
internal static partial class Grievances
{
    /// <summary>Claims a complaint whose remedy follows, or a "fix that" whose complaint went before; false if the clause is neither.</summary>
    public static bool Read(Reading reading, int index)
    {
        var clause = reading.Clauses[index];
        if (index > 0 && Mending().IsMatch(clause.Text) && IsComplaint(reading.Clauses[index - 1]))
        {
            clause.ClaimEverything();
            return true;
        }

        if (reading.Clauses.Count > index + 1 && Posting().IsMatch(clause.Text) && clause.Has(Concept.Publish))
        {
            // "i want to post it on linkedin so square please": where it goes, not who is to bring it there.
            clause.ClaimAll(Concept.Publish, Concept.SocialMedia);
            return !clause.Tokens.Any(t => Verbs.IsShape(t.Concept));
        }

        if (!IsComplaint(clause) || RemedyAfter(reading, index) is not { } remedy || !Remedies.Mends(clause, remedy))
        {
            return false;
        }

        if (PictureLookReader.NamesOneSlide(clause, reading))
        {
            return ReadOfOne(clause, remedy, reading);
        }

        var subject = SubjectsOf(clause) is [var first, ..] ? first : Subject.None;
        reading.Focus = subject != Subject.None && (index == 0 || !IsComplaint(reading.Clauses[index - 1])) ? subject : reading.Focus;
        clause.ClaimEverything();
        return true;
    }

    /// <summary>"the second clip is darker, brighten it", "the first clip is too quiet, raise it": only the complaint says of which.</summary>
    private static bool ReadOfOne(Clause clause, Clause remedy, Reading reading)
    {
        var isLoudness = clause.Has(Concept.Louder, Concept.Quieter) && !remedy.Tokens.Any(t => t.Kind is TokenKind.Percent or TokenKind.Decibel);
        var isLook = clause.Has(Concept.Brighter, Concept.Darker, Concept.Dim, Concept.WhyDark);
        if (!isLook && !isLoudness)
        {
            return false;
        }

        remedy.ClaimEverything();
        if (isLook)
        {
            reading.Add(new Decline(Inability.SlideLook));
            clause.ClaimEverything();
        }

        return isLook;
    }

    /// <summary>What a clause is about, the two sounds apart.</summary>
    public static IReadOnlyList<Subject> SubjectsOf(Clause clause) =>
        [.. clause.Tokens.Select(t => t.Concept switch
        {
            Concept.Music => Subject.Music,
            Concept.Voice => Subject.Voice,
            var other => Clause.SubjectOf(other),
        }).Where(s => s != Subject.None).Distinct()];

    /// <summary>The next clause that is no complaint itself; null if there is none or it only asks to mend.</summary>
    private static Clause? RemedyAfter(Reading reading, int index)
    {
        var next = reading.Clauses.Skip(index + 1).FirstOrDefault(c => !IsComplaint(c));
        return next is null || Mending().IsMatch(next.Text) ? null : next;
    }

    /// <summary>"the title is too small", "bars look boring", "too slow": says how it is, names no value and asks for nothing.</summary>
    private static bool IsComplaint(Clause clause) =>
        clause.Text.Length > 0
        && clause.Text[0] < 0x2E80
        && Judgment().IsMatch(clause.Text)
        && !Wish().IsMatch(clause.Text)
        && !NamesText().IsMatch(clause.Written)
        && !clause.Tokens.Any(IsValue)
        && !clause.Tokens.Index().Any(t => IsAsking(clause, t.Item, t.Index));

    private static bool IsValue(Token token) =>
        token.IsTime || token.Kind is TokenKind.Quote or TokenKind.Color or TokenKind.Ratio or TokenKind.Percent or TokenKind.Factor
            or TokenKind.Decibel or TokenKind.Lines or TokenKind.File
        || Verbs.IsShape(token.Concept)
        || token.Concept is Concept.CanYou or Concept.SilenceNoun or Concept.FillerWords or Concept.Publish or Concept.Karaoke
            or Concept.Chorus or Concept.Called;

    /// <summary>A verb asks for something, unless it says what happens: "is cut off", "gets cut".</summary>
    private static bool IsAsking(Clause clause, Token token, int index) => Verbs.IsVerb(token.Concept)
        && !(token.Concept == Concept.Cut && index > 0 && Happening().IsMatch(clause.TextOf(clause.Tokens[index - 1])))
        && !(token.Concept == Concept.Move && clause.TextOf(token).StartsWith("sit", StringComparison.OrdinalIgnoreCase))
        && !(token.Concept == Concept.Remove && TitleLookReader.Disappears(clause));

    [GeneratedRegex(@"\b(?:too|is|are|was|were|isn'?t|aren'?t|looks?|seems?|sounds?|feels?|gets|hard to|difficult to|can'?t|cannot|can not|barely|hardly|drowns?|overpowers?|disappears?|sits|sit|don'?t like|dont like|hate)\b|\b(?:covers?|hides?|blocks?) (?:up )?(?:the|my|his|her|our|their|its?|half|most|too|part|everything|them|a|some)\b|\b(?<!as )(?:it|that|they|this|there)'(?:s|re)\b|^\W*(?:its|theyre|thats)\b|\bwrong way (?:up|round)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Judgment();

    [GeneratedRegex(@"\b(?:should|must|needs?|want|wants|would|could|can (?:you|u|we|i)|let'?s|has to|have to|supposed|prefer|i'?d|not too|if|shorter than|longer than)\b|\?|^\W*(?:please|pls|is|are|was|does|do|did|why|how|what|where|when|no|not|without|with|only|just)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Wish();

    /// <summary>"my channel name is LoFi Lars".</summary>
    [GeneratedRegex(@"\b(?:is|are|'s|its|it's) (?!I\b)[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex NamesText();

    [GeneratedRegex(@"^(?:is|are|was|were|gets?|got|being|'s)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Happening();

    [GeneratedRegex(@"^\W*(?:i|i'm|im|we|we're|we'll|i'll|ill|gonna|going)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Posting();

    [GeneratedRegex(@"^\W*(?:(?:so|and|then|please|pls|plz|just|maybe|can|could|would|will|you|u) )*(?:fix|sort|change|improve|correct|mend|solve|repair|help|adjust|do something about|do something|turn)(?: (?:it|that|this|them|those|out|up|around|round|over|with|me|for|please|pls|plz|a bit|asap|now))*\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mending();
}
