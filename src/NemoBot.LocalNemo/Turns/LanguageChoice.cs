using System.Text;
using NemoBot.Core.Links;
using NemoBot.LocalNemo.Language.Lexing;

namespace NemoBot.LocalNemo.Turns;

/// <summary>Chooses the language of an answer.</summary>
internal static class LanguageChoice
{
    /// <summary>So many characters are a sentence, whatever foreign words are among them.</summary>
    private const int Sentence = 8;

    /// <summary>So many are more than a word or two beside a quoted text.</summary>
    private const int Words = 4;

    /// <summary>The language that a client asks for; null if it asks for none.</summary>
    public static bool? Asked(string? header) => header is null ? null
        : header.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? true : header.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? false : null;

    /// <summary>A message that is clearly in one of the two languages is answered in it; any other in the session's.</summary>
    public static bool IsChinese(string text, string session)
    {
        var speaksChinese = session.StartsWith("zh", StringComparison.OrdinalIgnoreCase);
        var written = WebAddresses.Remove(text);
        var chinese = written.Count(IsChinese);
        return chinese > 0 ? speaksChinese || chinese >= Sentence || chinese * 2 >= written.Count(char.IsAsciiLetter) || IsSpoken(Spoken(written), chinese) : speaksChinese && !written.Any(char.IsAsciiLetter);
    }

    /// <summary>标题里的Morning改成Evening, “Morning Show”改成“早间秀”.</summary>
    private static bool IsSpoken(string spoken, int chinese) =>
        spoken.Count(IsChinese) >= Words || (chinese >= Words && chinese * 2 >= spoken.Count(char.IsAsciiLetter));

    private static bool IsChinese(char c) => c is >= '\u4E00' and <= '\u9FFF';

    /// <summary>The text without what is quoted.</summary>
    private static string Spoken(string text)
    {
        var spoken = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (QuoteScanner.FindEnd(text, i) is > 0 and var end)
            {
                i = end;
            }
            else
            {
                spoken.Append(text[i]);
            }
        }

        return spoken.ToString();
    }
}
