using System.Text;

namespace NemoBot.Core.Text.Translation;

/// <summary>
/// Hides what must come through unchanged (addresses, everything in quotation marks) behind one character each, so that a button
/// in a quoted title is not taken for a button of the editor.
/// </summary>
internal sealed class ContentShield
{
    private const char First = '\ue000';
    private const char Last = '\uf8ff';
    private const int LongestQuote = 400;
    private const string AddressEnds = "<>\"“”「」『』（）()，。；！？、";
    private const string TrailingSigns = ".,;:!?'*_";

    private static readonly (char Open, char Close)[] Quotes =
        [('"', '"'), ('“', '”'), ('‘', '’'), ('「', '」'), ('『', '』'), ('《', '》'), ('【', '】'), ('\'', '\''), ('`', '`')];

    private readonly List<string> _hidden = [];

    /// <summary>True for the placeholder of hidden content.</summary>
    public static bool IsHidden(char c) => c is >= First and <= Last;

    /// <summary>Hides addresses and quotations.</summary>
    public string Hide(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var length = IsHidden(text[i]) ? -1 : LengthOfAddress(text, i) is > 0 and var address ? address : LengthOfQuote(text, i);
            if (length > 0 && First + _hidden.Count <= Last)
            {
                result.Append((char)(First + _hidden.Count));
                _hidden.Add(text.Substring(i, length));
                i += length - 1;
            }
            else if (length >= 0)
            {
                result.Append(text[i]);
            }
        }

        return result.ToString();
    }

    /// <summary>Puts everything hidden back in its place.</summary>
    public string Restore(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            result.Append(IsHidden(c) && c - First < _hidden.Count ? _hidden[c - First] : c.ToString());
        }

        return result.ToString();
    }

    private static int LengthOfAddress(string text, int at)
    {
        if (text[at] is not ('h' or 'H')
            || !(text.AsSpan(at).StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.AsSpan(at).StartsWith("https://", StringComparison.OrdinalIgnoreCase)))
        {
            return 0;
        }

        var end = at;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && !AddressEnds.Contains(text[end], StringComparison.Ordinal))
        {
            end++;
        }

        while (TrailingSigns.Contains(text[end - 1], StringComparison.Ordinal))
        {
            end--;
        }

        return end - at;
    }

    private static int LengthOfQuote(string text, int at)
    {
        foreach (var (open, close) in Quotes)
        {
            // An apostrophe is no quotation mark: an opening mark precedes a word, a closing mark follows it.
            if (text[at] != open || (open == '\'' && at > 0 && !char.IsWhiteSpace(text[at - 1]) && text[at - 1] != '('))
            {
                continue;
            }

            var most = Math.Min(text.Length, at + LongestQuote);
            for (var end = at + 1; end < most && text[end] != '\n'; end++)
            {
                if (text[end] == close && (close is not '\'' and not '’' || end + 1 == text.Length || !char.IsLetterOrDigit(text[end + 1])))
                {
                    return end == at + 1 ? 0 : end - at + 1;
                }
            }
        }

        return 0;
    }
}
