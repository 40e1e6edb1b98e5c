namespace NemoBot.Telegram.Api.Wire;

/// <summary>A call without parameters.</summary>
internal sealed record NoParameters;
