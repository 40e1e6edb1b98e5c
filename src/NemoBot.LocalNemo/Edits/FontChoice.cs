namespace NemoBot.LocalNemo.Edits;

/// <summary>Finds the installed font that a word asks for.</summary>
internal static class FontChoice
{
    /// <summary>The kind that stands for the font of a new text.</summary>
    public const string Sans = "sans";

    /// <summary>Letters with small feet.</summary>
    public const string Serif = "serif";

    /// <summary>Letters of one width.</summary>
    public const string Mono = "mono";

    /// <summary>Letters as if written by hand.</summary>
    public const string Handwriting = "handwriting";

    /// <summary>Any font but the one of now.</summary>
    public const string Other = "other";

    private const int MostNames = 3;

    /// <summary>Good first; those with Chinese characters look like the usual font's companions.</summary>
    private static readonly Dictionary<string, string[]> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [Serif] = ["Noto Serif CJK SC", "Source Han Serif SC", "Noto Serif", "DejaVu Serif", "Liberation Serif"],
        [Mono] = ["Noto Sans Mono CJK SC", "Noto Sans Mono", "DejaVu Sans Mono", "Liberation Mono"],
        [Handwriting] = ["LXGW WenKai", "Comic Neue", "AR PL UKai CN", "Domestic Manners", "Caveat", "Kaushan Script"],
    };

    /// <summary>Names under which people know a kind of letters, or a font of that kind that is the same by another name.</summary>
    private static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["宋体"] = Serif,
        ["思源宋体"] = Serif,
        ["明体"] = Serif,
        ["黑体"] = Sans,
        ["思源黑体"] = Sans,
        ["source han serif"] = Serif,
        ["source han sans"] = Sans,
        ["noto sans cjk sc"] = Sans,
    };

    /// <summary>The family; null for the usual one, and not found where nothing like that is installed.</summary>
    /// <param name="wanted">A kind or a name.</param>
    /// <param name="current">The family of now.</param>
    /// <param name="installed">What there is.</param>
    public static (bool Found, string? Family) Find(string wanted, string? current, IReadOnlyList<FontFamily> installed)
    {
        wanted = Known.GetValueOrDefault(wanted, wanted);
        if (wanted == Sans)
        {
            return (true, null);
        }

        if (wanted == Other)
        {
            return new[] { Serif, Mono }.Select(k => Find(k, current, installed)).Where(f => f.Found && f.Family != current).Append((current is not null, null)).First();
        }

        var names = Kinds.GetValueOrDefault(wanted, [wanted]);
        var family = names.Select(n => NameOf(n, installed)).FirstOrDefault(n => n is not null);
        return (family is not null, family);
    }

    /// <summary>It is no name of a font.</summary>
    public static bool IsKind(string wanted) => wanted is Sans or Serif or Mono or Handwriting or Other;

    /// <summary>Some fonts that are there, for who asks for one that is not.</summary>
    public static IReadOnlyList<string> Examples(IReadOnlyList<FontFamily> installed) =>
        [.. Kinds.Keys.Select(k => Find(k, null, installed).Family).OfType<string>().Take(MostNames)];

    private static string? NameOf(string name, IReadOnlyList<FontFamily> installed) =>
        (installed.FirstOrDefault(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? installed.FirstOrDefault(f => f.Name.StartsWith(name + " ", StringComparison.OrdinalIgnoreCase)))?.Name;
}
