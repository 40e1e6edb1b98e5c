using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Colors;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Visuals;

namespace NemoBot.LocalNemo.Reports;

/// <summary>Sentences in one language.</summary>
internal sealed partial class Phrases
{
    private readonly Dictionary<string, string> _sentences = new(StringComparer.Ordinal);

    private Phrases(bool chinese)
    {
        Chinese = chinese;
        using var stream = typeof(Phrases).Assembly.GetManifestResourceStream(typeof(Phrases), chinese ? "phrases.zh.json" : "phrases.en.json")!;
        using var document = JsonDocument.Parse(stream);
        foreach (var entry in document.RootElement.EnumerateObject())
        {
            _sentences.Add(entry.Name, entry.Value.GetString()!);
        }
    }

    public static Phrases InEnglish { get; } = new(chinese: false);

    public static Phrases InChinese { get; } = new(chinese: true);

    /// <summary>The language is Chinese; otherwise English.</summary>
    public bool Chinese { get; }

    /// <summary>The keys, for comparing the languages.</summary>
    public IReadOnlyCollection<string> Keys => _sentences.Keys;

    /// <summary>The phrases of a language.</summary>
    public static Phrases In(bool chinese) => chinese ? InChinese : InEnglish;

    /// <summary>A sentence with its values filled in.</summary>
    public string Say(string key, params ReadOnlySpan<object> arguments)
    {
        var values = new object[arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Word(arguments[i]);
        }

        var sentence = string.Format(CultureInfo.InvariantCulture, Numbered(_sentences[key], arguments), values);
        // 0 秒到 5 秒, but 1:20 到 1:25.
        return Chinese ? AfterClock().Replace(sentence, " 到") : sentence;
    }

    /// <summary>Chooses between [line|lines] by the first whole number.</summary>
    private static string Numbered(string sentence, ReadOnlySpan<object> arguments)
    {
        if (!sentence.Contains('|', StringComparison.Ordinal))
        {
            return sentence;
        }

        var form = 2;
        foreach (var argument in arguments)
        {
            if (argument is int count)
            {
                form = count == 1 ? 1 : 2;
                break;
            }
        }

        return Forms().Replace(sentence, m => m.Groups[form].Value);
    }

    [GeneratedRegex(@"\[([^|\]]*)\|([^\]]*)\]")]
    private static partial Regex Forms();

    [GeneratedRegex(@"(?<=:\d\d)到")]
    private static partial Regex AfterClock();

    /// <summary>A note as a sentence.</summary>
    public string Say(Note note) => Say(note.Key, [.. note.Arguments]);

    /// <summary>Sentences one after the other.</summary>
    public string Join(IEnumerable<string> sentences) => string.Join(Chinese ? "" : " ", sentences);

    /// <summary>A list of things.</summary>
    public string List(IEnumerable<string> things) => string.Join(Chinese ? "、" : ", ", things);

    /// <summary>A list of what people said, each in quotes.</summary>
    public string ListQuoted(IEnumerable<string> said) => List(said.Select(s => Say("quoted", s)));

    /// <summary>A color's name.</summary>
    public string Color(string hex) => Palette.NameOf(hex, Chinese);

    /// <summary>A number that is not a percentage.</summary>
    public static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private object Word(object value) => value switch
    {
        TimeSpan time => Time(time),
        HorizontalPlace side => _sentences["side." + side],
        VerticalPlace place => _sentences["place." + place],
        VisualStyle style => VisualTable.Find(style)?.NameIn(Chinese) ?? _sentences["style.none"],
        Corner corner => _sentences["corner." + corner],
        PictureFit fit => _sentences["fit." + fit],
        Motion motion => _sentences["motion." + motion],
        CropFocus focus => _sentences["focus." + focus],
        CaptionStyle style => _sentences["captions." + style],
        SceneStyle style => _sentences["scene." + style],
        OutputFormat format => _sentences["format." + format],
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
