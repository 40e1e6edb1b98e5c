namespace NemoBot.Telegram.Api.Wire;

/// <summary>Who sees a list of commands.</summary>
internal sealed record CommandScope
{
    public required string Type { get; init; }
}
