using System.Globalization;

namespace NemoBot.LocalNemo.Projects;

/// <summary>Another format that the same project is made in: another shape, or another kind of file.</summary>
/// <param name="Ratio">Width by height; null: as the project.</param>
/// <param name="Format">The kind of file; null: as the project.</param>
internal sealed record OutputVariant(double? Ratio, OutputFormat? Format)
{
    private const double Close = 0.01;
    private const char PartMark = '-';
    private const char KindMark = ' ';

    private static readonly (int Width, int Height)[] Usual = [(9, 16), (16, 9), (1, 1), (4, 5), (5, 4), (3, 4), (4, 3), (2, 3), (3, 2), (21, 9)];

    /// <summary>The part of the video that it shows; null: all of it.</summary>
    public VideoPart? Part { get; init; }

    /// <summary>What people call it: <c>9:16</c>, <c>GIF</c>, <c>0:20-0:35</c>, <c>GIF 0:20-0:25</c>.</summary>
    public string Name => Part is { } part ? $"{KindOfPart}{TimeOf(part.From)}{PartMark}{TimeOf(part.To)}"
        : Ratio is { } ratio ? NameOf(ratio)
        : (Format ?? OutputFormat.Mp4).ToString().ToUpperInvariant();

    private string KindOfPart => Format is { } format ? format.ToString().ToUpperInvariant() + KindMark : "";

    /// <summary>A part of the video as a file of its own.</summary>
    public static OutputVariant OfPart(TimeSpan from, TimeSpan to, OutputFormat? format = null) => new(null, format) { Part = new VideoPart(Seconds(from), Seconds(to)) };

    /// <summary>What people call a shape.</summary>
    public static string NameOf(double ratio) =>
        Usual.Where(n => Math.Abs(n.Width / (double)n.Height - ratio) < Close).Select(n => $"{n.Width}:{n.Height}").FirstOrDefault()
        ?? $"{Math.Round(ratio * 1000):0}:1000";

    /// <summary>Reads a name; null if it is none.</summary>
    public static OutputVariant? Read(string? name)
    {
        if (name?.Split(KindMark) is [var kind, var times])
        {
            return Read(times) is { Part: not null } part && Read(kind) is { Format: { } named } ? part with { Format = named } : null;
        }

        if (name?.Split(PartMark) is [var from, var to])
        {
            return TimeIn(from) is { } start && TimeIn(to) is { } end && end > start ? OfPart(start, end) : null;
        }

        if (PairIn(name) is ( > 0 and var width, > 0 and var height))
        {
            return new OutputVariant(width / (double)height, null);
        }

        var isWord = name?.All(char.IsAsciiLetterOrDigit) == true && !char.IsAsciiDigit(name.FirstOrDefault());
        return isWord && Enum.TryParse<OutputFormat>(name, ignoreCase: true, out var format) ? new OutputVariant(null, format) : null;
    }

    /// <summary>It is what the project is made as anyway.</summary>
    public bool IsOwn(Project project) => Part is { } part ? part.From <= TimeSpan.Zero && part.To >= project.Duration && (Format is null || Format == project.Output.Format)
        : Ratio is { } ratio ? Math.Abs(ratio - RatioOf(project)) < Close
        : Format == project.Output.Format;

    /// <summary>The names of all formats of a project, its own first; empty if it has only that.</summary>
    public static IReadOnlyList<string> NamesOf(Project project)
    {
        var others = project.Output.Others;
        var own = others.Any(o => o.Ratio is not null) ? new OutputVariant(RatioOf(project), null) : new OutputVariant(null, project.Output.Format);
        return others.Count == 0 ? [] : [own.Name, .. others.Select(o => o.Name)];
    }

    private static string TimeOf(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes}:{time.Seconds:00}");

    private static TimeSpan? TimeIn(string text) => PairIn(text) is (var minutes, < 60 and var seconds) ? new TimeSpan(0, minutes, seconds) : null;

    /// <summary>Two whole numbers with a colon between them.</summary>
    private static (int First, int Second)? PairIn(string? text) =>
        text?.Split(':') is [var first, var second] && NumberIn(first) is { } a && NumberIn(second) is { } b ? (a, b) : null;

    private static int? NumberIn(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The name tells whole seconds.</summary>
    private static TimeSpan Seconds(TimeSpan time) => TimeSpan.FromSeconds(Math.Round(time.TotalSeconds));

    private static double RatioOf(Project project) => project.Canvas.Width / (double)project.Canvas.Height;
}
