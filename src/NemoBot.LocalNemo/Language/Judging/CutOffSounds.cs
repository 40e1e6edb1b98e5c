using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers;

namespace NemoBot.LocalNemo.Language.Judging;

/// <summary>Reads 话没说完视频就没了 where a sound is longer than the video that it was given to: what lets it be heard to its end is offered.</summary>
internal static partial class CutOffSounds
{
    /// <summary>Claims the whole message and offers it; false if no sound is cut off by the video.</summary>
    public static bool Read(Reading reading, int index)
    {
        if (index > 0 || reading.Project.Voice is not { } voice || voice.Asset.Facts.Duration <= reading.Project.Duration || !CutOff().IsMatch(reading.Situation.Text))
        {
            return false;
        }

        reading.Clauses.ToList().ForEach(c => c.ClaimEverything());
        reading.Choice = new Choice(new Note("choice.sound-longer", [voice.Asset.Name, voice.Asset.Facts.Duration, reading.Project.Duration]), [new Note("offer.loop-video", [])]);
        return true;
    }

    [GeneratedRegex(
        @"^\W*(?:我|的|这|那|怎么|后面|啊|，| )*(?:话|声音|旁白|录音|人声|配音|音频|音乐|歌|我|讲的?|说的?)*(?:都|还|根本)*(?:没有?|未)(?:说|讲|放|播|唱|念|听|录)完[，, ]*(?:视频|画面|片子|影片|它)*(?:就|怎么就|已经)*(?:没了?|结束|停|断|完|黑|放完)(?:了|掉|啊|呀|呢|吗)*\W*$"
        + @"|^\W*(?:视频|画面|片子|影片)(?:比声音|比录音|比旁白|就|也)*(?:太短|短|不够长|先结束|先没|早结束|提前结束)(?:了|啊|呀|，|,|声音|话|录音|旁白|都|还|没|有|说|讲|放|播|完)*\W*$"
        + @"|^\W*(?:声音|录音|旁白|配音|话|歌)(?:后面|的?后半段?|最后)?(?:被|给)(?:截|切|剪|砍)(?:断|掉|了|没)+(?:啊|呀)*\W*$"
        + @"|^\W*(?:(?:but|hey|oh|the|my|it|video|picture) )*(?:ends?|stops?|is over|cuts? off)(?: \w+)? before (?:i|the (?:voice|talk|song|sound|audio|speech|recording)|he|she|my (?:voice|talk|song))(?:'m| am|'s| is)? ?(?:finish(?:es|ed)?|done|over|finished|ends?)?(?: talking| speaking)?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CutOff();
}
