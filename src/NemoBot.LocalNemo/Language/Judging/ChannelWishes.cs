using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Judging;

/// <summary>Reads what left and right are to play: "the left side has no sound", "make it mono", 只用右声道.</summary>
internal static partial class ChannelWishes
{
    /// <summary>True if the clause says so.</summary>
    public static bool Read(Reading reading, int index)
    {
        var clause = reading.Clauses[index];
        if (clause.IsForbidden || !reading.HasMaterial || ChannelsOf(clause) is not { } channels)
        {
            return false;
        }

        reading.Add(new SetMix { Channels = channels }, Subject.Voice);
        clause.ClaimEverything();
        return true;
    }

    private static Channels? ChannelsOf(Clause clause) =>
        OnlyOne().Match(clause.Text) is { Success: true } one ? one.Groups["left"].Success ? Channels.Left : Channels.Right
        : Same().IsMatch(clause.Text) || Complaint().IsMatch(clause.Text) ? Channels.Mono
        : Apart().IsMatch(clause.Text) ? Channels.Own
        : null;

    /// <summary>"use only the left channel", 只用右声道.</summary>
    [GeneratedRegex(
        @"\b(?:use|take|keep|play|only|just)\b[^,;.]{0,15}\b(?:(?<left>left)|right) (?:audio )?(?:channel|track|mic)\b[^,;.]{0,20}$|\b(?:(?<left>left)|right) (?:audio )?channel (?:only|(?:on|to|for|in) both)\b"
        + "|(?:只|仅|就)(?:要|用|留|保留|播放?|放)(?:(?<left>左)|右)声道|用(?:(?<left>左)|右)声道|(?:(?<left>左)|右)声道复制到",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnlyOne();

    /// <summary>"make it mono", "sound in both ears", 两边都要有声音.</summary>
    [GeneratedRegex(
        @"\b(?:make|turn|convert|mix|export|put|get|have|want)\b[^,;.]{0,30}\bmono\b(?! ?font|space)|^\W*mono(?: please| pls| sound| audio)?\W*$|\bmono (?:sound|audio|track|mix|version)\b"
        + @"|\b(?:sound|audio|voice|music|it|hear|play)\b[^,;.]{0,30}\b(?:both (?:ears|speakers|channels|headphones|earphones|earbuds)|(?:on|from) both sides (?:of (?:the|my) (?:head|ears)|equally))\b"
        + @"|\b(?:sound|audio|voice)\b[^,;.]{0,12}\bon both sides\b"
        + "|单声道(?!的?录音)|(?:两边|左右|双耳|两只耳朵|两个耳朵|两侧)(?:耳朵|耳机|声道|喇叭|音箱)?(?:都)?(?:要|能|得|应该|可以)?(?:都)?(?:有声音?|听得?到|听得见|出声|一样的?声音|声音一样)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Same();

    /// <summary>"I only hear it in one ear", 左边没声音.</summary>
    [GeneratedRegex(
        @"\b(?:left|right|one|other) (?:side|ear|channel|speaker|headphone|earphone|earbud|earpiece)s?\b[^,;.]{0,12}\b(?:has|have|had|is|gets?|plays?|got)(?:n't| not| got)? ?(?:no|any|without|silent|dead|mute|muted|empty|quiet|nothing)\b(?! (?:text|title|image|picture|logo|color))"
        + @"|\b(?:no|isn'?t any|not any|without) (?:sound|audio|voice)\b[^,;.]{0,12}\b(?:on|in|from|at) (?:the |my )?(?:left|right|one|other) ?(?:side|ear|channel|speaker|headphone|earphone|earbud)?\b"
        + @"|\b(?:hear|sound|audio|voice|music|plays?|comes?|it'?s)\b[^,;.]{0,40}\b(?:in|on|from|through|out of) (?:only |just )?(?:the |my )?(?:one|left|right|a single) (?:ear|side|channel|speaker|headphone|earphone|earbud)\b"
        + "|(?:左|右|一|单)(?:边|侧|耳|只耳朵|个耳朵|边耳朵|边耳机|耳机|声道|喇叭)(?:里|的)?(?:完全|根本|都)?(?:没有?|无|听不到|听不见)(?:任何)?(?:声音?)?(?![字标图])|(?:只有|就|只)(?:左|右|一|单)(?:边|侧|耳|只耳朵|个耳朵|边耳朵|边耳机|耳机|声道)(?:里|才)?(?:有声|能听|听得|听到|出声|响)|声音?只有(?:左|右|一|单)(?:边|侧|耳|声道)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Complaint();

    /// <summary>"back to stereo", 恢复立体声.</summary>
    [GeneratedRegex(@"\b(?:back to|make it|in|turn it (?:in)?to|again|restore|want|to) (?:the )?stereo\b|\bstereo (?:again|sound|audio|please)\b|^\W*stereo\W*$|立体声|双声道", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Apart();
}
