using System.Globalization;
using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Language.Lexing;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Schedules;

/// <summary>The words of "a.png until 0:22, then b", 前半段用a，后半段用b: times, pictures and what stands between.</summary>
internal static partial class ScheduleWords
{
    private const string Moment = @"(?:\d{1,2}:\d\d(?:\.\d+)?|(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]+|two|three|four|five|six|seven|eight|nine|ten) ?(?:seconds?|secs?|s|minutes?|mins?|秒钟?|分钟?)(?: ?\d+ ?(?:秒钟?|s)(?![a-z]))?(?![a-z]))";

    /// <summary>The time that words say of a video of a length; null if the words are not of a time.</summary>
    public static SaidTime? TimeOf(Match match, TimeSpan total)
    {
        TimeSpan At(string group) => Read(match.Groups[group].Value);
        return Kinds(match) switch
        {
            "fh" => new SaidTime(TimeSpan.Zero, total / 2, null),
            "lh" => new SaidTime(total / 2, null, null),
            "range" => new SaidTime(Read(match.Groups["t1"].Value.Any(char.IsLetter) || match.Groups["t1"].Value.Contains(':', StringComparison.Ordinal) ? match.Groups["t1"].Value : match.Groups["t1"].Value + "s"), At("t2"), null),
            "first" => new SaidTime(TimeSpan.Zero, At("t3"), null),
            "last" => new SaidTime(total - At("t4"), null, null) { IsLast = true },
            "until" => new SaidTime(null, At("t5"), null),
            "from" => new SaidTime(At("t6"), null, null),
            "len" => new SaidTime(null, null, At("t7")),
            _ => null,
        };
    }

    private static string Kinds(Match match) => ((string[])["fh", "lh", "range", "first", "last", "until", "from", "len"]).FirstOrDefault(k => match.Groups[k].Success) ?? "";

    private static TimeSpan Read(string said)
    {
        if (said.Contains(':', StringComparison.Ordinal))
        {
            var parts = said.Split(':');
            return TimeSpan.FromSeconds((60 * double.Parse(parts[0], CultureInfo.InvariantCulture)) + double.Parse(parts[1], CultureInfo.InvariantCulture));
        }

        var numbers = Amount().Matches(said).Select(m => (Value: ValueOf(m.Groups["n"].Value), IsMinutes: m.Groups["u"].Value[0] is 'm' or '分'));
        return TimeSpan.FromSeconds(numbers.Sum(n => n.Value * (n.IsMinutes ? 60 : 1)));
    }

    private static double ValueOf(string said) => double.TryParse(said, NumberStyles.Float, CultureInfo.InvariantCulture, out var digits) ? digits
        : NumberWords.Read(said, 0) is { } word ? word.Value : 0;

    /// <summary>Everything that may stand in such a message, for files of these names.</summary>
    public static Regex Grammar(IEnumerable<Asset> files)
    {
        var names = files.SelectMany(f => (string[])[f.Name, Path.GetFileNameWithoutExtension(f.Name)]).Select(Words.CleanText.Folded)
            .Where(n => n.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(n => n.Length).Select(Regex.Escape);
        return new Regex(
            $@"\G(?:{Times}|(?<file>(?:(?:the )?(?:picture|photo|image|pic) )?(?<![a-z0-9])(?<name>{string.Join('|', names)})(?![a-z0-9]|\.\w)(?! (?:{Nouns})\b)(?:这张|那张)?)|{Things}|{Glue})",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    private const string Nouns = "picture|photo|pic|image|slide|title|text|video|new|different|second|little|bit|short|long";

    private const string Times =
        @"(?<fh>(?:until|till|til|up to) (?:the )?(?:middle|half(?:way)?(?: point)?)\b|到一半|到中间|(?:(?:for|in|during|over) )?(?:the )?(?:first|1st) half(?: of (?:it|the (?:video|song|talk|recording|audio|track)))?\b|前半段?部?分?|前一半|上半段)"
        + @"|(?<lh>(?:(?:from|after|at) )?(?:the )?(?:middle|half ?way(?: point| through)?)(?: on(?:wards)?)?\b|从(?:一半|中间)(?:开始)?|(?:(?:for|in|during|over) )?(?:the )?(?:second|2nd|other|last|latter) half(?: of (?:it|the (?:video|song|talk|recording|audio|track)))?\b|后半段?部?分?|后一半|下半段)"
        + $@"|(?<range>(?:from |between )?(?:第)?(?<t1>{Moment}|\d+) ?(?:to|-|–|—|until|till|and|到|至) ?(?:第)?(?<t2>{Moment})|从(?:第)? ?(?<t1>{Moment})(?:一直)?[^，。,\d]{{0,4}}到(?:第)? ?(?<t2>{Moment}))"
        + $@"|(?<first>(?:(?:for|in|during|over) )?(?:the )?first (?<t3>{Moment})|(?:最前面?|前|开头)的? ?(?<t3>{Moment}))"
        + $@"|(?<last>(?:(?:for|in|during|over) )?(?:the )?last (?<t4>{Moment})|(?:最后|结尾|末尾)的? ?(?<t4>{Moment}))"
        + $@"|(?<until>(?:until|till|til|up to|before) (?<t5>{Moment})|(?:放|显示|用|播|一直)*到(?:第)? ?(?<t5>{Moment})(?:为止)?|(?:第)?(?<t5>{Moment})(?:之前|以前|前|为止))"
        + $@"|(?<from>(?:from|starting (?:at|from)|beginning at|at|after|as of) (?<t6>{Moment})(?: (?:on|onwards?))?|(?:从|在)? ?(?:第)? ?(?<t6>{Moment}) ?(?:的?时候|的?地方|那里|处|开始|起|以后|之后|后|时)|从(?:第)? ?(?<t6>{Moment})|(?:在)?第 ?(?<t6>{Moment})|(?:在)?(?<t6>\d{{1,2}}:\d\d))"
        + $@"|(?<len>(?:for )?(?<t7>{Moment}))";

    private const string Things =
        @"(?<new>(?:this|that|it)(?: (?:new )?(?:one|picture|photo|pic|image))?\b|the new (?:one|picture|photo|pic|image)\b|(?:这|那|新)(?:一)?的?(?:张|个)(?:图片?|照片|相片)?|新的?图片?)"
        + @"|(?<next>(?:the )?(?:next|other) (?:one|picture|photo|pic|image|slide)\b|(?:下|另)一?张(?:图片?|照片)?)"
        + @"|(?<nth>(?:the )?(?<n>first|second|third|fourth|last) (?:one|picture|photo|pic|image|slide)\b|(?:picture|photo|pic|image|slide) (?<n>[1-9])\b|第(?<n>[一二三四五六七八九1-9])张(?:图片?|照片|相片)?)";

    private const string Glue =
        @"(?<switch>(?:switch|swap|flip)(?:es|ing)?(?: over)?(?: (?:to|into))?\b|换成|换到|切换?[到成]?|换)|(?<change>change(?: (?:to|into))?\b|改(?:到|成|为)?)"
        + @"|(?:and|then|use|show|put|play|display|insert|add|with|have|i want|i'd like|please|pls|also|now|ok(?:ay)?|so|no|well|actually|just|only|for|on|in|the|to|is|be|stays?|shown|comes?|goes|appears?|instead|rather|rest|remaining|after that|afterwards|while (?:i|we|he|she|they)(?:'m| am| are|'re| is)? (?:talk|speak)(?:s|ing)?|(?:the )?(?:picture|photo|image)s?|can you|could you|make|let|starts?|begins?|with)\b"
        + @"|用|放|显示|才|只|仅|展示|播|出现|是|为|上|在|再|就|都|把|给|我|的|请|让|要|也|一直|图片?|照片|画面|然后|接着|之后|后面|剩下|其余|时间|吧|了|应该|那|先|开始|成|到|帮|[\s,，;；、。.!！:：]";

    [GeneratedRegex(@"(?<n>\d+(?:\.\d+)?|[一二两三四五六七八九十]+|[a-z]+) ?(?<u>seconds?|secs?|s|minutes?|mins?|秒钟?|分钟?)(?![a-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Amount();
}
