namespace NemoBot.Telegram.Api.Wire;

/// <summary><c>setMyCommands</c></summary>
internal sealed record SetMyCommandsRequest
{
    public required IReadOnlyList<BotCommand> Commands { get; init; }

    public required CommandScope Scope { get; init; }

    /// <summary>Absent: for everybody whose language has no list of its own.</summary>
    public string? LanguageCode { get; init; }
}
