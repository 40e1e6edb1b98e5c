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
        (new(205, 0.75, 0.95, 0.6), ["calm", "chill", "relax", "peace", "sooth", "seren", "mellow", "tranquil", "laid back", "soft", "cozy", "ambient", "atmospher", "lofi", "lo-fi",
            "平静", "安静", "舒缓", "放松", "轻松", "轻柔", "温柔", "悠扬", "抒情", "治愈", "古风"]),
        (new(265, 0.9, 0.62, 0.8), ["dark", "night", "mood", "gloom", "myst", "sad", "melanchol", "eerie", "spook", "haunt", "hypno",
            "黑暗", "暗黑", "夜", "神秘", "悲伤", "忧伤", "忧郁", "阴郁", "伤感", "恐怖", "诡异"]),
        (new(28, 0.95, 1.1, 1.1), ["happy", "bright", "sunny", "joy", "summer", "warm", "cheer", "playful", "uplift", "feel good", "festive",
            "快乐", "欢乐", "明亮", "阳光", "欢快", "轻快", "夏", "温暖", "温馨", "喜庆"]),
        (new(330, 1.1, 1.05, 1.5), ["energ", "lively", "upbeat", "hype", "party", "hard", "power", "intense", "aggress", "epic", "groov", "club", "dance", "rave",
            "活力", "派对", "动感", "激烈", "舞", "热血", "热闹", "燃"]),
        (new(345, 0.8, 0.9, 0.75), ["romantic", "love", "dream", "nostalg", "ethereal", "浪漫", "爱", "梦", "唯美"]),
    ];

    /// <summary>Behind somebody who speaks.</summary>
    private static readonly SceneMood Speech = new(null, 0.85, 0.95, 0.6);

    /// <summary>The mood of a word; null if none is known.</summary>
    public static SceneMood? Named(string word) => Table.FirstOrDefault(t => t.Words.Any(w => word.Contains(w, StringComparison.OrdinalIgnoreCase))).Mood;

    /// <summary>From a word if it is known, otherwise from the sound of the song.</summary>
    public static SceneMood Of(string? word, BeatMap sound)
    {
        if (word is not null && Named(word) is { } wanted)
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
