namespace NemoBot.Core.Backend;

/// <summary>One way of working with the backend, read from a Markdown file with YAML front matter.</summary>
public sealed record Skill
{
    /// <summary>The front matter's <c>name</c>; sent with every call.</summary>
    public required string Name { get; init; }

    /// <summary>The front matter's <c>version</c>; sent with every call.</summary>
    public required string Version { get; init; }

    /// <summary>Which platform the file was installed for (<c>clawhub</c>, <c>cursor</c>, <c>unknown</c>); sent with every call.</summary>
    public required string Source { get; init; }

    /// <summary>Title by language (<c>en</c>, <c>zh</c>).</summary>
    public required IReadOnlyDictionary<string, string> Titles { get; init; }

    /// <summary>Greeting by language.</summary>
    public required IReadOnlyDictionary<string, string> Greetings { get; init; }

    /// <summary>What people typically ask first, by language; offered as buttons.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Starters { get; init; }

    /// <summary>File endings that are taken, lower case without the dot.</summary>
    public required IReadOnlyList<string> AcceptedTypes { get; init; }

    /// <summary>Largest file in bytes.</summary>
    public required long MaxBytes { get; init; }

    /// <summary>How long it usually takes.</summary>
    public TimeSpan UsualDuration { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>A piece of advice by language; may be empty.</summary>
    public IReadOnlyDictionary<string, string> Tips { get; init; } = new Dictionary<string, string>();
}
