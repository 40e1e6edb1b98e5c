namespace NemoBot.LocalNemo.Edits;

/// <summary>Which title is meant: by its text, by its number, all of them, or else the last one that is not an artist.</summary>
internal sealed record TitleRef
{
    /// <summary>The last title that is not an artist.</summary>
    public static TitleRef Last { get; } = new();

    /// <summary>All titles.</summary>
    public static TitleRef Every { get; } = new() { All = true };

    /// <summary>Its text.</summary>
    public string? Text { get; init; }

    /// <summary>Its number from 1; -1 is the last, -2 the one before.</summary>
    public int? Number { get; init; }

    /// <summary>All of them.</summary>
    public bool All { get; init; }
}
