using System.Globalization;
using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Lexing;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Rewording;

/// <summary>Reads 只用前两张图, "only use the first two photos" of several pictures: the others go, the last one first so that the numbers stay right.</summary>
internal static partial class FirstSlides
{
    private const int Longest = 300;

    /// <summary>The message with the pictures that go.</summary>
    public static string Resolve(string text, Project? project)
    {
        if (text.Length > Longest || project is not { Slides.Count: > 1 } || Kept().Match(text) is not { Success: true } match)
        {
            return text;
        }

        var count = Items.Pictures(project).Count;
        var kept = NumberWords.Read(match.Groups["number"].Value.ToLowerInvariant(), 0) is { } said ? (int)said.Value
            : int.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits : 0;
        if (kept < 1 || kept >= count)
        {
            return text;
        }

        var gone = string.Join("，", Enumerable.Range(kept + 1, count - kept).Reverse().Select(n => string.Create(CultureInfo.InvariantCulture, $"去掉第{n}张图")));
        return text.Remove(match.Index, match.Length).Insert(match.Index, gone);
    }

    [GeneratedRegex(@"只(?:要|用|保留|留|放|显示)(?:最)?前面?的?(?<number>[\d一二两三四五六七八九十]+)张(?:图片|照片|图|相片)?(?:就行|就好|吧)?|\b(?:only (?:use|keep|show)|(?:use|keep|show) only|just (?:use|keep|show)) the first (?<number>\d+|two|three|four|five|six|seven|eight|nine|ten) (?:photos|pictures|pics|images|slides)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Kept();
}
