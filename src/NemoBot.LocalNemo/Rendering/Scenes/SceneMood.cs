using NemoBot.LocalNemo.Rendering.Motion;

namespace NemoBot.LocalNemo.Rendering.Scenes;

/// <summary>How a mood changes colors and speed.</summary>
/// <param name="Hue">Where the colors start, 0 to 360; null: anywhere.</param>
/// <param name="Saturation">1 is usual.</param>
/// <param name="Value">1 is usual.</param>
/// <param name="Speed">1 is usual.</param>
internal sealed record SceneMood(double? Hue, double Saturation, double Value, double Speed)
{
    private static readonly (SceneMood Mood, string[] Words)[] Table =
    [
        (new(205, 0.75, 0.95, 0.6), ["calm", "chill", "relax", "peace", "soft", "ambient", "lofi", "lo-fi", "平静", "安静", "舒缓", "放松", "轻柔"]),
        (new(265, 0.9, 0.62, 0.8), ["dark", "night", "moody", "mystic", "sad", "melanchol", "黑暗", "夜", "神秘", "悲伤", "忧郁", "伤感"]),
        (new(28, 0.95, 1.1, 1.1), ["happy", "bright", "sunny", "joy", "summer", "warm", "快乐", "明亮", "阳光", "欢快", "夏", "温暖"]),
        (new(330, 1.1, 1.05, 1.5), ["energ", "party", "hard", "power", "club", "dance", "rave", "活力", "派对", "动感", "激烈", "舞"]),
        (new(345, 0.8, 0.9, 0.75), ["romantic", "love", "dream", "浪漫", "爱", "梦"]),
    ];

    /// <summary>Behind somebody who speaks.</summary>
    private static readonly SceneMood Speech = new(null, 0.85, 0.95, 0.6);

    /// <summary>From a word if it is known, otherwise from the sound of the song.</summary>
    public static SceneMood Of(string? word, BeatMap sound)
    {
        var wanted = word is null ? null : Table.FirstOrDefault(t => t.Words.Any(w => word.Contains(w, StringComparison.OrdinalIgnoreCase))).Mood;
        if (wanted is not null)
        {
            return wanted;
        }

        if (sound.IsSpeech)
        {
            return Speech;
        }

        var sections = sound.Sections;
        var (energy, brightness) = (sections.Average(s => s.Energy), sections.Average(s => s.Brightness));
        return new SceneMood(null, 0.75 + (0.35 * energy), 0.8 + (0.3 * brightness), 0.6 + (0.7 * energy));
    }
}
