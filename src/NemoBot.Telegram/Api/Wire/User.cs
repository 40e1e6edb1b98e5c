namespace NemoBot.Telegram.Api.Wire;

/// <summary>A person or a bot.</summary>
internal sealed record User
{
    public long Id { get; init; }

    public bool IsBot { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Username { get; init; }

    public string? LanguageCode { get; init; }

    /// <summary>Only from <c>getMe</c>: privacy mode is off.</summary>
    public bool CanReadAllGroupMessages { get; init; }
}
