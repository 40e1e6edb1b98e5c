namespace NemoBot.Telegram.Updates;

/// <summary>An album that the engine has.</summary>
/// <param name="Chat">Where it stands.</param>
/// <param name="Group">The service's id of it.</param>
/// <param name="Messages">The ids of its parts.</param>
internal sealed record PostedAlbum(long Chat, string Group, IReadOnlyList<long> Messages);
