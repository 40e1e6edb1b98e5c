namespace NemoBot.Telegram.Api.Wire;

/// <summary>Somebody's standing in a chat.</summary>
internal sealed record ChatMember
{
    /// <summary><c>creator</c>, <c>administrator</c>, <c>member</c>, <c>restricted</c>, <c>left</c> or <c>kicked</c>.</summary>
    public string? Status { get; init; }

    public User? User { get; init; }
}
