using System.Globalization;
using System.Text.Json;
using NemoBot.LocalNemo.Colors;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language;

/// <summary>Sentences in one language.</summary>
internal sealed class Speech
{
    private readonly Dictionary<string, string> _sentences = new(StringComparer.Ordinal);

    private Speech(bool chinese)
    {
        Chinese = chinese;
        using var stream = typeof(Speech).Assembly.GetManifestResourceStream(typeof(Speech), chinese ? "speech.zh.json" : "speech.en.json")!;
        using var document = JsonDocument.Parse(stream);
        foreach (var entry in document.RootElement.EnumerateObject())
        {
            _sentences.Add(entry.Name, entry.Value.GetString()!);
        }
    }

    public static Speech InEnglish { get; } = new(chinese: false);

    public static Speech InChinese { get; } = new(chinese: true);

    /// <summary>It is Chinese; otherwise English.</summary>
    public bool Chinese { get; }

    /// <summary>The keys, for comparing the languages.</summary>
    public IReadOnlyCollection<string> Keys => _sentences.Keys;

    /// <summary>A sentence with its values filled in.</summary>
    public string Say(string key, params ReadOnlySpan<object> arguments)
    {
        var values = new object[arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Word(arguments[i]);
        }

        return string.Format(CultureInfo.InvariantCulture, _sentences[key], values);
    }

    /// <summary>Sentences one after the other.</summary>
    public string Join(IEnumerable<string> sentences) => string.Join(Chinese ? "" : " ", sentences);

    /// <summary>Things named one after the other.</summary>
    public string List(IEnumerable<string> things) => string.Join(Chinese ? "、" : ", ", things);

    /// <summary>A colour's name.</summary>
    public string Color(string hex) => Palette.NameOf(hex, Chinese);

    private object Word(object value) => value switch
    {
        TimeSpan time => Time(time),
        VerticalPlace place => _sentences["place." + place],
        VisualStyle style => _sentences["style." + style],
        double part => (part * 100).ToString("0.#", CultureInfo.InvariantCulture) + "%",
        _ => value,
    };

    private string Time(TimeSpan time)
    {
        if (time < TimeSpan.FromMinutes(1))
        {
            return time.TotalSeconds.ToString("0.##", CultureInfo.InvariantCulture) + (Chinese ? " 秒" : " s");
        }

        var rounded = TimeSpan.FromSeconds(Math.Round(time.TotalSeconds));
        return rounded.ToString(rounded.TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture);
    }
}
