using System.Globalization;
using System.Text.RegularExpressions;
using NemoBot.Core.Media;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Lexing;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Rewording;

/// <summary>
/// Names pictures and clips that come one after the other by their numbers: 先放w再放v, 按3 2 1的顺序, 把b删了. The reader of orders
/// reads 图片顺序换成2 1.
/// </summary>
internal static partial class PictureOrders
{
    /// <summary>What an order begins with in plain words.</summary>
    public const string Marker = "顺序换成";

    // A story is not searched: the time of reading stays in proportion to the text.
    private const int Longest = 300;
    private const int MostFiles = 60;
    private const int ShortName = 2;

    /// <summary>The message with numbers for names.</summary>
    public static string Resolve(string text, Situation situation)
    {
        if (text.Length > Longest || !Hint().IsMatch(text))
        {
            return text;
        }

        foreach (var kind in (ReadOnlySpan<MediaKind>)[MediaKind.Image, MediaKind.Video])
        {
            var files = FilesOf(situation, kind);
            if (files.Count is > 1 and <= MostFiles)
            {
                text = Order(text, files, kind == MediaKind.Image ? "图片" : "视频");
                text = kind == MediaKind.Image ? Letters(Backwards().Replace(text, m => Reversed(m, situation)), files) : text;
            }
        }

        return text;
    }

    /// <summary>What comes one after the other, in its order: what is there, then what arrives.</summary>
    private static List<string> FilesOf(Situation situation, MediaKind kind)
    {
        var project = situation.Project;
        var there = kind == MediaKind.Image ? Items.Pictures(project ?? new Project()).Select(s => s.Asset) : project?.Clips.Select(c => c.Asset).Where(a => a.Facts.Kind == kind) ?? [];
        var arriving = situation.NewFiles.Where(f => f.Facts.Kind == kind);
        return [.. there.Concat(kind == MediaKind.Image || project is null ? arriving : []).DistinctBy(f => f.Id).Select(f => CleanName(f.Name))];
    }

    private static string CleanName(string name) => Words.CleanText.Folded(name);

    private static string Order(string text, List<string> files, string noun)
    {
        var names = string.Join('|', files.SelectMany(f => (string[])[f, Path.GetFileNameWithoutExtension(f)]).OrderByDescending(n => n.Length).Select(Regex.Escape));
        var item = $@"(?:(?<![a-z0-9])(?<i>{names})(?![a-z0-9])|第(?<i>[\d一二三四五六七八九十]{{1,2}})(?=张|个|段))(?:那|这)?(?:一)?(?:张|个|段)?(?:图片|照片|图|视频)?";
        const string Between = @"(?:[、，,\s→>-]|再|然后|接着|之后|最后|后面|放|是|上|出|显示|才|播){1,8}";
        var listed = $@"先(?:放|是|上|出|显示|播)?(?:图片|照片|视频)?{item}(?:{Between}{item})+"
            + $@"|(?:按照?|照|依)(?:这个|着)?[ ：:]*{item}(?:{Between}{item})+ ?(?:的|这个|这样的?)*(?:顺序|次序)(?:放|排|来|播|显示|展示|走)*"
            + $@"|{item}(?:放|在|排)(?:最)?前(?:半段|半部分|一半|半|面)?{Between}{item}(?:放|在|排)?(?:最)?后(?:半段|半部分|一半|半|面)?"
            + $@"|先(?:放|是|上|出){item}(?=$|[，,。])"
            + @"|(?:按照?|照|依)(?:这个|着)?[ ：:]*(?<i>[1-9])(?:[、，,\s→>-]+(?<i>[1-9]))+ ?(?:的|这个|这样的?)*(?:顺序|次序)(?:放|排|来|播|显示|展示|走)*"
            + $@"|(?:播放)?(?:顺序|次序)(?:改|换|调|变)?(?:成|为|是)?[ ：:]*{item}(?:{Between}{item})+"
            + $@"|\b(?:the )?(?:new |right |correct )?order(?: of (?:the )?(?:pictures|photos|pics|images|slides))?(?: is| should be| to)?[ :=]+{item}(?:(?:[,\s→>-]|then |and |finally ){{1,8}}{item})+"
            + @"|(?:顺序|次序)(?:改|换|调|变)?(?:成|为|是)?[ ：:]*(?<i>[1-9])(?:[、，,\s→>-]*(?<i>[1-9]))+(?![\d秒])";
        var match = Regex.Match(Words.CleanText.Folded(text), $"(?:把)?(?:照片|图片|视频)?(?:{listed})", RegexOptions.CultureInvariant);
        if (!match.Success)
        {
            return text;
        }

        List<int> numbers = [.. match.Groups["i"].Captures.Select(c => NumberOf(c.Value, files)).Distinct()];
        return (numbers.Count < 2 && !Single().IsMatch(match.Value)) || numbers.Exists(n => n < 1 || n > files.Count) ? text
            : text.Remove(match.Index, match.Length).Insert(match.Index, $"{noun}{Marker}{string.Join(' ', numbers)}");
    }

    private static int NumberOf(string said, List<string> files) =>
        files.FindIndex(f => f == said || Path.GetFileNameWithoutExtension(f) == said) is >= 0 and var index ? index + 1
        : int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits
        : NumberWords.Read(said, 0) is { } word ? (int)word.Value : 0;

    /// <summary>把b删了, p3挪到p1前面: names of a letter or two, which mean nothing elsewhere.</summary>
    private static string Letters(string text, List<string> files)
    {
        foreach (var file in files.Where(f => Path.GetFileNameWithoutExtension(f).Length is > 0 and <= ShortName))
        {
            var name = Regex.Escape(Path.GetFileNameWithoutExtension(file));
            text = Regex.Replace(
                text,
                $@"(?<=^|[，,。 ]|把|将|删掉|去掉|不要|到|在)(?<![a-z0-9]){name}(?![a-z0-9.])(?:那|这)?(?:一)?张?(?:图片|照片|图)?(?=删|去掉|不要|拿掉|那|换|放|移|挪|显示|停|旋转|转|(?:的)?(?:前|后)面|$)",
                file.Replace("$", "$$", StringComparison.Ordinal),
                RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
            // "put a last", "b first": the whole message, as "a" is a word.
            text = Regex.Replace(
                text,
                $@"(?<=^\W*(?:(?:and|now|ok|please|can you|then|no) )*(?:(?:put|move|show|have|bring|let|place|play) )?){name}(?= (?:(?:should |must )?(?:be |come |comes |go |goes ))?(?:in (?:first|last|second|third) place|first|last|second|third|(?:at|to) the (?:very )?(?:end|start|beginning|front|back))(?: please| instead)?(?:\W*$|[.!] ))",
                file.Replace("$", "$$", StringComparison.Ordinal),
                RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        }

        return text;
    }

    /// <summary>倒着放, after talk of pictures: their order, not the song.</summary>
    private static string Reversed(Match match, Situation situation) =>
        match.Groups["noun"].Success || situation.Focus == Subject.Slides ? "图片顺序反过来" : match.Value;

    /// <summary>先放c: that one first, the others as they are.</summary>
    [GeneratedRegex("^(?:把)?(?:照片|图片|视频)?先", RegexOptions.CultureInvariant)]
    private static partial Regex Single();

    [GeneratedRegex("先|顺序|次序|前面?|倒|反|把|将|那张|这张|删|不要|[放排挪移换]|order|first|last|before|after|start|end", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hint();

    [GeneratedRegex(@"^\W*(?:把)?(?<noun>照片|图片|这些图|图)?(?:都|全)?(?:倒着|反着|倒过来|反过来|倒序|逆序)(?:放|排|来|播放?|显示)?(?:吧|一下)?\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex Backwards();
}
