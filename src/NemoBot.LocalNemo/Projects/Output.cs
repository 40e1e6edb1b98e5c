namespace NemoBot.LocalNemo.Projects;

/// <summary>The finished file.</summary>
internal sealed record Output
{
    /// <summary>What to make.</summary>
    public OutputFormat Format { get; init; }

    /// <summary>The formats that it is made in besides.</summary>
    public IReadOnlyList<OutputVariant> Others { get; init; } = [];

    /// <summary>How often the same caption file was asked for again: each time it is handed out anew.</summary>
    public int Again { get; init; }

    /// <summary>Title in the file's tags and name; null: chosen from the material.</summary>
    public string? Title { get; init; }

    /// <summary>Artist in the file's tags.</summary>
    public string? Artist { get; init; }

    /// <summary>Bytes that the file stays below; null: as large as it gets.</summary>
    public long? MaxBytes { get; init; }
}
