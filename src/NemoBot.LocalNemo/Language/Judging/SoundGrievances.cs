using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Judging;

/// <summary>
/// Reads Chinese complaints about the sound with what is to help: 低音太重，减一点 asks for less bass once, 音乐太早没了，循环一下 for nothing
/// but the loop. A complaint that stands alone asks for its opposite.
/// </summary>
internal static partial class SoundGrievances
{
    /// <summary>A step that is heard and does no harm.</summary>
    private const double Step = 4;

    // Complaints are short; longer clauses tell stories.
    private const int Longest = 40;

    /// <summary>Claims a complaint; false if the clause is none, or another reader does what it asks.</summary>
    public static bool Read(Reading reading, int index)
    {
        var clause = reading.Clauses[index];
        if (!reading.HasMaterial || clause.Text.Length > Longest || !clause.Text.Any(c => c >= 0x2E80) || clause.Tokens.Any(t => t.Kind == TokenKind.Quote))
        {
            return false;
        }

        var remedy = reading.Clauses.ElementAtOrDefault(index + 1);
        return ReadTone(clause, remedy, reading) || ReadPace(clause, remedy, reading) || IsReason(clause, remedy, reading, index);
    }

    private static bool ReadTone(Clause clause, Clause? remedy, Reading reading)
    {
        if (ToneOf(clause.Text) is not { } tone)
        {
            return false;
        }

        clause.ClaimEverything();
        if (remedy is not null && remedy.Has(Concept.Bass, Concept.Treble) && ToneOf(remedy.Text) is null)
        {
            // 声音太薄了，低频加一点: the wish says which tones.
            return true;
        }

        var step = remedy?.Take(TokenKind.Decibel) is { } said ? Math.Abs(said.Value) : Step;
        if (remedy is not null && (step != Step || (tone.IsExcess ? Less() : More()).IsMatch(remedy.Text)))
        {
            remedy.ClaimEverything();
        }

        var change = tone.IsExcess ? -step : step;
        reading.Add(new SetMix { Bass = tone.IsBass ? change : null, Treble = tone.IsBass ? null : change }, Subject.Voice);
        return true;
    }

    /// <summary>The tones that are too strong or too weak; null if it is no complaint about them.</summary>
    private static (bool IsBass, bool IsExcess)? ToneOf(string text) =>
        Tone().Match(text) is { Success: true } tone ? (tone.Groups["bass"].Success, tone.Groups["much"].Success)
        : VoiceTone().Match(text) is { Success: true } voice ? (voice.Groups["thin"].Success, !voice.Groups["thin"].Success && !voice.Groups["dull"].Success)
        : null;

    /// <summary>节奏太拖，去掉停顿: the pauses, and no other speed.</summary>
    private static bool ReadPace(Clause clause, Clause? remedy, Reading reading)
    {
        if (Pace().Match(clause.Text) is not { Success: true } pace)
        {
            return false;
        }

        clause.ClaimEverything();
        if (remedy is null || !remedy.Has(Concept.Faster, Concept.Slower, Concept.SpeedWord, Concept.SilenceNoun, Concept.Cut, Concept.Remove, Concept.Trim))
        {
            reading.Add(new SetSpeed(pace.Groups["slow"].Success ? 1.25 : 0.8) { Relative = true }, Subject.Video);
        }

        return true;
    }

    /// <summary>Says why the music is to change, and nothing more.</summary>
    private static bool IsReason(Clause clause, Clause? remedy, Reading reading, int index)
    {
        var isOfVoice = Unheard().IsMatch(clause.Text) && reading.Clauses.Where((_, i) => i != index).Any(c => c.Has(Concept.Music));
        var isOfEnd = MusicEnds().IsMatch(clause.Text) && remedy is not null && reading.HasMusic;
        if (!isOfVoice && !isOfEnd)
        {
            return false;
        }

        reading.Focus = isOfEnd ? Subject.Music : reading.Focus;
        clause.ClaimEverything();
        return true;
    }

    private const string Very = "(?:太|过于|过|偏|有点儿?|有些|好|实在|特别|很|比较|非常|超)+";
    private const string Much = "(?:" + Very + "(?:重|强|多|大|吵|响|厚|沉|浓|轰|尖|刺耳|刺|亮|炸|猛|突出|明显|闹|抢|扎耳|闷|浑)|(?:重|强|多|大|尖|刺耳|扎耳)(?=了)|轰(?:轰|头|耳)?(?=的|响|$)响?|刺耳|扎耳|重(?=$))";
    private const string Little = "(?:不够|不足|不太够|没有?|缺|" + Very + "(?:少|弱|轻|小|薄|低|虚)|(?:少|弱|轻)(?=了)|出不来)(?:重|强|多|亮|足|劲)?";
    private const string Rather = "(?:太|有点|很|偏|发|有些|比较|还是|好)*";
    private const string Dull = Rather + "(?:闷闷|闷|浑浊|不(?:够|太)?(?:亮堂|亮|透|清亮|通透))(?:[，, ]*" + Rather + "(?:发)?闷)?";
    private const string Thin = Rather + "(?:单薄|薄|干瘪|没厚度|不(?:够|太)?(?:厚实|饱满|厚))";
    private const string Sharp = Rather + "(?:尖锐|尖|扎耳)";

    private const string After = "(?:了|啊|呀|的|呢|一?点|一?些|得很|死了?|得慌|得要命)*$";

    [GeneratedRegex(
        "^(?:背景音乐|音乐|bgm|人声|声音|录音|整体|听起来|听着|感觉|里面?|我|的|是|现在)*(?:(?<bass>重?低音|低频)|高音|高频|唇?齿音|嘶嘶声|s音)(?:部分|的?声音)?"
        + "(?:都|还是|还|也|真的|实在|感觉|听着)*(?:(?<much>" + Much + ")|" + Little + ")" + After,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tone();

    [GeneratedRegex(
        "^(?:整体|我|的|是|现在)*(?:人声|声音|录音|嗓音|嗓子|音色|说话声?)(?:听起来|听着|感觉|都|还是|还|也|真的|实在)*(?:(?<dull>" + Dull + ")|(?<thin>" + Thin + ")|" + Sharp + ")" + After,
        RegexOptions.CultureInvariant)]
    private static partial Regex VoiceTone();

    [GeneratedRegex(
        "^(?:请|帮我|给我|麻烦|能不能|可以|能|再|稍微?|往回|把它|让它|得|要|就|调|弄|放|整|搞|关|开)*"
        + "(?:减|降|压|收|削|小|低|轻|弱|少|柔)(?:低|小|弱|轻|少|和|下来|下去|掉)?(?:一?[减降压收削]|一?点儿?|一?些|一下|下)*(?:吧|呗|哈|啊|呢|吗|就行|就好|谢谢)*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Less();

    [GeneratedRegex(
        "^(?:请|帮我|给我|麻烦|能不能|可以|能|再|稍微?|把它|让它|得|要|就|调|弄|放|整|搞|加|提)*"
        + "(?:加|提|增|补|强|亮|厚|多|大|高|足|重|透|清|饱满|清亮|明亮|厚实|通透)(?:强|高|大|亮|实|重|一?[加提补])?(?:一?点儿?|一?些|一下|下)*(?:吧|呗|哈|啊|呢|吗|就行|就好|谢谢)*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex More();

    [GeneratedRegex(
        "^(?:整体|视频|整个|片子|说话|讲话|的|感觉)*节奏(?:感觉|有点|有些|太|还是|偏|比较|好|很)+(?:(?<slow>慢吞吞|慢|拖沓|拖拉|拖|松散)|快|赶|急)(?:了|的|啊|呀|一?点)*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pace();

    /// <summary>都听不清我讲课了.</summary>
    [GeneratedRegex(
        "^(?:都|快|完全|根本|就|有点|现在|害得)*听不(?:太)?(?:清楚?|见|到)(?:我|他|她|我们|人|老师|嘉宾|主播|大家)?的?(?:声音|人声|说话声?|讲话声?|讲课|讲|说|在|什么|啥)*(?:了|啊|呀)*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Unheard();

    /// <summary>音乐太快就没了.</summary>
    [GeneratedRegex(
        "(?:背景音乐|音乐|bgm|配乐|歌)(?:放|播)?(?:到一半|没一会儿?|一下子?|很快|太快|太早|早早)?(?:地)?(?:就|会)?"
        + "(?:没了|停了|播完|放完|结束了|断了|(?:停|结束|没|断)得(?:有点|太)早)(?:了|就(?:停|没|断)了)*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MusicEnds();
}
