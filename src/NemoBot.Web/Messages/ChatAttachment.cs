namespace NemoBot.Web.Messages;

/// <summary>A file of a message.</summary>
internal sealed record ChatAttachment
{
    public required string Name { get; init; }

    public required string Mime { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>URL on this site.</summary>
    public required string Url { get; init; }

    /// <summary>URL of the poster.</summary>
    public string? Poster { get; init; }

    /// <summary>Pixels.</summary>
    public int? Width { get; init; }

    /// <summary>Pixels.</summary>
    public int? Height { get; init; }

    /// <summary>Seconds.</summary>
    public double? Duration { get; init; }
}
