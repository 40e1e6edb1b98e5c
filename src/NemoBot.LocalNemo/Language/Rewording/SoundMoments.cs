using System.Globalization;
using System.Text.RegularExpressions;
using NemoBot.Core.Media;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Rewording;

/// <summary>Says when a sound comes or goes beside a video: "use it as voice over, starting at 0:03", "the music stops when the title shows up".</summary>
internal static partial class SoundMoments
{
    // A story is not searched: the time of reading stays in proportion to the text.
    private const int Longest = 300;
    private const string Moment = @"(?:(?<m>\d{1,2}):(?<s>\d\d)|(?:second |sec )?(?<s>\d{1,3}(?:\.\d+)?)(?: ?(?:s|secs?|seconds?))?)\b(?: ?(?:on|onwards))?(?= *(?:[,.;!]|and\b|please\b|pls\b|$))";

    /// <summary>The message with the sound's own time; the video is not cut for it.</summary>
    public static string Complete(string text, Situation situation)
    {
        if (text.Length > Longest)
        {
            return text;
        }

        var plain = CleanText.Folded(text);
        if (VoiceStart().Match(plain) is { Success: true } start && LateBy(start, situation) is { } by)
        {
            var length = Math.Abs(by).ToString("0.###", CultureInfo.InvariantCulture);
            var words = Continuation.IsChinese(plain) ? $"，声音{(by < 0 ? "提前" : "延后")}{length}秒" : $", the sound {length} seconds {(by < 0 ? "earlier" : "later")}";
            return text[..start.Index] + (start.Index == 0 ? words.TrimStart(',', '，', ' ') : words) + text[(start.Index + start.Length)..];
        }

        return situation.Project is { Music.Count: > 0 } project && UntilTitle().Match(plain) is { Success: true } until
            ? text[..until.Index] + StopAt(project) + text[(until.Index + until.Length)..]
            : text;
    }

    /// <summary>A title that is there from the start would leave nothing of the music, which is said then.</summary>
    private static string StopAt(Project project) => project.Titles.Count == 0 ? "add a title"
        : project.Titles.Select(t => t.Start).FirstOrDefault(t => t > TimeSpan.Zero) is { Ticks: > 0 } start
            ? string.Create(CultureInfo.InvariantCulture, $"stop the music at {start.TotalSeconds:0.###} seconds") : "music plays until 0:00";

    /// <summary>How much later the voice begins than now; null where no voice of its own goes over a video.</summary>
    private static double? LateBy(Match start, Situation situation)
    {
        var project = situation.HasMaterial ? situation.Project : null;
        var placed = project?.Voice is not null && MainMaterial.ShowsVideo(project) ? project.VoiceDelay.TotalSeconds : 0;
        var isComing = situation.NewFiles.Count(f => f.Facts.Kind == MediaKind.Audio) == 1
            && (project is null ? situation.Files.Count(f => f.Facts.HasVideo) == 1 : MainMaterial.ShowsVideo(project));
        var isThere = project?.Voice is not null && MainMaterial.ShowsVideo(project) && situation.NewFiles.Count == 0 && start.Index == 0;
        if (!isComing && !isThere)
        {
            return null;
        }

        var seconds = double.Parse(start.Groups["s"].ValueSpan, CultureInfo.InvariantCulture) + (start.Groups["m"].Success ? 60 * double.Parse(start.Groups["m"].ValueSpan, CultureInfo.InvariantCulture) : 0);
        return seconds - (isComing ? 0 : placed);
    }

    [GeneratedRegex(
        @"(?:(?<=\b(?:voice ?-?overs?|narration|narrator|commentary|voice|speech)\b[^.;!?\d]{0,40})|(?:^|(?<=[,.;!] ?))(?:and )?(?:the |my )?(?:voice ?-?over|voice|narration|commentary))"
        + @",? *(?:and |but )?(?:it |that )?(?:should )?(?:only )?(?:start(?:s|ing)?|begin(?:s|ning)?|com(?:e|es|ing) in|kick(?:s|ing)? in)(?: only)? (?:at|after|from|on) " + Moment
        + @"|(?<=(?:旁白|配音|解说|画外音)[^。！？\d]{0,8})[，, ]*(?:让?它|声音)?(?:是|要|再)?(?:从|在|到)?第?(?<s>\d{1,3}(?:\.\d+)?)秒钟?(?:的时候|那里|后|之后|以后)?(?:再|才)?(?:开始|进来|出来|响起|进入)(?:说|讲|播|放)?",
        RegexOptions.CultureInvariant)]
    private static partial Regex VoiceStart();

    [GeneratedRegex(
        @"\b(?:(?:the |my )?(?:background )?(?:music|song) (?:should |must |has to |needs to )?(?:stops?|ends?|goes away|cuts? out|is over|be gone|be over)|(?:stop|end|cut) (?:the |my )?(?:background )?(?:music|song))"
        + @" (?:when|once|as soon as|the moment|right when|where) (?:the |my )?(?:text|title|caption|words?|heading|name|sign)s? (?:shows?(?: up)?|appears?|comes?(?: in| up| on)?|pops? up|starts?|is shown|fades? in)\b"
        + "|(?:标题|文字|字幕?)(?:一)?(?:出来|出现|显示)(?:的?时候?|之?后|以后)?[，, ]*(?:背景)?(?:音乐|bgm|歌)(?:就|也|要|得)*(?:停|结束|没有?)(?:掉|下来?|止|了)*"
        + "|(?:背景)?(?:音乐|bgm|歌)(?:就|要|得)*(?:在|到|等)?(?:标题|文字|字幕?)(?:一)?(?:出来|出现|显示)(?:的?时候?|之?后|以后)?(?:就|再|要)*(?:停|结束)(?:掉|下来?|止|了)*",
        RegexOptions.CultureInvariant)]
    private static partial Regex UntilTitle();
}
