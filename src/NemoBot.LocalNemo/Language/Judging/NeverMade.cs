using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Judging;

/// <summary>Finds wishes for what is not made at all, whatever else the clause names: 发小红书的文案帮我写一段 changes no shape.</summary>
internal static partial class NeverMade
{
    /// <summary>What is wished for; null: nothing of these.</summary>
    public static Inability? In(Clause clause)
    {
        if (OwnMark().IsMatch(clause.Text) || OwnThing().IsMatch(clause.Text))
        {
            return Inability.Watermark;
        }

        if (SomeRepeats().IsMatch(clause.Text))
        {
            return Inability.ReverseRepeat;
        }

        if (IsInstrumental(clause) || (Singing().IsMatch(clause.Text) && !clause.HasFree(TokenKind.Quote)))
        {
            return Inability.Separate;
        }

        if (Offers().IsMatch(clause.Text) && !clause.HasFree(TokenKind.Quote))
        {
            return Inability.Variants;
        }

        if (HeldFrame().IsMatch(clause.Text) && !clause.HasFree(TokenKind.Quote))
        {
            return Inability.Freeze;
        }

        if (KnockSound().IsMatch(clause.Written) || (Effects().IsMatch(clause.Text) && !clause.Has(Concept.Remove, Concept.Not, Concept.Cut)))
        {
            return Inability.Sounds;
        }

        if (Instrument().IsMatch(clause.Text) && !clause.HasFree(TokenKind.Quote) && !clause.HasFree(TokenKind.File) && !clause.HasFree(TokenKind.Colon)
            && !clause.Has(Concept.Title, Concept.Captions, Concept.Image, Concept.Images, Concept.Cover, Concept.Background, Concept.Add))
        {
            return Inability.Separate;
        }

        if (clause.HasFree(TokenKind.Quote) || clause.HasFree(TokenKind.Colon) || clause.Has(Concept.Remove, Concept.Not, Concept.No))
        {
            return null;
        }

        return Countdown().IsMatch(clause.Text) ? Inability.Countdown
            : HiddenFace().IsMatch(clause.Text) ? Inability.HiddenFace
            : BlackScreen().IsMatch(clause.Text) ? Inability.Gap
            : ScanCode().IsMatch(clause.Text) ? Inability.ScanCode
            : Retouch().IsMatch(clause.Text) ? Inability.Retouch
            : OtherVoice().IsMatch(clause.Text) ? Inability.Voice
            : Acting().IsMatch(clause.Text) ? Inability.Footage
            : Flash().IsMatch(clause.Text) && !clause.Has(Concept.Title, Concept.Captions) ? Inability.Flash
            : Writing().IsMatch(clause.Text) ? Inability.Writing : LookIn(clause);
    }

    /// <summary>把人声去掉做成伴奏: what is sung and what is played are one sound.</summary>
    public static bool IsInstrumental(Clause clause) => Instrumental().IsMatch(clause.Text) && !clause.HasFree(TokenKind.Quote);

    [GeneratedRegex(
        "(?:做|弄|变|转|搞|改|处理|制作|生成|提取)(?:成|出)(?:一?个|一?首|纯|段)?(?:伴奏(?:版|带)?|无人声版?|纯音乐版)(?:吧|了|的|来)*$"
        + @"|\b(?:karaoke|instrumental) (?:version|track|mix)\b|\bmake (?:it|this|that|the song) (?:an )?instrumental\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Instrumental();

    /// <summary>去掉原唱, "only the vocals".</summary>
    [GeneratedRegex(
        "(?:去掉?|消掉?|除掉?|抹掉?|拿掉|抽掉|剔除|关掉|删掉?|不要)(?:里面?的?|歌里的?)?(?:原唱|主唱|歌声|唱的(?:声音|部分)|歌手的?(?:声音|人声))|(?:原唱|主唱|歌声|唱的(?:声音|部分)|歌手的?(?:声音|人声))(?:都|给我|全)*(?:去掉?|消掉?|除掉?|抹掉?|拿掉|抽掉|剔除|关掉|删掉?|不要)"
        + @"|\b(?:remove|strip|take out|get rid of|isolate|extract|only|just) (?:the )?(?:lead )?(?:vocals?|singing)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Singing();

    /// <summary>出三个配色我挑挑, "give me three color options to pick from".</summary>
    [GeneratedRegex(
        "(?:出|做|给|来|弄|搞|整|生成|设计)[^，。“]{0,4}?(?:[两二三四五六几多]|\\d)(?:个|种|套|版|款|份)[^，。“]{0,8}?(?:挑|选(?!项)|比一?比|对比|比较|参考)"
        + @"|\b(?:give|make|show|send|do|create|offer)(?: me| us)? (?:\w+ )?(?:two|three|four|five|several|different|a few|some|multiple|[2-9]) (?:[\w-]+ ){0,2}(?:options|variants|variations|alternatives|versions|mock-?ups)\b(?=.*\b(?:pick|choose|compare|select|decide)\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Offers();

    /// <summary>最后一个画面多停一会儿: of a video; a picture of a slideshow has a time of its own.</summary>
    [GeneratedRegex("(?:最后|结尾|末尾|第一|这|那)(?:的)?(?:一|1|个|那|这)*(?:帧|镜头|幕|(?<=最后.{0,3})画面)(?:画面)?(?:就|要|给我|能不能|可以|都|多|一直)*(?:定|停|冻|静止|不动|保持|固定)|(?:停|定|卡)在(?:最后|结尾)(?:一|的|那|个)*(?:帧|画面|镜头|幕)|画面(?:就)?(?:停|定|冻)在(?:最后|结尾)", RegexOptions.CultureInvariant)]
    private static partial Regex HeldFrame();

    /// <summary>Looks that nothing can have.</summary>
    private static Inability? LookIn(Clause clause) =>
        TextMotion().IsMatch(clause.Text) ? Inability.TextMotion
            : SeveralColors().IsMatch(clause.Text) ? Inability.LetterGradient
            : ColorChange().IsMatch(clause.Text) ? Inability.VisualGradient
            : Framed().IsMatch(clause.Text) && Frame().IsMatch(clause.Text) ? Inability.Frame
            : Sorted().IsMatch(clause.Text) ? Inability.PictureOrder
            : MotionSpeed().IsMatch(clause.Text) ? Inability.MotionSpeed
            : OutlineWidth().IsMatch(clause.Text) ? Inability.OutlineWidth
            : ProgressLook().IsMatch(clause.Text) ? Inability.ProgressLook : null;

    [GeneratedRegex("^(?:标题|文字|字幕?|的)*(?:描边|勾边|轮廓)(?:线)?(?:再|要|有点|太|可以|能不能)*(?:粗|细|宽|厚|窄)(?:一?点|一?些|了)", RegexOptions.CultureInvariant)]
    private static partial Regex OutlineWidth();

    [GeneratedRegex("进度条(?:能不能|可以|要|再|太|有点)*(?:(?:放|移|挪|换)(?:到|在)?(?:画面|屏幕)?(?:最)?(?:上|顶|中|左|右)|(?:粗|细|高|厚|宽)(?:一?点|一?些|了))", RegexOptions.CultureInvariant)]
    private static partial Regex ProgressLook();

    [GeneratedRegex("(?:标题|文字|字(?!幕))[^，。“：:]{0,6}(?:闪烁|一闪一闪|闪一[下闪]|闪闪|闪动|跳动|抖动|弹跳|转圈|发光|霓虹|打字机|(?:一个字一个字|逐字)地?(?:打|出|蹦|冒|显)|竖着?(?:写|排)|纵排)|\\b(?:titles?|texts?|letters|words|heading|it|them)\\b(?: (?:should|to|must|can|could|that|please))* (?:blink(?:s|ing)?|wiggl(?:e|es|ing)|wobbl(?:e|es|ing)|shak(?:e|es|ing))\\b|\\bblinking (?:title|text|letters)\\b|\\btypewriter\\b(?! (?:font|letters|style font))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TextMotion();

    /// <summary>标题一半红一半白.</summary>
    [GeneratedRegex("(?:标题|文字|字(?!幕))[^，。“：:]{0,8}(?:(?:[两几多]种|不同)颜色|彩虹色|五颜六色)|(?:前半|一半|左半)[^，。]{0,3}[红黄蓝绿白黑金粉紫橙]色?[^，。]{0,2}(?:后半|一半|右半)[^，。]{0,3}[红黄蓝绿白黑金粉紫橙]", RegexOptions.CultureInvariant)]
    private static partial Regex SeveralColors();

    [GeneratedRegex("(?:波形|声波|频谱|柱子|线条|圆环)[^，。“：:]{0,8}(?:变颜色|(?<!渐)变色|彩色|五颜六色|[两几多]种颜色|彩虹)", RegexOptions.CultureInvariant)]
    private static partial Regex ColorChange();

    /// <summary>照片加上相框, 图片变成圆形; 封面做成圆形转起来 is a record.</summary>
    [GeneratedRegex(
        "(?:加|做成?|变成?|改成?|弄成?|裁成?|切成?|剪成?|换成?|套|镶)(?:上|了|个|一个|一圈|点)*(?:相框|画框|边框|白边|白框|圆框|圆形|圆角|圆的|心形)(?!.*(?:转|唱片|波形|声波|频谱))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Frame();

    [GeneratedRegex("照片|图|封面|logo|水印|[店台]标|标志|头像", RegexOptions.CultureInvariant)]
    private static partial Regex Framed();

    [GeneratedRegex("(?:照片|图片|顺序)[^，。]{0,4}(?:打乱|随机|乱序)|(?:照片|图片|顺序|^)[^，。]{0,2}按(?:照)?(?:拍摄|拍照)?的?(?:时间|日期|名字|文件名|名称)(?:的)?(?:顺序|先后)?(?:来)?(?:排|放)", RegexOptions.CultureInvariant)]
    private static partial Regex Sorted();

    [GeneratedRegex("^(?:图片|照片|画面|背景图?)?(?:移动|推近|缩放|平移|拉近)(?:得|的)?(?:速度)?(?:有点|太|再|可以)*(?:快|慢)(?:了|一?点|一?些)$", RegexOptions.CultureInvariant)]
    private static partial Regex MotionSpeed();

    /// <summary>加个“叮”的一声: a sound, not a text.</summary>
    [GeneratedRegex("[加来放配][^，。“]{0,3}“[^”]{1,4}”的?(?:一声|声音|音效)", RegexOptions.CultureInvariant)]
    private static partial Regex KnockSound();

    /// <summary>加点笑声音效, "add applause sound effects".</summary>
    [GeneratedRegex(
        @"(?:加|来|配|插|要)(?:入|上|进)?(?:一?[点些个段阵]|几[个声])?(?:观众的?)?"
        + @"(?:笑声|掌声|鼓掌声?|欢呼声?|拍手声?|门铃声?|枪声|爆炸声|打字声|快门声)(?:的?(?:音效|声音|效果))?"
        + @"|(?:笑声?|鼓掌|掌声|欢呼|转场|搞笑|打字|爆炸|综艺)的?音效"
        + @"|\b(?:laugh(?:ter|s| track)?|applause|clapping|cheering|boing|whoosh|ding) (?:sounds?|sfx|(?:sound )?effects?)\b|\blaugh track\b"
        + @"|\b(?:add|insert|put|play)(?: in)? (?:some |an? |the )?(?:thunder|rain|birds?|birdsong|explosion|gun ?shots?|door ?bell|siren|drum ?roll|crickets?|air ?horn|bell|crowd|ocean|waves|fire|footsteps?|record scratch) (?:sounds?|noises?|effects?|sfx)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Effects();

    /// <summary>最后加3秒黑屏: no fade.</summary>
    [GeneratedRegex("(?:加|插|留|来|放)(?:入|上)?(?:一?[个段])?[^，。淡渐]{0,5}黑[屏场](?!.*[淡渐])", RegexOptions.CultureInvariant)]
    private static partial Regex BlackScreen();

    /// <summary>加个二维码: one that was sent is a picture.</summary>
    [GeneratedRegex(
        @"(?:加|放|做|弄|来|贴|附|生成|带)(?:入|上|一下)?(?:一?个|张)?[^，。]{0,6}(?:二维码|扫码)"
        + @"|\b(?:add|make|create|generate|put|insert)\b[^,.]{0,20}\bqr ?code\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ScanCode();

    [GeneratedRegex("美颜|磨皮|瘦脸|大眼特效|\\b(?:beauty|skin) (?:filter|smoothing)\\b|\\bsmooth (?:my|his|her|the) skin\\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Retouch();

    /// <summary>去掉视频里的抖音水印: that is part of the picture.</summary>
    [GeneratedRegex("(?:抖音|快手|小红书|剪映|b站|B站|西瓜|即梦|可灵|豆包|原来|原视频|(?:视频|画面|片子|图片)(?:里面?|上面?|中)(?:本来|原来)?(?:就)?(?:有|带)?)的?(?:那个)?(?:水印|台标|角标)", RegexOptions.CultureInvariant)]
    private static partial Regex OwnMark();

    /// <summary>把背景里的人去掉, "remove the singer in the background": not the background.</summary>
    [GeneratedRegex(
        @"\b(?:remove|delete|erase|take out|get rid of|edit out|cut out|photoshop out|hide|lose) (?:the |that |this |all the |those |my )?(?:background (?:singers?|dancers?|people|person|man|woman|guy|objects?|stuff)\b"
        + @"|(?:person|people|man|woman|guys?|dog|cat|tourists?|cars?|cables?|wires?|stains?|spots?|strangers?|kids?|singers?|date stamp|timestamp) (?:in|from|behind|at) (?:the |my )?(?:background|back|video|picture|photo|shot|frame|me|us|corner))"
        + @"|\bmake (?:the |that |this )(?:\w+ ){1,2}(?:(?:in|on|behind) [^,.;!?]{1,25}? )?(?:disappear|vanish|invisible)\b(?<!\b(?:title|text|logo|captions?|subtitles|waveform|bars|music|picture|image|photo|background|bar|watermark)\b.{0,30})"
        + "|(?:背景|画面|后面|视频|照片|图片)(?:里面?|中|上)?的?(?:那个|那些|这个)?(?:人|路人|行人|游客|杂物|垃圾桶|车辆?|电线)(?:都|给我|全)*(?:去掉|删掉|删了|p掉|抹掉|消掉|消除|弄掉|擦掉)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OwnThing();

    /// <summary>"make my voice sound like a famous actor", 声音换成别人的.</summary>
    [GeneratedRegex(
        @"^(?:把)?我?的?(?:声音|人声|嗓音|配音)(?:用|让)?(?:ai|AI)?(?:换|变|改)成(?![^，。]{0,3}(?:小|大|轻|响|低|高|正常|立体|单声道|音乐|歌|原|这|那))[^，。\d]{1,8}的(?:声音|嗓音)?$|(?:模仿|克隆)[^，。]{0,8}(?:声音|嗓音)"
        + @"|\b(?:make|change|turn|have) (?:my|the|his|her|our) voice (?:sound )?(?:like|into|to) (?:(?:a|an|the) )?(?!(?:normal|original|mono|stereo|the original)\b)(?:[a-z]+ ?){1,4}$|\b(?:clone|imitate) (?:my|the|his|her|a) voice\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherVoice();

    /// <summary>"turn down the guitar", 鼓声小一点: all of it is one recording.</summary>
    [GeneratedRegex(
        @"\b(?:turn|bring|pull|push|make|put|get|take|mute|remove|delete|kill|drop|lower|raise|boost|isolate|solo|cut|lose|only|just|without|no|less|more|strip)\b[^,;.]{0,20}\b(?:guitars?|drums?|drummer|piano|violins?|strings|snare|cymbals?|hi-?hats?|synths?|trumpet|sax|saxophone|flute|cello|choir|backing vocals|percussion)\b(?! (?:intro|solo|part|picture|photo|cover|emoji))"
        + @"|\b(?:guitars?|drums?|drummer|piano|violins?|strings|snare|cymbals?|hi-?hats?|synths?|trumpet|sax|saxophone|flute|cello|choir|backing vocals|percussion)\b[^,;.]{0,16}\b(?:too (?:loud|quiet|much)|louder|quieter|softer|lower|up|down|out|away|off)\b"
        + "|(?:吉他|架子鼓|鼓声?|鼓点|钢琴|小提琴|大提琴|贝斯|弦乐|萨克斯|唢呐|二胡|古筝|笛子|琴声|和声)的?(?:声音|音量)?(?:有点|太|再|要|也|能|稍微)*(?:小|大|轻|响|低|高|吵|弱|强|去掉|删掉|静音|关掉|调|突出|拿掉)(?!提琴)|(?:去掉|删掉|静音|关掉|单独|只留|只要|突出|调[小大低高])(?:里面?的?|一下)?(?:吉他|架子鼓|鼓声|鼓点|钢琴|小提琴|贝斯|弦乐|萨克斯|和声)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Instrument();

    /// <summary>"play every other loop in reverse", 每隔一遍倒放.</summary>
    [GeneratedRegex(
        @"\b(?:every|each) (?:other|second|2nd|third|3rd|alternate) (?:loop|repeat|time|round|repetition|run|pass|cycle|go)s?\b.{0,30}\b(?:backwards?|reversed?|in reverse|mirrored|flipped|the other way)\b"
        + @"|\b(?:play|loop|run|alternat\w+)\b.{0,24}\b(?:forwards? (?:and|then) (?:back|backwards?|in reverse)|back and forth)\b|\bping[- ]?pong\b|\bboomerang\b"
        + "|(?:每隔一|隔一|每两|每第?二)[次遍回轮][^，。]{0,6}(?:倒|反)(?:着|过来)?(?:放|播)?|(?:正|正着)放一[遍次][^。]{0,4}(?:倒|反)(?:着)?放一[遍次]|来回(?:循环)?播放",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SomeRepeats();

    /// <summary>"strobe on the drop", "shake the screen on every kick", 副歌的时候闪一下.</summary>
    [GeneratedRegex(
        @"\b(?:strob(?:e|es|ing|y)|glitch(?:es|y)?|vhs shake|camera shake|screen shake|shake effect|flash(?:es|ing)? (?:effect|lights?)|rgb split)\b"
        + @"|\b(?:add|put|make|let|have|want|with|do|some)\b.{0,24}\bflash(?:es|ing)?\b|\bflash(?:es|ing)? .{0,20}\b(?:on|to|with|at|every|each)\b.{0,14}\b(?:beats?|drops?|chorus|kicks?|bass|snares?|hits?)\b"
        + @"|\b(?:shak(?:e|es|ing)|jolts?|punch(?:es)? in|zoom punch(?:es)?)\b.{0,30}\b(?:on|to|with|at|every|each)\b.{0,14}\b(?:beats?|drops?|chorus|kicks?|bass|snares?|hits?)\b|\b(?:make|let) (?:the )?(?:screen|picture|image|video|camera|cover) (?:shake|flash|jolt)\b"
        + "|频闪|闪屏|闪(?:光|白|黑)(?:效果|特效|转场)|(?:画面|屏幕|副歌|高潮|鼓点|节拍|的时候|一下)[^，。]{0,6}(?:闪一?[下闪]|闪烁|抖(?:动|一)一?下|抖动|震(?:动|一)一?下|震动|晃一下)|故障(?:效果|特效|风)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Flash();

    /// <summary>"a video with a girl dancing in the rain": nobody is filmed or drawn.</summary>
    [GeneratedRegex(
        @"有(?:一?[个群只对]|几个|很多|些)?(?:真?人|女孩|男孩|女生|男生|美女|帅哥|小孩|孩子|情侣|狗|猫|舞者)(?:子)?(?:在)?[^，。]{0,6}(?:跳舞|唱歌|跑步|走路|弹琴|奔跑|玩耍|游泳|散步)"
        + @"|\b(?:with|of) (?:an? |some |two |three |the )?(?:\w+ )?(?:girls?|boys?|man|men|woman|women|people|person|dancers?|cats?|dogs?|kids?|couple) (?:who (?:is|are) )?(?:dancing|singing|running|walking|jumping|swimming|surfing|skating)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Acting();

    [GeneratedRegex("倒计时|倒数(?:[三3十]|计时|几)|(?:三二一|321|3、2、1)(?:开始)?倒数", RegexOptions.CultureInvariant)]
    private static partial Regex Countdown();

    [GeneratedRegex("打个?码(?![头的])|马赛克(?!风)|(?:脸|车牌|人)(?:给我|都|全)?码(?:掉|上|住)", RegexOptions.CultureInvariant)]
    private static partial Regex HiddenFace();

    [GeneratedRegex(@"\b(?:write|come up with|draft|think up|compose|suggest)(?: me| us)? (?:an? |the |some |my )?(?:\w+ )?(?:descriptions?|blog post|posts?|hashtags?|summary|bio|script|lyrics|poem|tweet|show notes|title ideas?)\b(?! (?:bigger|smaller|in|on|at|to the))|(?:写|想|编|拟|起草|出|来)(?:一?[段个篇句份条点些]|几[句个条段])?(?:[^，。,]{0,6}的)?(?:文案|推文|简介|脚本|稿子|讲稿|话题标签|文章|软文)(?![写叫是改换在放上下大小])", RegexOptions.CultureInvariant)]
    private static partial Regex Writing();
}
