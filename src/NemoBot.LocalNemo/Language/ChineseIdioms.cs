using System.Text;
using System.Text.RegularExpressions;

namespace NemoBot.LocalNemo.Language;

/// <summary>
/// Rewrites Chinese idioms whose parts mean something else by themselves: 掐头5秒 takes 5 seconds off the start. Quoted texts stay as they are.
/// </summary>
internal static partial class ChineseIdioms
{
    // Longer texts are pasted, not said; the rules look at every place several times.
    private const int Longest = 1000;
    private const string Time = @"(?<t>[\d.一二两三四五六七八九十半]+(?:个)?(?:秒钟?|分钟?|s))";

    /// <summary>Every rule works on folded text and never needs more than one pass.</summary>
    private static readonly (Regex Idiom, string Plain)[] Rules =
    [
        (Retroflex(), "${c}"), (IntroMusic(), "音乐，先放音乐再说话"), (BrighterColor(), "亮一点"), (EachPicture(), "每张"), (ShownFor(), "持续"), (UsualSpeed(), "恢复正常速度"), (AsLoud(), "太大声"), (SpeechLoud(), "说话声"), (SoftChanges(), "加转场"), (LouderBetween(), "说话时压低音乐"), (BookTitle(), "${n}“${w}”"), (Outro(), "音乐，先放音乐再说话"), (TextAfterSpace(), "${v}${n}“${w}”"), (WordsToWrite(), "写“${w}”"), (WordsAtEnd(), "写“${w}”"), (PlaceBeforeText(), "，${c}"), (OtherSong(), "换一首音乐"), (QuietSound(), "声音太小，"), (TwoBack(), "撤销两步"), (WordsToAdd(), "加标题“${w}”"), (DictatedHead(), "剪掉开头${t}"), (DictatedTail(), "剪掉结尾${t}"), (MoreCut(), "剪掉"), (HeadAndTail(), "开头${t}和结尾${u}"), (Later(), "字幕延后${t}"), (Sooner(), "字幕提前${t}"), (Spaced(), "，"), (AtTheEnd(), "在结尾"), (Head(), "剪掉开头${t}"), (Tail(), "，剪掉结尾${t}"), (Needless(), "不用"), (NotShown(), "去掉"), (TailQuestion(), ""), (Resolution(), "${c}p"), (PoliteQuestion(), "${wish}"), (BareColor(), "${c}色"),
    ];

    /// <summary>The message in plain words.</summary>
    public static string Rewrite(string text)
    {
        if (text.Length > Longest || !text.Any(c => c is >= '\u4E00' and <= '\u9FFF'))
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

    /// <summary>开头先放5秒音乐再说话.</summary>
    [GeneratedRegex("(?:(?:开头|前面|一开始|片头|最前面)?先?(?:放|播|播放|响|来|给)(?:个|一段)?" + Time + "(?:的)?(?:背景)?(?:音乐|bgm|配乐|歌)|(?:背景)?(?:音乐|bgm|配乐)先?(?:单独)?(?:放|播|播放|响|走|起)(?:个)?" + Time + ")[，, ]*(?:之?后)?(?:再|然后|才|接着)(?:我|是|让我|让)?(?:再|才)?(?:开始|出)?(?:说话|讲话|开口|人声|说|讲|进人声|播客|正文)(?:的?声音)?(?:开始|进来|出来)?")]
    private static partial Regex IntroMusic();

    /// <summary>换个亮点的颜色: 亮点 is no highlight.</summary>
    [GeneratedRegex("亮点(?=的?(?:颜色|色|字|黄|红|蓝|绿|紫|粉|橙))|(?<=[再更要太调弄换]|颜色|背景|画面)亮点(?=$|[，,。的儿])")]
    private static partial Regex BrighterColor();

    /// <summary>第20秒弹出“点赞”，停3秒.</summary>
    [GeneratedRegex("(?<=[”」》\"][^，。,“]{0,6}[，, ])(?:停留?|停个|展示|显示|保留|挂)(?=[\\d一二两三四五六七八九十半.]+秒钟?(?:就|后|再|$|[，,。吧]))")]
    private static partial Regex ShownFor();

    /// <summary>标题写《小王子》读后感: the marks belong to the text.</summary>
    [GeneratedRegex("(?<n>(?:标题|题目|名字|片名)(?:就|要)?(?:写|叫|是|为|：|:|改成|改为|换成)?)(?<w>《[^》]{1,20}》(?:读后感|读书笔记|书评|影评|观后感|解读|分享|有声书|朗读|赏析|主题曲|节选|特辑|第.{1,4}[期集章季讲回]))(?=$|[，,。！!])")]
    private static partial Regex BookTitle();

    /// <summary>没人说话的时候音乐大声点.</summary>
    [GeneratedRegex("(?:没人|没有人|不|没)(?:在)?(?:说话|讲话|讲)(?:的时候|时|的地方)[，, ]?(?:背景)?(?:音乐|bgm|配乐)(?:就|再|可以)*(?:大声|响|大)(?:一?点|些|啲)?")]
    private static partial Regex LouderBetween();

    /// <summary>音乐跟人声差不多大了.</summary>
    [GeneratedRegex("(?<=音乐|bgm|配乐)(?:跟|和|与)(?:人声|说话声?|声音|我说话|我的声音|原声)(?:都)?(?:差不多|一样|快一样)(?:大|响|吵)声?了?")]
    private static partial Regex AsLoud();

    /// <summary>音乐小一点，说话大一点.</summary>
    [GeneratedRegex("(?<=^|[，,。 、和再])说话(?=(?:再|要|可以|就)?(?:大|小|轻|响)声?(?:一?点|些|了|啲))")]
    private static partial Regex SpeechLoud();

    /// <summary>切换加个淡入淡出.</summary>
    [GeneratedRegex("(?:图片|照片)?(?:之间)?切换(?:的时候|时)?(?:加|用|要|来|做)(?:个|一个|上|点)?淡入淡出(?:的?效果)?")]
    private static partial Regex SoftChanges();

    /// <summary>速度改回正常.</summary>
    [GeneratedRegex("(?:播放)?(?:速度|语速)(?:改回|恢复|调回|变回|改成|恢复到|回到|还是)到?(?:正常|原速|原来)的?(?:速度)?")]
    private static partial Regex UsualSpeed();

    /// <summary>结尾留5秒音乐.</summary>
    [GeneratedRegex("(?:在)?(?:结尾|最后|片尾|末尾)(?:再|多)?(?:留|空|多放|加|放)(?:个|出)?" + Time + "(?:的)?(?:背景|纯)?(?:音乐|bgm|配乐)")]
    private static partial Regex Outro();

    /// <summary>一张放20秒.</summary>
    [GeneratedRegex("(?:一|每)张(?:图片|图|照片|相片)?(?:放|停留?|显示|播放?|展示)?(?=[\\d一二两三四五六七八九十半.]+秒)")]
    private static partial Regex EachPicture();

    /// <summary>加个标题 深夜电台: the text comes after a space.</summary>
    [GeneratedRegex("(?<v>(?:加|写|打|放|来|弄|配|做|起|取|添加|加上)(?:个|一个|一行|行)?)(?<n>标题|题目|大标题|副标题|小标题|名字|一行字|行字|文字|字|日期|时间|地点|店名|名称|电话|网址|公众号) +(?!(?:大|小|红|白|黄|黑|蓝|绿|紫|粉|橙|金|灰|在|放|居中|上|下|左|右|用|颜色|字|要|不|别|靠|从|第|最|淡|加|删|去|背景|波形|音乐|字幕|再|和|并|然后)|\\d+(?:秒|%|号))(?<w>[^，。,“”「」\"：:]{2,20}?)(?=$|[，,。！!])")]
    private static partial Regex TextAfterSpace();

    /// <summary>写上外婆的菜谱这几个字.</summary>
    [GeneratedRegex("写(?:上|着|个)?(?<w>[^，。,“”「」\"写]{2,16}?)(?:这|那)?(?:几|[两三四五六七八2-8])个?字")]
    private static partial Regex WordsToWrite();

    /// <summary>配个字写上生日快乐.</summary>
    [GeneratedRegex("(?:配|加|打|上)(?:个|几个|行|点|些)?字[，,]?写(?:上|着)?(?<w>[^，。,“”「」\"\\s]{2,20})$")]
    private static partial Regex WordsAtEnd();

    /// <summary>用这个照片上头写“…”: the place belongs to the text.</summary>
    [GeneratedRegex("(?<=[片图相景频])(?<c>上头|上面|下面|下头|底下|最上面|最下面|中间)(?=写“)")]
    private static partial Regex PlaceBeforeText();

    /// <summary>换成另一首.</summary>
    [GeneratedRegex("^(?:那|还是|就|帮我|给我)?换成?(?:另外?|别的|其他)?一?首(?:别的|新的|歌)?(?:吧|试试)?\\W*$")]
    private static partial Regex OtherSong();

    /// <summary>声音小再大点声.</summary>
    [GeneratedRegex("声音小(?=再|你|给我)")]
    private static partial Regex QuietSound();

    /// <summary>回到上上个版本.</summary>
    [GeneratedRegex("^(?:请|帮我|给我|那)?(?:回到?|退到?|恢复到?|返回)?上上(?:一)?(?:个版本|版|步|次)的?(?:吧|去)?\\W*$")]
    private static partial Regex TwoBack();

    /// <summary>加上几个字祝大家身体健康.</summary>
    [GeneratedRegex("(?:加|写|打|放)上?(?:这)?(?:几|[两三四五六七八2-8])个[大小]?字[:：，, ]?(?!的)(?<w>[^，。,“”「」\"\\s]{2,16})[。.]?$")]
    private static partial Regex WordsToAdd();

    /// <summary>前面有几秒没有声音你帮我去掉大概三秒.</summary>
    [GeneratedRegex("(?:最前面|前面|开头|一开始)(?:的|那|有|里)?[^，。,.\\d“”]{0,16}?(?:去掉|剪掉|删掉|切掉|砍掉|剪去|掐掉)(?:大概|大约|差不多|个)*" + Time + "(?![到至\\-~])")]
    private static partial Regex DictatedHead();

    /// <summary>后面都是废话给我剪掉大概五秒.</summary>
    [GeneratedRegex("(?:最后面?|后面|结尾)(?:的|那|有|里)?[^，。,.\\d“”]{0,16}?(?:去掉|剪掉|删掉|切掉|砍掉|剪去|掐掉)(?:大概|大约|差不多|个)*" + Time + "(?![到至\\-~])")]
    private static partial Regex DictatedTail();

    /// <summary>再剪5秒: that much more goes.</summary>
    [GeneratedRegex("(?:再|还要|再多|多)(?:帮我|给我)?(?:剪|裁|切)(?=[\\d一二两三四五六七八九十半]+秒钟?[^的]{0,2}$)")]
    private static partial Regex MoreCut();

    /// <summary>头5秒尾3秒.</summary>
    [GeneratedRegex("(?<!开)头" + Time + "(?:和|跟|、|，|,)?尾巴?(?<u>[\\d.一二两三四五六七八九十半]+(?:秒钟?|s))")]
    private static partial Regex HeadAndTail();

    /// <summary>字幕+0.3s.</summary>
    [GeneratedRegex("字幕 ?[+＋] ?" + Time)]
    private static partial Regex Later();

    /// <summary>字幕-0.3s.</summary>
    [GeneratedRegex("字幕 ?[-−－] ?" + Time)]
    private static partial Regex Sooner();

    /// <summary>波形不要 加进度条: a space instead of a comma.</summary>
    [GeneratedRegex("(?<=[\\u4e00-\\u9fff”」\\d]) +(?=(?:加|去掉|去噪|去静音|导|删|换|改|把|不要|别|标题|副标题|字幕|背景|波形|音乐|进度条|导出|剪|静音|降噪|竖屏|横屏|片头|片尾)(?!：|:))")]
    private static partial Regex Spaced();

    /// <summary>在视频的最后面写上再见.</summary>
    [GeneratedRegex("(?:在|喺)(?:视频|影片|片子|整个视频)?的?最后面?(?=写|加|打|放|显示|出现|来)")]
    private static partial Regex AtTheEnd();

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
    [GeneratedRegex("(?:清晰度|分辨率|画质|解析度|导出?)(?:调到|调成|改成|设成|到|要|是|为|用)?(?<c>480|540|720|1080)(?![\\dpPxX×])")]
    private static partial Regex Resolution();

    /// <summary>黑底金字: characters that are colors only beside a ground or a text.</summary>
    [GeneratedRegex("(?<=底|^|[,，。 、用要])(?<c>[金银橙灰粉])(?=字(?:$|[,，。 、的黑白]))|(?<c>[金银])(?=底(?:$|[,，。 、的黑白红蓝绿黄金银橙]))")]
    private static partial Regex BareColor();
}
