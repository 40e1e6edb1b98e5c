using System.Text.Json;

namespace NemoBot.LocalNemo.Language.Examples;

/// <summary>The examples of one language, found by likeness: what is rare in them says more than what is frequent.</summary>
internal sealed class ExampleBook
{
    private const double AlmostSame = 0.85;
    private const double OfWeak = 0.4;
    private const double UnseenWord = 0.7;
    private const double UnseenPair = 0.1;

    // Characters and their pairs say again what the meanings say.
    private const double OfCharacter = 0.3;
    private const double OfPair = 0.5;

    private static readonly Lazy<ExampleBook> English = new(() => Load("examples.en.json"));
    private static readonly Lazy<ExampleBook> Chinese = new(() => Load("examples.zh.json"));

    private readonly Dictionary<string, double> _weights;
    private readonly Dictionary<string, List<Example>> _byFeature = new(StringComparer.Ordinal);
    private readonly double _rarest;

    private ExampleBook(IReadOnlyList<Example> all)
    {
        All = all;
        _weights = all.SelectMany(e => e.Features).CountBy(f => f, StringComparer.Ordinal)
            .ToDictionary(f => f.Key, f => Part(f.Key) * Math.Log(1 + all.Count / (double)f.Value), StringComparer.Ordinal);
        _rarest = Math.Log(1 + all.Count);
        foreach (var (example, feature) in all.SelectMany(e => e.Features.Select(f => (e, f))))
        {
            (_byFeature.TryGetValue(feature, out var list) ? list : _byFeature[feature] = []).Add(example);
        }
    }

    /// <summary>All of them in the order of the file.</summary>
    public IReadOnlyList<Example> All { get; }

    /// <summary>The examples of a language.</summary>
    public static ExampleBook In(bool chinese) => (chinese ? Chinese : English).Value;

    /// <summary>The examples that are like a text, the nearest first, each with its likeness from 0 to 1.</summary>
    public IEnumerable<(Example Example, double Likeness)> Near(IReadOnlySet<string> features)
    {
        var own = Weight(features);
        return features.SelectMany(f => _byFeature.GetValueOrDefault(f, [])).Distinct()
            .Select(e => (Example: e, Shared: e.Features.Where(features.Contains).ToList()))
            .Select(e => (e.Example, e.Shared, Likeness: Weight(e.Shared) / Math.Sqrt(own * Weight(e.Example.Features))))
            .Where(e => Features.Tell(e.Shared) || (e.Shared.Count > 1 && e.Likeness >= AlmostSame))
            .Select(e => (e.Example, e.Likeness))
            .OrderByDescending(e => e.Likeness);
    }

    private static double Part(string feature) => feature[0] < 0x2E80 ? (Features.IsStrong(feature) ? 1 : OfWeak) : feature.Length == 1 ? OfCharacter : OfPair;

    private double Weight(IEnumerable<string> features) =>
        features.Sum(f => _weights.TryGetValue(f, out var weight) ? weight : _rarest * (f[0] < 0x2E80 ? UnseenWord : UnseenPair));

    private static ExampleBook Load(string name)
    {
        using var stream = typeof(ExampleBook).Assembly.GetManifestResourceStream(typeof(ExampleBook), name)!;
        using var document = JsonDocument.Parse(stream);
        return new ExampleBook([.. Read(document.RootElement.GetProperty("examples"), isBeyond: false), .. Read(document.RootElement.GetProperty("beyond"), isBeyond: true)]);
    }

    /// <summary>The words that are carried out, each with what people say.</summary>
    private static IEnumerable<Example> Read(JsonElement rows, bool isBeyond) =>
        rows.EnumerateObject().SelectMany(r => r.Value.EnumerateArray().Select(s => new Example(r.Name, isBeyond, Features.Of(s.GetString()!))));
}
