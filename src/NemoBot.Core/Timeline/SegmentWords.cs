using System.Globalization;
using NemoBot.Core.Text;

namespace NemoBot.Core.Timeline;

/// <summary>How tracks and segments are called in sentences.</summary>
/// <param name="texts">The words' language.</param>
internal sealed class SegmentWords(Texts texts)
{
    private const int LongestLabel = 60;

    private static readonly string[] MusicHints = ["bgm", "music", "soundtrack", "lo-fi", "lofi", "配乐", "音乐", "伴奏"];
    private static readonly string[] VoiceHints = ["voice", "narrat", "speech", "dialog", "vocal", "旁白", "配音", "人声", "解说"];

    /// <summary>What a kind of sound or picture is called. Sound below something else is music; sound at full volume may be anything.</summary>
    public static TrackRole RoleOf(TrackKind kind, string trackLabel, Segment? segment) => kind switch
    {
        TrackKind.Video => TrackRole.Video,
        TrackKind.Text => TrackRole.Title,
        TrackKind.Effect => TrackRole.Effect,
        _ => RoleOfSound(trackLabel) ?? RoleOfSound(segment?.Label ?? "") ?? (segment?.Volume is < 0.995 ? TrackRole.Music : TrackRole.Audio),
    };

    /// <summary>The track calls itself plain sound: it is the material itself, whatever its file is called.</summary>
    public static bool IsPlainSound(string trackLabel) => trackLabel is "Audio" or "音频";

    /// <summary>The track calls its texts captions.</summary>
    public static bool IsCaptions(string trackLabel) => trackLabel is "Captions" or "字幕";

    /// <summary>The word for a role, for example "Title".</summary>
    public string Word(TrackRole role) => texts["timeline.role." + RoleKey(role)];

    /// <summary>How many there are, for example "5 clips".</summary>
    public string Count(TrackRole role, int count) => texts.Format("timeline.count." + RoleKey(role), count);

    /// <summary>A label in quotation marks, shortened where it is too long to be read in passing.</summary>
    public string Quote(string label) => texts.Format("timeline.quote", Shorten(label));

    /// <summary>A volume in percent.</summary>
    public static string Percent(double volume) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(volume * 100)}%");

    /// <summary>At most 60 characters, cut between characters.</summary>
    public static string Shorten(string label)
    {
        var text = new StringInfo(label);
        return text.LengthInTextElements <= LongestLabel
            ? label
            : string.Concat(text.SubstringByTextElements(0, LongestLabel - 1).TrimEnd(), "…");
    }

    private static TrackRole? RoleOfSound(string label) =>
        IsPlainSound(label) ? TrackRole.Audio
        : Hints(VoiceHints, label) ? TrackRole.Voice
        : Hints(MusicHints, label) ? TrackRole.Music
        : null;

    private static bool Hints(string[] hints, string label) => hints.Any(h => label.Contains(h, StringComparison.OrdinalIgnoreCase));

    private static string RoleKey(TrackRole role) => role switch
    {
        TrackRole.Video => "video",
        TrackRole.Music => "music",
        TrackRole.Voice => "voice",
        TrackRole.Audio => "audio",
        TrackRole.Title => "title",
        _ => "effect",
    };
}
