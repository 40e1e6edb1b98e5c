using System.Globalization;
using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Lexing;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Rewording;

/// <summary>Reads 只用前两张图, "remove the last two photos" of several pictures: each that goes is named, the last one first so that the numbers stay right.</summary>
internal static partial class SeveralSlides
{
    private const int Longest = 300;

    /// <summary>The message with the pictures that go.</summary>
    public static string Resolve(string text, Project? project)
    {
        if (text.Length > Longest || project is not { Slides.Count: > 1 })
        {
            return text;
        }

        var count = Items.Pictures(project).Count;
        if (Listed().Match(text) is { Success: true } list && NumbersIn(list) is { Count: > 1 } numbers && numbers[0] <= count && numbers.Count < count)
        {
            var gone = list.Groups["keep"].Success ? Enumerable.Range(1, count).Except(numbers).Reverse() : numbers;
            return text.Remove(list.Index, list.Length).Insert(list.Index, Without(text, gone));
        }

        var kept = Kept().Match(text);
        var match = kept.Success ? kept : Removed().Match(text);
        var named = NumberIn(match.Groups["number"].Value);
        if (named < (kept.Success ? 1 : 2) || named >= count)
        {
            return text;
        }

        var (first, left) = kept.Success ? (named + 1, count - named) : (match.Groups["last"].Success ? count - named + 1 : 1, named);
        return text.Remove(match.Index, match.Length).Insert(match.Index, Without(text, Enumerable.Range(first, left).Reverse()));
    }

    private static string Without(string text, IEnumerable<int> numbers) => Continuation.IsChinese(text)
        ? string.Join("，", numbers.Select(n => string.Create(CultureInfo.InvariantCulture, $"去掉第{n}张图")))
        : string.Join(", ", numbers.Select(n => string.Create(CultureInfo.InvariantCulture, $"remove picture {n}")));

    /// <summary>The numbers that are listed, the highest one first.</summary>
    private static List<int> NumbersIn(Match list) => [.. list.Groups["number"].Captures.Select(c => NumberIn(c.Value)).Where(n => n > 0).Distinct().OrderDescending()];

    private static int NumberIn(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits
        : text.Length > 0 && NumberWords.Read(text.ToLowerInvariant(), 0) is { } said ? (int)said.Value : 0;

    [GeneratedRegex(@"只(?:要|用|保留|留|放|显示)(?:最)?前面?的?(?<number>[\d一二两三四五六七八九十]+)张(?:图片|照片|图|相片)?(?:就行|就好|吧)?|\b(?:only (?:use|keep|show)|(?:use|keep|show) only|just (?:use|keep|show)) the first (?<number>\d+|two|three|four|five|six|seven|eight|nine|ten) (?:photos|pictures|pics|images|slides)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Kept();

    /// <summary>"remove photos 2 and 3", "delete pictures 1, 3 and 4".</summary>
    [GeneratedRegex(@"\b(?:remove|delete|drop|take out|get rid of|lose|leave out|skip) (?:the )?(?:photos?|pictures?|pics?|images?|slides?) (?:numbers? |no\.? |#)?(?<number>\d+)(?:(?:,| and| &|, and) ?(?:photo |picture |pic |image |slide |no\.? |#)?(?<number>\d+))+\b(?! ?(?:s|secs?|seconds?)\b)|(?:把)?(?:去掉|删掉|删除|不要|拿掉|(?<keep>只(?:要|用|保留|留)))第(?<number>[\d一二两三四五六七八九十]+)张?(?:图片|照片|图)?(?:(?:和|跟|、|，|,|还有)+第?(?<number>[\d一二两三四五六七八九十]+)张(?:图片|照片|图)?)+(?:就行|就好|吧)?|(?:把)?第(?<number>[\d一二两三四五六七八九十]+)张?(?:图片|照片|图)?(?:(?:和|跟|、|还有)+第?(?<number>[\d一二两三四五六七八九十]+)张(?:图片|照片|图)?)+(?:都|全|给我)*(?:去掉|删掉|删了|删除|不要|拿掉)了?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Listed();

    [GeneratedRegex(@"(?:不要|去掉|删掉|删除|拿掉)(?:最)?(?:前面?|(?<last>后面?))的?(?<number>[\d一二两三四五六七八九十]+)张(?:图片|照片|图|相片)?(?:吧|了)?|(?:最)?(?:前面?|(?<last>后面?))的?(?<number>[\d一二两三四五六七八九十]+)张(?:图片|照片|图|相片)?(?:都|就|给我|帮我)*(?:不要|去掉|删掉|删了|删除|拿掉)了?|\b(?:remove|delete|drop|take out|get rid of) the (?:first|(?<last>last)) (?<number>\d+|two|three|four|five|six|seven|eight|nine|ten) (?:photos|pictures|pics|images|slides)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Removed();
}
