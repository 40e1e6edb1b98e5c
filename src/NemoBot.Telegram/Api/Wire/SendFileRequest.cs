namespace NemoBot.Telegram.Api.Wire;

/// <summary><c>sendVideo</c>, <c>sendPhoto</c> and <c>sendDocument</c>; the file is a part of its own or an address on the server's disk.</summary>
internal sealed record SendFileRequest
{
    public required long ChatId { get; init; }

    public long? MessageThreadId { get; init; }

    public string? Video { get; init; }

    public string? Photo { get; init; }

    public string? Document { get; init; }

    public string? Thumbnail { get; init; }

    public int? Width { get; init; }

    public int? Height { get; init; }

    /// <summary>Seconds.</summary>
    public int? Duration { get; init; }

    public bool? SupportsStreaming { get; init; }

    public string? Caption { get; init; }

    public string? ParseMode { get; init; }

    public ReplyParameters? ReplyParameters { get; init; }

    public InlineKeyboard? ReplyMarkup { get; init; }
}
