using System.Text;

namespace NemoBot.Core.Text.Translation;

/// <summary>Keeps of an English sentence what it says about the content.</summary>
internal static class EnglishSentence
{
    private const string Ends = ".!?…:";

    private static readonly string[] Splitters = ["and", "then", "or", "but", "so", "where", "which", "via", "by"];

    /// <summary>The sentence without talk about the editor; what was left out goes to <paramref name="dropped"/>.</summary>
    public static string Translate(string sentence, List<string> dropped)
    {
        var body = sentence.TrimEnd();
        var end = body.Length;
        while (end > 0 && Ends.Contains(body[end - 1], StringComparison.Ordinal))
        {
            end--;
        }

        var clauses = Divide(body[..end]);
        if (clauses.All(c => new EnglishClause(c.Text) is { IsAboutEditor: false } clause && clause.WithoutPlaces() == c.Text))
        {
            return sentence;
        }

        var kept = Keep(clauses, dropped);
        if (kept.Count == 0 || kept.All(c => new EnglishClause(c.Text).IsSubordinate))
        {
            return "";
        }

        return Join(kept) + (end == body.Length ? "" : body[end..] == ":" ? "." : body[end..]) + sentence[body.Length..];
    }

    private static List<(string Separator, string Text)> Keep(List<(string Separator, string Text)> clauses, List<string> dropped)
    {
        var kept = new List<(string Separator, string Text)>();
        var isAfterDropped = false;
        foreach (var (separator, text) in clauses)
        {
            var clause = new EnglishClause(text);
            var rest = clause.WithoutPlaces();
            if (rest.Length == 0 || new EnglishClause(rest).IsAboutEditor)
            {
                dropped.Add(text);
                isAfterDropped = true;
            }
            else if (isAfterDropped && (!clause.HasSubject || clause.IsSubordinate))
            {
                // "Click Export, choose MP4": the order goes on.
                dropped.Add(text);
            }
            else
            {
                kept.Add((separator, rest));
                isAfterDropped = false;
            }
        }

        return kept;
    }

    private static string Join(List<(string Separator, string Text)> kept)
    {
        var text = kept[0].Text.Trim();
        foreach (var (separator, next) in kept.Skip(1))
        {
            text += separator + next.Trim();
        }

        foreach (var opener in (string[])["and ", "but ", "so ", "then ", "or "])
        {
            text = text.StartsWith(opener, StringComparison.OrdinalIgnoreCase) ? text[opener.Length..].TrimStart() : text;
        }

        text = WithPairs(text.TrimEnd(',', ';', ' ', '-', '–', '—'));
        return text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..];
    }

    /// <summary>The clause that opened or closed a parenthesis may have been left out.</summary>
    private static string WithPairs(string text)
    {
        var result = new StringBuilder();
        var open = 0;
        foreach (var c in text)
        {
            if (c == ')' && open == 0)
            {
                continue;
            }

            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            result.Append(c);
        }

        return result.Append(')', open).ToString();
    }

    // At commas and the like; at "and", "then", "so" only where an order to the reader follows.
    private static List<(string Separator, string Text)> Divide(string body)
    {
        var clauses = new List<(string Separator, string Text)>();
        var separator = "";
        var start = 0;
        for (var i = 0; i <= body.Length; i++)
        {
            var length = i == body.Length ? 0 : SeparatorAt(body, i);
            if (i < body.Length && length == 0)
            {
                continue;
            }

            var isBetweenSigns = string.IsNullOrWhiteSpace(body[start..i]);
            if (!isBetweenSigns)
            {
                DivideByWords(body[start..i], separator, clauses);
            }

            var sign = body.Substring(i, length);
            separator = isBetweenSigns ? separator + sign : sign;
            start = i + length;
            i += Math.Max(0, length - 1);
        }

        return [.. clauses.Where(c => c.Text.Trim().Length > 0)];
    }

    private static int SeparatorAt(string body, int i)
    {
        foreach (var separator in (string[])[", ", "; ", " - ", " – ", " — ", "—", " (", ") ", ")"])
        {
            if (string.CompareOrdinal(body, i, separator, 0, separator.Length) == 0)
            {
                return separator.Length;
            }
        }

        return 0;
    }

    private static void DivideByWords(string text, string separator, List<(string Separator, string Text)> clauses)
    {
        var start = 0;
        var wasAboutEditor = false;
        foreach (var (from, wordEnd, next) in Pieces(text))
        {
            // "by clicking …" needs its "by" to be understood; "and" only joins.
            var isMeans = from > 0 && text[from..wordEnd] is "by" or "via";
            var piece = new EnglishClause(text[(from == 0 || isMeans ? from : wordEnd)..next]);
            var isAboutEditor = piece.IsAboutEditor;
            if (from > 0 && (isAboutEditor || (wasAboutEditor && !isMeans)))
            {
                clauses.Add((separator, text[start..from].TrimEnd()));
                separator = isMeans ? " " : $" {text[from..wordEnd]} ";
                start = isMeans ? from : wordEnd;
            }

            wasAboutEditor = isAboutEditor;
        }

        clauses.Add((separator, text[start..].TrimStart()));
    }

    // Where a joining word begins and ends, and where the next one begins.
    private static List<(int From, int WordEnd, int Next)> Pieces(string text)
    {
        var joins = Word.Read(text).Where(w => w.Start > 0 && Splitters.Contains(w.Text)).ToList();
        var pieces = new List<(int From, int WordEnd, int Next)> { (0, 0, joins.Count > 0 ? joins[0].Start : text.Length) };
        for (var i = 0; i < joins.Count; i++)
        {
            pieces.Add((joins[i].Start, joins[i].End, i + 1 < joins.Count ? joins[i + 1].Start : text.Length));
        }

        return pieces;
    }
}
