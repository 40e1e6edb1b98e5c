using System.Text.RegularExpressions;
using NemoBot.Core.Media;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Rewording;

/// <summary>Completes the few words that come with a file: "and this one at the end", "this in the corner".</summary>
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

        return situation.NewFiles is [var file] ? WithFile(text, file, situation) ?? text : text;
    }

    private static string? WithFile(string text, Asset file, Situation situation) => file.Facts.Kind switch
    {
        // A sound has no picture that could follow those of a video.
        MediaKind.Audio when situation.Project is { } project && MainMaterial.ShowsVideo(project) && (AtEnd().IsMatch(text) || AtEdge().IsMatch(text)) => "音乐，先放音乐再说话",
        MediaKind.Video or MediaKind.Image when situation.Project is { Slides.Count: > 0 } && AtEnd().IsMatch(text) => "use this too",
        MediaKind.Audio when situation.Project is { } talk && !MainMaterial.ShowsVideo(talk) && AtFront().IsMatch(text) => "put it before the recording",
        MediaKind.Audio when AtMoment().Match(text) is { Success: true } moment => $"use it as background music at 100% from {moment.Groups["time"].Value}",
        MediaKind.Audio or MediaKind.Video when AtEnd().IsMatch(text) || AtEdge().Match(text) is { Success: true } edge && IsAfter(edge.Value) => Continuation.IsChinese(text) ? "接在最后面" : "append it at the end",
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

    [GeneratedRegex(@"\b(?<it>it|this|that) (?:as|in) (?:the |a )?background\b(?! (?:music|song|track|picture|image|colou?r))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ItAsBackground();

    [GeneratedRegex(
        @"^\W*((i|we) (also )?(have|got|made|recorded) (this|an?|another|our|my)( \w+){1,2}[,.;]? )?((and|then|also|now|ok|please|can|you|put|"
        + @"add|place|stick|play) )*(this|that|it|the|my|our|an?)( new| same)?( one| clip| file| video| part| recording| outro| ending|"
        + @" sign-?off| closing| credits?)? ((should |must )?(goes |comes |go |come ))?((at|to|on|in) the (very )?(end|back)|last|after it|"
        + @"after that|after me|behind it)( please)?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtEnd();

    /// <summary>"my intro jingle goes in front".</summary>
    [GeneratedRegex(
        @"^\W*((i|we) (also )?(have|got|made|recorded) (this|an?|another|our|my)( \w+){1,2}[,.;]? )?((and|then|also|now|ok|please|can|you|put|"
        + @"add|place|stick|play) )*(this|that|it|the|my|our|an?)( new| short| little)?( intro| opening| opener| theme)?( jingle| clip| file|"
        + @" recording| one| tune| sting(er)?| ad| advert| message| greeting| song|"
        + @" part)? ((should |must )?(goes |comes |go |come |plays? |starts ))?(in front|up front|(at|to|in) the front|"
        + @"(right )?before (it|that|me|the (talk|episode|recording|podcast|show|rest|other( one)?)|everything|i (talk|speak|start))|first|"
        + @"at the (very )?(start|beginning))( of (it|the (episode|recording|podcast|talk|show)))?( please)?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtFront();

    /// <summary>"intro music please, this one, 6 seconds then fade out".</summary>
    [GeneratedRegex(
        @"^\W*((and|now|ok|add|use|with|some|an?|my|our) )*(intro|opening) (music|jingle|song|"
        + @"tune)\W+((please|pls|this one|this|it|here|just|only|for|about|the first)\W+)*(?<time>\d+ ?(s|secs?|seconds?))"
        + @"(\W+(long|then|and|with|it|a|should))*(?<fade>\W+fades?( it)?( out)?)?( please)?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IntroMusic();

    /// <summary>"I forgot one photo, put it after the first".</summary>
    [GeneratedRegex(
        @"\b(put|add|show|insert|place) (it|this|that)( one| photo|"
        + @" picture)? ((?<first>first|in front|(at|to|in) the (very )?(start|beginning|front))|"
        + @"(after|(?<before>before)) the (?<n>first|second|third|[123](st|nd|rd)?)( one| photo| picture)?)( please)?\W*$|"
        + @"^\W*(?:把)?(?:这张|这个|新的?|它)(?:图片?|照片)?(?:也)?(?:加进去|加上|放进去)?[，, ]*(?:放|加|排|插|摆)(?:到|在)?(?<first>第一张?|最?前面?|最开头|开头)(?:吧|去)?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BesideSlide();

    /// <summary>"add this meme sound at 0:08".</summary>
    [GeneratedRegex(
        @"^\W*((and|then|also|now|ok|please|can|you|could) )*(add|put|play|insert|drop|stick|throw) (this|that|it|the|a|my)( \w+){0,3} (at|on|"
        + @"from|in at) (?<time>\d+:\d\d|\d+ ?(s|secs?|seconds?))( please)?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtMoment();

    [GeneratedRegex(
        @"^\W*(?:把|将|请|帮我|让)*(?:这首歌?|这个|这段|它|这首曲子|这段音乐|这个音乐|歌|音乐)?(?:给我)?(?:放|接|加|拼|插|播)(?:到|在|去)?(?:视频|影片|片子|播客|录音|整个视频|说话)?的?(?:最后面?|末尾|结尾|"
        + @"片尾|后面|最前面?|开头|片头|前面)(?:播放|放|吧|就行|就好|去)*\W*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex AtEdge();

    [GeneratedRegex(
        @"^\W*((and|then|also|now|ok|please|put|add|place|stick|pop) )*(this|that|it)( one| picture| image|"
        + @" pic)? (?<where>(in|into) (the|a|that|one)( (top|bottom|upper|lower|left|right))* corner)( please)?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InCorner();

    [GeneratedRegex(
        @"^\W*(?:(?:use|put|play|take|have|and|ok|please) )*(?:this|that|it)(?: one| track| song| jingle| music)? (?:as|for) (?:the |an? |my |"
        + @"our )?(?:intro|opening)(?: music| jingle| tune| song)?,?(?: for(?: the first)?| just the first| only the first|"
        + @" first)? ?(?<time>\d+ ?(?:s|secs?|seconds?))?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AsIntro();

    [GeneratedRegex(
        @"(?:\b(?:put|play|lay|run|use|add|stick|slide|set|have) |^\W*)(?:this|that|it)(?: one| track| song| tune| music)? (?:under|"
        + @"underneath|beneath|below|behind)(?: (?:the|my) (?:video|clip)| it| that| everything| all of it| the talk\w*| the voice| me|"
        + @" my voice| us| the rest| the whole thing)?(?! \w*title| \w*text)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UnderIt();

    [GeneratedRegex(@"^\W*(把|用|拿|就)?(这个|这首|它|这段|这首歌|呢首|呢个)?(当|做|作为|作|做为)(一下)?背景(吧|就好|就行|好了)?\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex AsGround();

    /// <summary>配这个，轻一点.</summary>
    [GeneratedRegex(@"^\W*(?:给它|给视频|就|再)?(?:配上?|垫上?|衬上?)(?:这个|这首歌?|这段)(?=$|[，,。！!吧])", RegexOptions.CultureInvariant)]
    private static partial Regex Beside();

    [GeneratedRegex(@"^\W*(?:音乐|背景音乐|bgm|把音乐|把bgm|把背景音乐|再|那|就|还是|给我|帮我)*(?:换成?|改成|改用|用|换用|换上)(?:这|那|呢)(?:一)?(?:首|个|段)(?:歌|音乐|曲子)?(?:吧|试试|好了)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InItsPlace();

    /// <summary>后面那段, of two clips.</summary>
    [GeneratedRegex(@"[前后]面(?:的?那|这)一?[段个](?:视频)?(?!.*[秒分\d])", RegexOptions.CultureInvariant)]
    private static partial Regex EdgeOne();

    [GeneratedRegex(@"中间(?:那|这|的)一?[段个張张](?!.*[秒分\d])", RegexOptions.CultureInvariant)]
    private static partial Regex MiddleOne();
}
