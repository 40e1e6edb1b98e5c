namespace NemoBot.Telegram.Api.Wire;

/// <summary>Any kind of file in a message; each kind fills the fields it has.</summary>
internal sealed record MediaFile
{
    public string? FileId { get; init; }

    /// <summary>The same for every bot and for ever, but good for nothing except comparing.</summary>
    public string? FileUniqueId { get; init; }

    public string? FileName { get; init; }

    public string? MimeType { get; init; }

    public long? FileSize { get; init; }

    public int Width { get; init; }

    public int Height { get; init; }

    public string? FilePath { get; init; }
}
