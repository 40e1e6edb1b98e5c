using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Texts;

/// <summary>Reads "put the title on two lines": the same words, broken where both lines come nearest in length.</summary>
internal sealed partial class TitleRows : IClauseReader
{
    public void Read(Clause clause, Reading reading)
    {
        if (reading.Project.Titles.Count > 0 && OneRow().IsMatch(clause.Text))
        {
            // No waveform is drawn as a line.
            clause.ClaimEverything();
            var single = reading.Project.Titles is [var broken] && broken.Text.Contains('\n', StringComparison.Ordinal) ? broken.Text.Replace('\n', ' ') : null;
            reading.Add(new SetTitle(TitleRef.Last) { Text = single }, Subject.Title);
            return;
        }

        if (reading.Project.Titles is not [var title] || reading.TitleTexts.Count != 1 || clause.Tokens.Any(t => t.Kind is TokenKind.Quote or TokenKind.Colon)
            || !TwoRows().IsMatch(clause.Text) || Break(title.Text) is not { } text)
        {
            return;
        }

        clause.ClaimEverything();
        reading.Add(new SetTitle(TitleRef.Last) { Text = text }, Subject.Title);
    }

    /// <summary>The text in two lines; null if it is in lines already or is one word.</summary>
    private static string? Break(string text)
    {
        if (text.Contains('\n', StringComparison.Ordinal))
        {
            return null;
        }

        var places = Enumerable.Range(1, Math.Max(0, text.Length - 2)).Where(i => text[i] == ' ').ToList();
        if (places.Count > 0)
        {
            var space = places.MinBy(i => Math.Abs((2 * i) + 1 - text.Length));
            return text[..space] + "\n" + text[(space + 1)..];
        }

        var middle = (text.Length + 1) / 2;
        return text.Length > 1 && text[0] >= 0x2E80 && !char.IsLowSurrogate(text[middle]) ? text[..middle] + "\n" + text[middle..] : null;
    }

    [GeneratedRegex(@"^(?:把|将|给)?(?:标题|文字|片名)(?:的?字)?(?:太长了?)?(?:分成?|拆成?|排成?|变成?|换成?|改成?|写成?|弄成?|显示成?|放)(?:为|到)?(?:两|2|二)行(?:显示|来?写)?(?:吧)?$|^(?:please )?(?:put|break|split|set|show|write|make|wrap|spread) (?:the |my )?(?:title|text|heading)(?: up)? (?:on|in|into|over|across|onto) (?:two|2) (?:lines|rows)$|^(?:the |my )?(?:title|text|heading) (?:should be )?(?:on|in|over) (?:two|2) (?:lines|rows)$|^(?:the |my )?(?:title|text|heading)(?:['’]?s| is)? (?:(?:a|bit|little|much|way) )*too (?:long|wide) for (?:one|a single|a) line$|^(?:the |my )?(?:title|text|heading) (?:doesn['’]?t|does not|won['’]?t) fit (?:on|in|into) (?:one|a single|a) line$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TwoRows();

    [GeneratedRegex(@"^(?:please )?(?:(?:put|set|show|write|keep|fit) )?(?:the |my )?(?:title|text|heading)(?: should be| back)? (?:on|in|into|onto) (?:one|a single) (?:line|row)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OneRow();
}
