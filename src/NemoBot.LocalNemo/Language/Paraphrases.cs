using System.Text;
using System.Text.RegularExpressions;

namespace NemoBot.LocalNemo.Language;

/// <summary>
/// Rewrites Chinese idioms whose parts mean something else by themselves: 掐头5秒 takes 5 seconds off the start. Quoted texts stay as they are.
/// </summary>
internal static partial class Paraphrases
{
    private const string Time = @"(?<t>[\d.一二两三四五六七八九十半]+(?:个)?(?:秒钟?|分钟?))";

    /// <summary>Every rule works on folded text and never needs more than one pass.</summary>
    private static readonly (Regex Idiom, string Plain)[] Rules =
    [
        (Retroflex(), "${c}"), (Head(), "剪掉开头${t}"), (Tail(), "，剪掉结尾${t}"), (Needless(), "不用"), (NotShown(), "去掉"), (TailQuestion(), ""), (Resolution(), "${c}p"), (PoliteQuestion(), "${wish}"), (BareColor(), "${c}色"),
    ];

    /// <summary>The message in plain words.</summary>
    public static string Rewrite(string text)
    {
        if (!text.Any(c => c is >= '\u4E00' and <= '\u9FFF'))
        {
            return text;
        }

        foreach (var (idiom, plain) in Rules)
        {
            text = Replace(text, idiom, plain);
        }

        return text;
    }

    private static string Replace(string text, Regex idiom, string plain)
    {
        var matches = idiom.Matches(CleanText.Folded(text)).Where(m => !IsQuoted(text, m.Index)).ToList();
        if (matches.Count == 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var at = 0;
        foreach (var match in matches)
        {
            // Only a whole group keeps the letters as they were written.
            result.Append(text, at, match.Index - at).Append(match.Groups["wish"] is { Success: true } wish ? text.Substring(wish.Index, wish.Length) : match.Result(plain));
            at = match.Index + match.Length;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    private static bool IsQuoted(string text, int index)
    {
        for (var i = 0; i < index; i++)
        {
            if (QuoteScanner.FindEnd(text, i) is > 0 and var end)
            {
                if (end > index)
                {
                    return true;
                }

                i = end;
            }
        }

        return false;
    }

    /// <summary>字儿, 点儿.</summary>
    [GeneratedRegex("(?<c>[字点圈块边段])儿(?![童子女歌科])")]
    private static partial Regex Retroflex();

    /// <summary>掐头5秒.</summary>
    [GeneratedRegex("(?:掐|去|砍|切|剪)掉?头" + Time)]
    private static partial Regex Head();

    /// <summary>去尾3秒.</summary>
    [GeneratedRegex("(?:掐|去|砍|切|剪)掉?尾巴?" + Time)]
    private static partial Regex Tail();

    /// <summary>没必要.</summary>
    [GeneratedRegex("没有?(?:必要|需要)|用不着|犯不着|无需|无须|甭|冇必要")]
    private static partial Regex Needless();

    /// <summary>不用显示波形: it is to go. With a time it is only not shown then.</summary>
    [GeneratedRegex("(?<![\\d秒分].{0,12})(?:不用|不要|不需要|不必|别|唔使|唔好|唔要)(?:再|给我|要)?(?:显示|展示|出现)(?=[^这那太得在到,，。]{1,6}(?:[,，。了]|$))(?!.*[秒分])")]
    private static partial Regex NotShown();

    /// <summary>…，可以吗？</summary>
    [GeneratedRegex("(?<=.{3})[,，。 ]*(?:可以吗|可以么|好吗|好么|行吗|行么|成吗|好不好|行不行|可不可以|可以不|行不|得唔得|得吗|ok吗|好嘛|可以嘛)[?？!！。~～ ]*$")]
    private static partial Regex TailQuestion();

    /// <summary>可以加个标题叫晚安吗: the last word belongs to the question.</summary>
    [GeneratedRegex("^(?<wish>[^“”「」\"]{0,12}?(?:可以|可不可以|能|能不能|能否|可否|方便)[^“”「」\"]+?)(?:吗|(?<![什怎多那这要])么|嘛)[?？!！。~～ ]*$")]
    private static partial Regex PoliteQuestion();

    /// <summary>清晰度1080.</summary>
    [GeneratedRegex("(?:清晰度|分辨率|画质|解析度)(?:调到|调成|改成|设成|到|要|是|为|用)?(?<c>480|540|720|1080)(?![\\dpPxX×])")]
    private static partial Regex Resolution();

    /// <summary>黑底金字: characters that are colors only beside a ground or a text.</summary>
    [GeneratedRegex("(?<=底|^|[,，。 、用要])(?<c>[金银橙灰粉])(?=字(?:$|[,，。 、的黑白]))|(?<c>[金银])(?=底(?:$|[,，。 、的黑白红蓝绿黄金银橙]))")]
    private static partial Regex BareColor();
}
