namespace NemoBot.Terminal;

/// <summary>The arguments of <c>make</c>: files, what to do with them, and where the video goes.</summary>
internal sealed record MakeArguments
{
    public const string Usage = "nemobot make FILE [FILE ...] --say \"waveform video, 9:16\" [--out video.mp4] [--lang en|zh] [--json]";

    public required IReadOnlyList<string> Files { get; init; }

    public required string Say { get; init; }

    /// <summary>Null: named after the first file and what is made.</summary>
    public string? Out { get; init; }

    public string Language { get; init; } = "en";

    /// <summary>One JSON object on standard output, nothing on standard error but errors.</summary>
    public bool Json { get; init; }

    /// <returns>The arguments, or null and what is wrong with them.</returns>
    public static (MakeArguments? Arguments, string? Problem) Read(IReadOnlyList<string> words)
    {
        var files = new List<string>();
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var json = false;
        for (var i = 0; i < words.Count; i++)
        {
            switch (words[i])
            {
                case "--json":
                    json = true;
                    break;
                case "--say" or "--out" or "--lang" when i + 1 < words.Count:
                    values[words[i]] = words[++i];
                    break;
                case var option when option.StartsWith("--", StringComparison.Ordinal):
                    return (null, $"I don't know {option}, or its value is missing.");
                case var file:
                    files.Add(file);
                    break;
            }
        }

        if (files.Count == 0 || !values.TryGetValue("--say", out var say) || string.IsNullOrWhiteSpace(say))
        {
            return (null, "Name at least one file, and say what to make with --say.");
        }

        var target = values.GetValueOrDefault("--out");
        return target is not null && files.Any(f => Path.GetFullPath(f) == Path.GetFullPath(target))
            ? (null, "The video would take the place of one of the files. Name another one with --out.")
            : (new MakeArguments { Files = files, Say = say, Out = target, Json = json, Language = values.GetValueOrDefault("--lang") ?? "en" }, null);
    }

    /// <summary>Where a finished file goes.</summary>
    /// <param name="fileName">Its name in a chat; tells the kind of file.</param>
    /// <param name="before">How many files were made before it.</param>
    public string TargetFor(string fileName, int before = 0)
    {
        if (before > 0)
        {
            var first = TargetFor(fileName);
            string Name(int number) => Path.Combine(Path.GetDirectoryName(first)!, $"{Path.GetFileNameWithoutExtension(first)}-{number}{Path.GetExtension(fileName)}");
            return Enumerable.Range(before + 1, Files.Count + 1).Select(Name).First(n => Files.All(f => Path.GetFullPath(f) != n));
        }

        if (Out is not null)
        {
            return Path.GetFullPath(Out);
        }

        var target = Path.GetFullPath(Path.ChangeExtension(Path.GetFileName(Files[0]), Path.GetExtension(fileName)));
        return Files.Any(f => Path.GetFullPath(f) == target)
            ? Path.Combine(Path.GetDirectoryName(target)!, $"{Path.GetFileNameWithoutExtension(target)}-new{Path.GetExtension(target)}")
            : target;
    }
}
