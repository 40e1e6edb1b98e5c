using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Colors;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Rewording;

/// <summary>Keeps the correction of a color with the thing that was just colored: "no, more like navy", "not that gold, a darker gold".</summary>
internal static partial class ColorCorrections
{
    private static readonly HashSet<string> Denials = new(["no", "not"], StringComparer.Ordinal);

    /// <summary>Words that may stand around the colors; any other word makes it another wish.</summary>
    private static readonly HashSet<string> Frame = new(
        [
            "no", "not", "nah", "nope", "hmm", "sorry", "actually", "i", "mean", "meant", "want", "wanted", "more", "rather", "make", "it", "that", "this", "like",
            "but", "a", "an", "the", "be", "should", "is", "its", "it's", "please", "pls", "kind", "of", "sort", "something", "instead", "one", "color", "colour", "in", "so", "too", "really",
        ],
        StringComparer.Ordinal);

    /// <returns>The message with the thing and the color; null if it is about something else.</returns>
    public static string? Complete(string text, Situation situation, Edit last) => ThingOf(last, Continuation.IsChinese(text)) is not { } thing ? null
        : Chinese().Match(CleanText.Folded(text)) is { Success: true } tone ? Toned(tone, thing)
        : Corrects().IsMatch(text) && WantedIn(text) is { } color ? $"{thing} in {color}" : null;

    private static string? ThingOf(Edit last, bool chinese) => last switch
    {
        SetTitle { Text: null, Look.Color: not null, Which.Text: { } text } => chinese ? $"标题“{text}”" : $"title \"{text}\"",
        SetTitle { Look.Color: not null } or AddTitle { Look.Color: not null } => chinese ? "标题" : "title",
        SetVisual { Color: not null } => chinese ? "波形" : "waveform",
        SetCaptions { Color: not null } => chinese ? "字幕" : "captions",
        SetProgressBar { Color: not null } => chinese ? "进度条" : "progress bar",
        SetBackground { Kind: Projects.BackgroundKind.Color } => chinese ? "背景" : "background",
        _ => null,
    };

    /// <summary>The last color that is not denied, in a message of nothing but colors.</summary>
    private static string? WantedIn(string text)
    {
        string? wanted = null;
        var words = Words().Matches(text.ToLowerInvariant()).Select(m => m.Value).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            var pair = i + 1 < words.Count && Palette.Find(words[i] + " " + words[i + 1]) is not null;
            if ((pair ? Palette.Find(words[i] + " " + words[i + 1]) : Palette.Find(words[i])) is { } color)
            {
                wanted = IsDenied(words, i) ? wanted : color.Hex;
                i += pair ? 1 : 0;
            }
            else if (!Frame.Contains(words[i]) && words[i].Length > 1)
            {
                return null;
            }
        }

        return wanted;
    }

    /// <summary>"not brown", "not that gold"; a comma between says no to what was done.</summary>
    private static bool IsDenied(List<string> words, int color)
    {
        var before = color - 1;
        while (before >= 0 && words[before] is "that" or "this" or "so" or "too" or "a" or "the" or "like")
        {
            before--;
        }

        return before >= 0 && Denials.Contains(words[before]) && !(words[color - 1] is "like");
    }

    private static string? Toned(Match tone, string thing) => Palette.Find(tone.Groups["color"].Value) is not { } color ? null
        : $"{thing}颜色换成{Palette.Shade(color.Hex, darker: tone.Groups["dark"].Success)}";

    [GeneratedRegex(@"^\W*(?:no|not|nah|nope|hmm|sorry|actually|i (?:meant|mean)|more like|rather)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Corrects();

    [GeneratedRegex(@"[\w']+|[,.;:!]", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    /// <summary>不是这种金，要浅一点的金色.</summary>
    [GeneratedRegex(
        @"^\W*(?:不是|不要|别|不对|不)[^，,。]{0,8}[，,。 ]+(?:是|我?想?要|换成?|改成?|用)*(?:(?<dark>深|暗)|浅|淡|亮)(?:一点|一些|点|些)的?(?<color>[\u4e00-\u9fff]{1,3})(?:吧|就好|才对)?\W*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Chinese();
}
