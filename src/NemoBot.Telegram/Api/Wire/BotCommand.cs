namespace NemoBot.Telegram.Api.Wire;

/// <summary>One line in the list of commands.</summary>
internal sealed record BotCommand
{
    public required string Command { get; init; }

    public required string Description { get; init; }
}
