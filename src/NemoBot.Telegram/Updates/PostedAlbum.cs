namespace NemoBot.Telegram.Updates;

/// <summary>An album that was published to the engine.</summary>
/// <param name="Chat">The chat.</param>
/// <param name="Group">The service's id of the album.</param>
/// <param name="Messages">The message ids of its parts.</param>
internal sealed record PostedAlbum(long Chat, string Group, IReadOnlyList<int> Messages);
