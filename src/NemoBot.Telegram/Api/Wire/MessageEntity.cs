namespace NemoBot.Telegram.Api.Wire;

/// <summary>A marked part of a text; offset and length count UTF-16 units.</summary>
internal sealed record MessageEntity
{
    public string? Type { get; init; }

    public int Offset { get; init; }

    public int Length { get; init; }

    /// <summary>The address behind a <c>text_link</c>.</summary>
    public string? Url { get; init; }

    /// <summary>The person behind a <c>text_mention</c>.</summary>
    public User? User { get; init; }
}
