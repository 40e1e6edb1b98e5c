namespace NemoBot.Tests.Telegram.StandIn;

/// <summary>A chat of the stand-in.</summary>
internal sealed class StandInChat
{
    public required long Id { get; init; }

    public required string Type { get; init; }

    public bool IsForum { get; init; }

    /// <summary>Topics that exist; others are "message thread not found".</summary>
    public HashSet<long> Topics { get; } = [];

    /// <summary>The bot is out: every call is answered with this 403.</summary>
    public string? Forbidden { get; set; }

    /// <summary>The group became this supergroup.</summary>
    public long? MovedTo { get; set; }

    /// <summary>Kinds of files that the bot may not send here.</summary>
    public HashSet<string> ForbiddenKinds { get; } = [];

    public DateTimeOffset BlockedUntil { get; set; }

    /// <summary>People by id and their status.</summary>
    public Dictionary<long, string> Members { get; } = [];
}
