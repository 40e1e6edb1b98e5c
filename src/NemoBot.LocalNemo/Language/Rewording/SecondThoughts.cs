using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Rewording;

/// <summary>Completes the few words that correct what was just done: 还是留着吧 after a removal, 不对，是前20秒 after a cut.</summary>
internal static partial class SecondThoughts
{
    private const int Longest = 50;

    /// <summary>What a message may correct, by the last edit; the first that fits is meant.</summary>
    private static readonly Func<string, Situation, Edit, string?>[] Rules =
    [
        Keep, KeepChanged, CutCorrections.Complete, Forward, Earlier, EndOfMusic, StartOfMusic, EndOfTitle, EndOfText, GradientOver, OtherTurn, OtherCornerOfLogo, OtherSide, BackInMiddle,
    ];

    /// <summary>The message in words that name what is meant.</summary>
    public static string Complete(string text, Situation situation) =>
        text.Length <= Longest && situation is { HasMaterial: true, NewFiles.Count: 0, LastEdits: [.., var last] }
            ? Rules.Select(r => r(text, situation, last)).FirstOrDefault(t => t is not null) ?? text
            : text;

    private static string? Keep(string text, Situation situation, Edit last) =>
        !situation.IsAsked && TakesAway(last) && (Keeping().IsMatch(text) || (WantedBack().Match(text) is { Success: true } back && IsOf(back, last))) ? Continuation.IsChinese(text) ? "撤销" : "undo" : null;

    /// <summary>还是加回来吧，但要很轻.</summary>
    private static string? KeepChanged(string text, Situation situation, Edit last)
    {
        if (!situation.IsAsked && TakesAway(last) && KeptBut().Match(text) is { Success: true } kept && EnglishNameOf(last) is { } thing)
        {
            return $"undo. {thing} {kept.Groups["how"].Value}";
        }

        if (situation.IsAsked || !TakesAway(last) || KeepingBut().Match(text) is not { Success: true } but || NameOf(last) is not { } name)
        {
            return null;
        }

        var how = but.Groups["word"] is not { Success: true } word ? but.Groups["how"].Value
            : but.Groups["less"].Success ? "太" + word.Value
            : word.Value + "一点";
        return "撤销，" + name + how;
    }

    /// <summary>还是正着放吧, after it was reversed.</summary>
    private static string? Forward(string text, Situation situation, Edit last) => last is Reverse && Forwards().IsMatch(text) ? "撤销" : null;

    private static string? Earlier(string text, Situation situation, Edit last) =>
        EarlierOne().IsMatch(text) && SpeaksOfBefore().IsMatch(text) ? situation.CanRedo ? "重做" : "撤销" : null;

    private static string? EndOfMusic(string text, Situation situation, Edit last) =>
        !(last is SetMusic or PlaceFile { As: FileRole.Music } || (last is SetVolume { Track: Track.Music } && text.Contains(" it ", StringComparison.OrdinalIgnoreCase))) ? null
        : last is SetMusic { Start: not null } && MusicEnd().Match(text) is { Success: true } end ? "音乐在" + end.Groups["time"].Value + "停掉"
        : MusicStop().Match(text) is { Success: true } stop ? "stop the music at " + stop.Groups["time"].Value + (stop.Groups["bare"].Success ? " seconds" : "")
        : null;

    /// <summary>不对，到25秒, after a title got its time.</summary>
    private static string? EndOfTitle(string text, Situation situation, Edit last) =>
        last is AddTitle { Look.To: not null } or SetTitle { Look.To: not null } && TitleEnd().Match(text) is { Success: true } end ? "标题第" + end.Groups["time"].Value + "消失" : null;

    /// <summary>5秒后去掉, after a title was spoken of: nothing of the video goes.</summary>
    private static string? EndOfText(string text, Situation situation, Edit last) =>
        (last is AddTitle or SetTitle || situation.Focus == Subject.Title) && situation.Project!.Titles.Count > 0 && GoneLater().Match(text) is { Success: true } gone
            ? "标题第" + gone.Groups["time"].Value + "消失" : null;

    /// <summary>反过来, after a gradient of two colors.</summary>
    private static string? GradientOver(string text, Situation situation, Edit last) =>
        last is SetBackground { Kind: BackgroundKind.Gradient } && situation.Project?.Background is { Kind: BackgroundKind.Gradient, SecondColor: { } second } ground && TurnedOver().IsMatch(text)
            ? $"背景渐变从{second}到{ground.Color}" : null;

    /// <summary>转反了，往另一边, after a quarter turn.</summary>
    private static string? OtherTurn(string text, Situation situation, Edit last) =>
        last is SetPictureLook { Turns: not null } && TurnedWrong().IsMatch(text) ? "画面旋转180度" : null;

    [GeneratedRegex(@"^\W*(?:不对|不是|错了|又|方向|转|好像|[，, ])*(?:转反了?|转错(?:方向|边)?了?|反了|方向(?:错|反)了?|(?:往|向|转)?另(?:外)?一(?:边|个方向)|不是这边)[，, ]*(?:(?:要)?(?:往|向|转)?另(?:外)?一(?:边|个方向)(?:转)?|转回来)?(?:吧|才对|啊)*\W*$|^\W*(?:(?:no|nope|nah|oh|oops|sorry|that'?s|thats|it'?s|its|turned|rotated|rotate|turn|it|hmm|to|in|now|please)\W+)*(?:the )?(?:wrong (?:way|direction|side)(?: round| around)?|(?:other|opposite) (?:way|direction)(?: round| around)?|other side)(?: please| pls| then| instead)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TurnedWrong();

    [GeneratedRegex(@"^\W*(?:还是|把|两个|颜色|渐变|方向|上下|要)*(?:反过来|倒过来|颠倒(?:一下|过来)?|对调(?:一下)?|换过来|反一下|掉个头|调个头)(?:吧|试试|看看)?\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex TurnedOver();

    [GeneratedRegex(@"^\W*(?:不对|错了|不是|不|改成|还是|应该|是|要|[，, ])*到第?(?<time>[\d.一二两三四五六七八九十半:]+(?:秒钟?|分钟?)[\d一二两三四五六七八九十半秒]*)(?:消失|结束|为止|才对|就行|就好|吧)*\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex TitleEnd();

    /// <summary>从第5秒进来, after the music was spoken of.</summary>
    private static string? StartOfMusic(string text, Situation situation, Edit last) =>
        last is PlaceFile { As: FileRole.Music } or SetMusic or SetVolume { Track: Track.Music } && MusicStart().Match(text) is { Success: true } begin
            ? "音乐从" + begin.Groups["time"].Value + "开始"
            : null;

    private static string? OtherCornerOfLogo(string text, Situation situation, Edit last) =>
        last is PlaceFile { As: FileRole.Logo } or SetLogo && situation.Project?.Overlays is [var logo] && OtherCorner().IsMatch(text)
            ? "logo " + Mirrored(logo.Corner)
            : null;

    /// <summary>"no, the other side", after the title or the picture went to one.</summary>
    private static string? OtherSide(string text, Situation situation, Edit last) => !OtherCorner().IsMatch(text) ? null : last switch
    {
        SetTitle { Look.Side: HorizontalPlace.Left } or AddTitle { Look.Side: HorizontalPlace.Left } => "title on the right",
        SetTitle { Look.Side: HorizontalPlace.Right } or AddTitle { Look.Side: HorizontalPlace.Right } => "title on the left",
        SetPicture { Side: HorizontalPlace.Left } => "picture on the right",
        SetPicture { Side: HorizontalPlace.Right } => "picture on the left",
        _ => null,
    };

    /// <summary>"back in the middle", after the picture went to a side.</summary>
    private static string? BackInMiddle(string text, Situation situation, Edit last) =>
        last is SetPicture { Side: HorizontalPlace.Left or HorizontalPlace.Right } && Middle().IsMatch(text) ? "picture in the middle" : null;

    private static bool TakesAway(Edit edit) => edit is RemoveTitles or RemoveCaptions or RemoveMusic or RemoveSilence or RemoveItem or CutRanges
        or SetVisual { Style: VisualStyle.None } or SetLogo { Remove: true } or SetProgressBar { On: false } or SetVolume { Level: 0 } or SetPictureLook { Saturation: 0 };

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

    private static string? EnglishNameOf(Edit edit) => edit switch
    {
        RemoveMusic => "music",
        RemoveTitles => "title",
        RemoveCaptions => "captions",
        SetVisual => "waveform",
        SetLogo => "logo",
        SetVolume { Track: Track.Main } => "sound",
        _ => null,
    };

    /// <summary>"no sorry, leave it but quieter", after the music was taken away.</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:no|sorry|oh|oops|wait|actually|hmm|ok|on second thoughts?)\W+)*(?:keep|leave|bring back|put back)(?: it| that| them)?(?: in| there| back)*,? (?:but|just|only) (?:make it |a bit |a little |much |way )*(?<how>quieter|softer|louder|lower|smaller|bigger|thinner|shorter|lighter|darker)\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex KeptBut();

    /// <summary>What is wanted back is what was taken away.</summary>
    private static bool IsOf(Match back, Edit last) => back.Groups[last switch
    {
        RemoveTitles => "title",
        RemoveCaptions => "captions",
        RemoveMusic => "music",
        SetVisual => "visual",
        SetLogo => "logo",
        SetProgressBar => "bar",
        RemoveSilence => "silence",
        SetVolume { Track: Track.Main } => "sound",
        SetPictureLook => "color",
        _ => "none",
    }].Success;

    /// <summary>"oh no bring the title back", "i still want the sound".</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:no|nope|nah|oh|oops|wait|actually|hmm|sorry|ok|please|can you|could you|but)\W+)*(?:(?:bring|put|get|give me|i want|i need|i'd like|take)(?<back> back)? |i (?:still|do|did) (?:still )?(?:want|need) )(?:the |my |our )?(?:old )?"
        + @"(?:(?<title>titles?|text)|(?<captions>captions|subtitles|subs)|(?<music>(?:background )?music|song)|(?<visual>waveform|wave|bars|visualizer|circle|line)|(?<logo>logo|watermark)|(?<bar>progress bar)|(?<sound>sound|audio|voice)|(?<silence>pauses|gaps|silences?)|(?<color>colou?rs?))"
        + @"(?(back)|(?:(?<=i (?:still|do|did) .*)| back| again))(?: please| pls| in)?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WantedBack();

    [GeneratedRegex(@"^\W*(?:让它|把它|它)?(?:到|在)?第?(?<time>[\d一二两三四五六七八九十半.]+秒)(?:钟)?(?:之后|以后|后|的时候)(?:就|再|让它|把它)*(?:去掉|拿掉|撤掉|消失|不要|隐藏|没|关掉|收起来)(?:了|吧|就行|就好)*\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex GoneLater();

    private static string Mirrored(Corner corner) => corner switch
    {
        Corner.TopLeft => "top right",
        Corner.TopRight => "top left",
        Corner.BottomLeft => "bottom right",
        _ => "bottom left",
    };

    [GeneratedRegex(@"^\W*(?:(?:no|ok|okay|hmm|actually|nah|put it|move it|and|now)\W+)*(?:back )?(?:in|into|to) the (?:middle|cent(?:er|re))(?: again)?(?: please| pls)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Middle();

    [GeneratedRegex(@"^\W*(?:到|在)(?<time>[\d一二两三四五六七八九十半:分秒]+)(?:钟|的时候|那里)?(?:结束|停|停掉|为止|停下来?|没)(?:吧|了)?\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex MusicEnd();

    /// <summary>"and stop at 50", after its start was said.</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:and|then|ok|also|let it|have it|it should)\W+)*(?:stop|end|finish|cut|go away|be over|until|till)s?(?: it)?(?: again)? ?(?:at|by|on)? (?<time>\d+:\d\d|\d+(?:\.\d+)? ?(?:s|secs?|seconds?)\b|(?<bare>\d+))(?: please| pls)?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MusicStop();

    [GeneratedRegex(
        @"^\W*(?:让它|它)?(?:从|到|在)?(?<time>第?[\d一二两三四五六七八九十半:]+(?:秒|分)[\d一二两三四五六七八九十半秒]*)钟?(?:的时候|那里)?(?:再|才)?(?:开始)?(?:进来|进|响起?|出来|响起来|起)(?:吧|"
        + @"就好)?\W*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex MusicStart();

    [GeneratedRegex(
        @"^\W*(?:我?觉得|感觉|弄错了?|搞错了?|[，, ])*(?:还是|用回|回到)?(?:刚才|刚刚|之前|上一|原来)(?:那|个|的)*(?:版本?|个)?(?:比较|更)?(?:好看?|吧|好些|好一点)(?:了|啊|呢)?\W*$"
        + @"|^\W*(?:(?:no|nah|nope|ugh|oh|hmm|oops|sorry|mistake|wrong|my (?:mistake|bad)|actually|wait|that was a mistake|i think|please|back to|use|take|i want|i prefer(?:red)?|i liked?)\W+)*"
        + @"(?:(?:it|that|this|before|the (?:one|version) before)(?: was| looked| is| looks)(?: much| way| a lot| so| really)? (?:better|nicer|good|fine|ok|right|prettier)(?: before| the way it was)?|the (?:previous|earlier|one before)(?: one| version| look)?(?: was| is| looked)?(?: much| way)?(?: better| nicer| more| good)?|previous (?:one|version|look)|(?:like|as) before)\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EarlierOne();

    /// <summary>"that is better" praises what is there now.</summary>
    [GeneratedRegex(@"\b(?:before|previous|earlier)\b|[刚之上原]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SpeaksOfBefore();

    [GeneratedRegex(@"^\W*(?:算了|还是|那|不对|就|，|,| )*(?:正着|正常|正过来)(?:地)?(?:放|播放|播)?(?:吧|好了|就好|就行)?\W*$|^\W*(?:(?:no|ok|now|hmm|actually|play it|make it|go|put it|rather)\W+)*(?:forwards?|the right way(?: round| around)?|the normal way|normal direction)(?: again| please| pls)*\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Forwards();

    [GeneratedRegex(
        @"^\W*((no|nah|oh|oops|whoops|argh|actually|hmm|wait|ok|sorry|on second thoughts?|then|well)\W+)*(keep (it|that|them)( in| there)?|"
        + @"put (it|that|them) back( in)?|bring (it|that|them) back|i want (it|that|them) back|leave (it|that|them) (in|there))( please)?\W*$|"
        + @"^\W*(哎呀?|诶|算了|还是|那|不|不对|唔|都系|等等|等一下|先|，|,| )*(留着|留下|留住|保留|别删|别去掉|别剪|不删|不去掉|不剪|放回去|加回来|加回去|留返|再打开|打开吧|重新打开|开回来)(它|这个|那个)?(吧|了|好了|比较好|好|啦)*\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Keeping();

    [GeneratedRegex(
        @"^\W*(?:算了|还是|那|不|不对|又|再|把它|，|,| )*(?:留着|留下|保留|别删|别去掉|放回去|放回来|加回来|加回去|加上)(?:它|这个|那个)?(?:吧|了|好了)*[，, ]*(?:但是?|不过|只是|"
        + @"就是)(?<how>(?:要|得|可以)?(?:(?<less>别太|不要太|不能太)|很|更|再|稍微|弄|放|调)*(?<word>小声|大声|轻|小|大|淡|响|吵|亮|暗|细)(?:一?点|些|了)?|[^，。,]{1,10})\W*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex KeepingBut();

    [GeneratedRegex(
        @"^\W*((no|actually|hmm|ok|put it|move it|in|into|to|try)\W+)*the other (corner|side)( please)?\W*$|"
        + @"^\W*(不对|不是|放|换|移|挪|到|去|，|,)*(另一个|另外一个|另一|对面的?|另一边的?)(角落?|边)(吧|去)?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherCorner();
}
