using System.Text;

namespace NemoBot.Core.Requests.Intents;

/// <summary>
/// Words in a form that can be compared: lower case, full-width signs made plain, traditional characters made simplified;
/// punctuation and pictures only separate. A run of Chinese characters is one token, because it has no spaces.
/// </summary>
internal sealed class Utterance
{
    private const string Traditional = "導載視頻積餘額狀態銷時間線軌請幫發給個還幾檔顯進麼嗎傳麻煩謝這裡現們恢復歷幫說為點數輸專終試剩寫錄結過";
    private const string Simplified = "导载视频积余额状态销时间线轨请帮发给个还几档显进么吗传麻烦谢这里现们恢复历帮说为点数输专终试剩写录结过";

    private Utterance(List<string> tokens, bool asks)
    {
        Tokens = tokens;
        Asks = asks;
    }

    /// <summary>Words, numbers, and runs of Chinese characters.</summary>
    public IReadOnlyList<string> Tokens { get; }

    /// <summary>There is a question mark.</summary>
    public bool Asks { get; }

    /// <summary>Takes a text apart.</summary>
    public static Utterance Read(string text)
    {
        var tokens = new List<string>();
        var word = new StringBuilder();
        var wordIsChinese = false;
        foreach (var sign in text)
        {
            var c = Plain(sign);
            if (c is '\'' or '’')
            {
                continue;
            }

            var isChinese = IsChinese(c);
            if ((!char.IsLetterOrDigit(c) || isChinese != wordIsChinese) && word.Length > 0)
            {
                tokens.Add(word.ToString());
                word.Clear();
            }

            if (char.IsLetterOrDigit(c))
            {
                word.Append(c);
                wordIsChinese = isChinese;
            }
        }

        if (word.Length > 0)
        {
            tokens.Add(word.ToString());
        }

        return new(tokens, text.AsSpan().IndexOfAny('?', '？') >= 0);
    }

    /// <summary>A character without spaces between words.</summary>
    public static bool IsChinese(char c) => c is >= '\u3400' and <= '\u9fff';

    private static char Plain(char c)
    {
        var plain = c is >= '\uff01' and <= '\uff5e' ? (char)(c - 0xfee0) : c;
        var place = IsChinese(plain) ? Traditional.IndexOf(plain, StringComparison.Ordinal) : -1;
        return place >= 0 ? Simplified[place] : char.ToLowerInvariant(plain);
    }
}
