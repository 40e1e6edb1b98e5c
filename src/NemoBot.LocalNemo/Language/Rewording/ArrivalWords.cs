using System.Text.RegularExpressions;
using NemoBot.Core.Media;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Rewording;

/// <summary>Completes the few words that come with a file or follow a removal: "and this one at the end", "this in the corner", 还是留着吧.</summary>
internal static partial class ArrivalWords
{
    private const int Longest = 50;

    /// <summary>The message in words that name what is meant.</summary>
    public static string Complete(string text, Situation situation)
    {
        if (situation is { HasMaterial: true, NewFiles: [{ Facts.Kind: MediaKind.Audio }] })
        {
            // "add it as background", of a sound.
            text = ItAsBackground().Replace(text, "${it} as background music");
        }

        if (text.Length > Longest || !situation.HasMaterial)
        {
            return text;
        }

        if ((situation.Project is { Clips.Count: 3, Slides.Count: 0 } or { Slides.Count: 3 }) && MiddleOne().Match(text) is { Success: true } middle)
        {
            text = text.Remove(middle.Index, middle.Length).Insert(middle.Index, situation.Project.Slides.Count > 0 ? "第二张" : "第二段");
        }

        if (situation.Project is { Clips.Count: 2, Slides.Count: 0 } && EdgeOne().Match(text) is { Success: true } edge)
        {
            text = text.Remove(edge.Index, edge.Length).Insert(edge.Index, edge.Value[0] == '前' ? "第一段" : "第二段");
        }

        return situation.NewFiles is [var file] ? WithFile(text, file, situation) ?? text
            : situation is { NewFiles.Count: 0, LastEdits: [.., var last] } ? After(text, last, situation) ?? text
            : text;
    }

    private static string? WithFile(string text, Asset file, Situation situation) => file.Facts.Kind switch
    {
        // A sound has no picture that could follow those of a video.
        MediaKind.Audio when situation.Project is { } project && MainMaterial.ShowsVideo(project) && (AtEnd().IsMatch(text) || AtEdge().IsMatch(text)) => "音乐，先放音乐再说话",
        MediaKind.Video when situation.Project is { Slides.Count: > 0 } && AtEnd().IsMatch(text) => "use this too",
        MediaKind.Audio when situation.Project is { } talk && !MainMaterial.ShowsVideo(talk) && AtFront().IsMatch(text) => "put it before the recording",
        MediaKind.Audio when AtMoment().Match(text) is { Success: true } moment => $"use it as background music at 100% from {moment.Groups["time"].Value}",
        MediaKind.Audio or MediaKind.Video when AtEnd().IsMatch(text) || AtEdge().Match(text) is { Success: true } edge && IsAfter(edge.Value) => text.Any(c => c >= 0x2E80) ? "接在最后面" : "append it at the end",
        MediaKind.Image when situation.Project is { Slides.Count: > 0 } && BesideSlide().Match(text) is { Success: true } beside => beside.Groups["first"].Success ? "put the last picture first" : $"put the last picture {NumberOf(beside)}",
        MediaKind.Image when InCorner().Match(text) is { Success: true } corner => "use it as the logo " + corner.Groups["where"].Value,
        MediaKind.Audio when IntroMusic().Match(text) is { Success: true } opening => $"use it as background music only for the first {opening.Groups["time"].Value}" + (opening.Groups["fade"].Success ? ", fade the music out" : ""),
        MediaKind.Audio when AsIntro().Match(text) is { Success: true } intro => $"use it as background music only for the first {(intro.Groups["time"].Success ? intro.Groups["time"].Value : "5 s")}",
        MediaKind.Audio when UnderIt().Match(text) is { Success: true } under => text.Remove(under.Index, under.Length).Insert(under.Index, "use it as background music"),
        MediaKind.Audio when situation.Project is { Music.Count: > 0 } && InItsPlace().IsMatch(text) => "用它替换背景音乐",
        MediaKind.Audio when AsGround().IsMatch(text) => "用它做背景音乐",
        MediaKind.Audio when Beside().Match(text) is { Success: true } beside => "用它做背景音乐" + text[(beside.Index + beside.Length)..],
        _ => null,
    };

    private static string NumberOf(Match beside) => (beside.Groups["n"].Value.ToLowerInvariant()[0], beside.Groups["before"].Success) switch
    {
        ('f' or '1', true) => "first",
        ('f' or '1', false) or ('s' or '2', true) => "second",
        ('s' or '2', false) or ('t' or '3', true) => "third",
        _ => "fourth",
    };

    private static bool IsAfter(string text) => text.Contains('后', StringComparison.Ordinal) || text.Contains('尾', StringComparison.Ordinal);

    private static string? After(string text, Edit last, Situation situation)
    {
        if (!situation.IsAsked && TakesAway(last) && Keeping().IsMatch(text))
        {
            return text.Any(c => c >= 0x2E80) ? "撤销" : "undo";
        }

        if (!situation.IsAsked && TakesAway(last) && KeepingBut().Match(text) is { Success: true } but && NameOf(last) is { } name)
        {
            // 还是加回来吧，但要很轻.
            return "撤销，" + name + (but.Groups["word"] is { Success: true } word ? (but.Groups["less"].Success ? "太" + word.Value : word.Value + "一点") : but.Groups["how"].Value);
        }

        if (last is CutRanges or KeepRanges && CorrectedTime().Match(text) is { Success: true } time)
        {
            // 不对，是前20秒: the same is done with another part.
            var chinese = text.Any(c => c >= 0x2E80);
            var verb = last is CutRanges ? chinese ? "剪掉" : "cut " : chinese ? "只保留" : "keep only ";
            var times = time.Groups["times"].Value;
            return (chinese ? "撤销，" : "undo. ") + verb + times + (!chinese && char.IsAsciiDigit(times[^1]) && !times.Contains(':', StringComparison.Ordinal) ? " seconds" : "");
        }

        if (last is CutRanges { Parts: [{ From: { } gone, To: { } until }] } && gone >= TimeSpan.Zero && MeantMuted().IsMatch(text))
        {
            // 不是删掉，是静音.
            return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"撤销，{gone.TotalSeconds:0.##}秒到{until.TotalSeconds:0.##}秒静音");
        }

        if (last is Reverse && Forwards().IsMatch(text))
        {
            // 还是正着放吧, after it was reversed.
            return "撤销";
        }

        if (EarlierOne().IsMatch(text))
        {
            return situation.CanRedo ? "重做" : "撤销";
        }

        if (last is SetMusic { Start: not null } && MusicEnd().Match(text) is { Success: true } end)
        {
            return "音乐在" + end.Groups["time"].Value + "停掉";
        }

        if (last is PlaceFile { As: FileRole.Music } or SetMusic or SetVolume { Track: Track.Music } && MusicStart().Match(text) is { Success: true } begin)
        {
            // 从第5秒进来, after the music was spoken of.
            return "音乐从" + begin.Groups["time"].Value + "开始";
        }

        return last is PlaceFile { As: FileRole.Logo } or SetLogo && situation.Project?.Overlays is [var logo] && OtherCorner().IsMatch(text) ? "logo " + Mirrored(logo.Corner) : null;
    }

    private static bool TakesAway(Edit edit) => edit is RemoveTitles or RemoveCaptions or RemoveMusic or RemoveItem or CutRanges or SetVisual { Style: VisualStyle.None } or SetLogo { Remove: true } or SetProgressBar { On: false } or SetVolume { Level: 0 };

    /// <summary>What was taken away and may come back another way.</summary>
    private static string? NameOf(Edit edit) => edit switch
    {
        RemoveMusic => "音乐",
        RemoveTitles => "标题",
        RemoveCaptions => "字幕",
        SetVisual => "波形",
        SetLogo => "水印",
        _ => null,
    };

    private static string Mirrored(Corner corner) => corner switch
    {
        Corner.TopLeft => "top right",
        Corner.TopRight => "top left",
        Corner.BottomLeft => "bottom right",
        _ => "bottom left",
    };

    [GeneratedRegex(@"\b(?<it>it|this|that) (?:as|in) (?:the |a )?background\b(?! (?:music|song|track|picture|image|colou?r))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ItAsBackground();

    [GeneratedRegex(@"^\W*((i|we) (also )?(have|got|made|recorded) (this|an?|another|our|my)( \w+){1,2}[,.;]? )?((and|then|also|now|ok|please|can|you|put|add|place|stick|play) )*(this|that|it|the|my|our|an?)( new| same)?( one| clip| file| video| part| recording| outro| ending| sign-?off| closing| credits?)? ((should |must )?(goes |comes |go |come ))?((at|to|on|in) the (very )?(end|back)|last|after it|after that|after me|behind it)( please)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtEnd();

    /// <summary>"my intro jingle goes in front".</summary>
    [GeneratedRegex(@"^\W*((i|we) (also )?(have|got|made|recorded) (this|an?|another|our|my)( \w+){1,2}[,.;]? )?((and|then|also|now|ok|please|can|you|put|add|place|stick|play) )*(this|that|it|the|my|our|an?)( new| short| little)?( intro| opening| opener| theme)?( jingle| clip| file| recording| one| tune| sting(er)?| ad| advert| message| greeting| song| part)? ((should |must )?(goes |comes |go |come |plays? |starts ))?(in front|up front|(at|to|in) the front|(right )?before (it|that|me|the (talk|episode|recording|podcast|show|rest|other( one)?)|everything|i (talk|speak|start))|first|at the (very )?(start|beginning))( of (it|the (episode|recording|podcast|talk|show)))?( please)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtFront();

    /// <summary>"intro music please, this one, 6 seconds then fade out".</summary>
    [GeneratedRegex(@"^\W*((and|now|ok|add|use|with|some|an?|my|our) )*(intro|opening) (music|jingle|song|tune)\W+((please|pls|this one|this|it|here|just|only|for|about|the first)\W+)*(?<time>\d+ ?(s|secs?|seconds?))(\W+(long|then|and|with|it|a|should))*(?<fade>\W+fades?( it)?( out)?)?( please)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IntroMusic();

    /// <summary>"I forgot one photo, put it after the first".</summary>
    [GeneratedRegex(@"\b(put|add|show|insert|place) (it|this|that)( one| photo| picture)? ((?<first>first|in front|(at|to|in) the (very )?(start|beginning|front))|(after|(?<before>before)) the (?<n>first|second|third|[123](st|nd|rd)?)( one| photo| picture)?)( please)?\W*$|^\W*(?:把)?(?:这张|这个|新的?|它)(?:图片?|照片)?(?:也)?(?:加进去|加上|放进去)?[，, ]*(?:放|加|排|插|摆)(?:到|在)?(?<first>第一张?|最?前面?|最开头|开头)(?:吧|去)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BesideSlide();

    /// <summary>"add this meme sound at 0:08".</summary>
    [GeneratedRegex(@"^\W*((and|then|also|now|ok|please|can|you|could) )*(add|put|play|insert|drop|stick|throw) (this|that|it|the|a|my)( \w+){0,3} (at|on|from|in at) (?<time>\d+:\d\d|\d+ ?(s|secs?|seconds?))( please)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtMoment();

    [GeneratedRegex(@"^\W*(?:把|将|请|帮我|让)*(?:这首歌?|这个|这段|它|这首曲子|这段音乐|这个音乐|歌|音乐)?(?:给我)?(?:放|接|加|拼|插|播)(?:到|在|去)?(?:视频|影片|片子|播客|录音|整个视频|说话)?的?(?:最后面?|末尾|结尾|片尾|后面|最前面?|开头|片头|前面)(?:播放|放|吧|就行|就好|去)*\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex AtEdge();

    [GeneratedRegex(@"^\W*((and|then|also|now|ok|please|put|add|place|stick|pop) )*(this|that|it)( one| picture| image| pic)? (?<where>(in|into) (the|a|that|one)( (top|bottom|upper|lower|left|right))* corner)( please)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InCorner();

    [GeneratedRegex(@"^\W*(?:(?:use|put|play|take|have|and|ok|please) )*(?:this|that|it)(?: one| track| song| jingle| music)? (?:as|for) (?:the |an? |my |our )?(?:intro|opening)(?: music| jingle| tune| song)?,?(?: for(?: the first)?| just the first| only the first| first)? ?(?<time>\d+ ?(?:s|secs?|seconds?))?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AsIntro();

    [GeneratedRegex(@"(?:\b(?:put|play|lay|run|use|add|stick|slide|set|have) |^\W*)(?:this|that|it)(?: one| track| song| tune| music)? (?:under|underneath|beneath|below|behind)(?: (?:the|my) (?:video|clip)| it| that| everything| all of it| the talk\w*| the voice| me| my voice| us| the rest| the whole thing)?(?! \w*title| \w*text)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UnderIt();

    [GeneratedRegex(@"^\W*(把|用|拿|就)?(这个|这首|它|这段|这首歌|呢首|呢个)?(当|做|作为|作|做为)(一下)?背景(吧|就好|就行|好了)?\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex AsGround();

    /// <summary>配这个，轻一点.</summary>
    [GeneratedRegex(@"^\W*(?:给它|给视频|就|再)?(?:配上?|垫上?|衬上?)(?:这个|这首歌?|这段)(?=$|[，,。！!吧])", RegexOptions.CultureInvariant)]
    private static partial Regex Beside();

    [GeneratedRegex(@"^\W*(?:音乐|背景音乐|bgm|把音乐|把bgm|把背景音乐|再|那|就|还是|给我|帮我)*(?:换成?|改成|改用|用|换用|换上)(?:这|那|呢)(?:一)?(?:首|个|段)(?:歌|音乐|曲子)?(?:吧|试试|好了)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InItsPlace();

    [GeneratedRegex(@"^\W*(?:(?:不对|不是|错了|搞错了|弄错了|说错了)[，, 。]*)+(?:我说的是|应该是|应该|是|要|第[一二三123]段|那一?段|这一?段)*(?<times>(?:前面?|后面?|最后|开头|结尾|第)?[\d一二两三四五六七八九十半:]+(?:秒|分|[到至\-~]|[\d一二两三四五六七八九十半:])*(?:秒钟?|分钟?)?)(?:吧|才对|啊|呀)*\W*$|^\W*(?:(?:no|wrong|nope|sorry|not that|oops|whoops|wait|actually|my bad|my mistake|undo|undo that|take that back|i meant?)\W+)+(?:(?:it'?s|it should be|i meant?|make it|only|just|cut only|cut just|cut)\W+)*(?<times>(?:the )?(?:first|last) \d+(?: ?(?:s|secs?|seconds?))?|\d+:\d+ ?(?:to|-|–) ?\d+:\d+)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CorrectedTime();

    [GeneratedRegex(@"^\W*(?:不对|错了|，|,| )*(?:我)?(?:不是|没)(?:让你|要你|叫你|要|说)?(?:剪|删|去|切)(?:掉|了)?[，, ]*(?:我?(?:是|要|说的是|要的是)|只是|只要)(?:静音|消音|哔掉)(?:就好|就行|了|啊)?\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex MeantMuted();

    [GeneratedRegex(@"^\W*(?:到|在)(?<time>[\d一二两三四五六七八九十半:分秒]+)(?:钟|的时候|那里)?(?:结束|停|停掉|为止|停下来?|没)(?:吧|了)?\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex MusicEnd();

    [GeneratedRegex(@"^\W*(?:让它|它)?(?:从|到|在)?(?<time>第?[\d一二两三四五六七八九十半:]+(?:秒|分)[\d一二两三四五六七八九十半秒]*)钟?(?:的时候|那里)?(?:再|才)?(?:开始)?(?:进来|进|响起?|出来|响起来|起)(?:吧|就好)?\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex MusicStart();

    [GeneratedRegex(@"^\W*(?:我?觉得|感觉)?(?:还是|用回|回到)?(?:刚才|刚刚|之前|上一)(?:那|个|的)*(?:版本?|个)(?:比较|更)?(?:好看?|吧|好些|好一点)\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex EarlierOne();

    [GeneratedRegex(@"^\W*(?:算了|还是|那|不对|就|，|,| )*(?:正着|正常|正过来)(?:地)?(?:放|播放|播)?(?:吧|好了|就好|就行)?\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex Forwards();

    /// <summary>后面那段, of two clips.</summary>
    [GeneratedRegex(@"[前后]面(?:的?那|这)一?[段个](?:视频)?(?!.*[秒分\d])", RegexOptions.CultureInvariant)]
    private static partial Regex EdgeOne();

    [GeneratedRegex(@"中间(?:那|这|的)一?[段个張张](?!.*[秒分\d])", RegexOptions.CultureInvariant)]
    private static partial Regex MiddleOne();

    [GeneratedRegex(@"^\W*((no|oh|actually|hmm|wait|ok|sorry|on second thoughts?|then|well)\W+)*(keep (it|that|them)( in| there)?|put (it|that|them) back( in)?|bring (it|that|them) back|i want (it|that|them) back|leave (it|that|them) (in|there))( please)?\W*$|^\W*(哎呀?|诶|算了|还是|那|不|不对|唔|都系|等等|，|,| )*(留着|留下|留住|保留|别删|别去掉|别剪|不删|不去掉|不剪|放回去|加回来|加回去|留返)(它|这个|那个)?(吧|了|好了|比较好|好|啦)*\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Keeping();

    [GeneratedRegex(@"^\W*(?:算了|还是|那|不|不对|又|再|把它|，|,| )*(?:留着|留下|保留|别删|别去掉|放回去|放回来|加回来|加回去|加上)(?:它|这个|那个)?(?:吧|了|好了)*[，, ]*(?:但是?|不过|只是|就是)(?<how>(?:要|得|可以)?(?:(?<less>别太|不要太|不能太)|很|更|再|稍微|弄|放|调)*(?<word>小声|大声|轻|小|大|淡|响|吵|亮|暗|细)(?:一?点|些|了)?|[^，。,]{1,10})\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex KeepingBut();

    [GeneratedRegex(@"^\W*((no|actually|hmm|ok|put it|move it|in|into|to|try)\W+)*the other (corner|side)( please)?\W*$|^\W*(不对|不是|放|换|移|挪|到|去|，|,)*(另一个|另外一个|另一|对面的?|另一边的?)(角落?|边)(吧|去)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherCorner();
}
