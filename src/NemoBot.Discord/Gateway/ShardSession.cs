namespace NemoBot.Discord.Gateway;

/// <summary>A session that can be resumed.</summary>
/// <param name="Id">Discord's id of it.</param>
/// <param name="ResumeUrl">Where to resume it.</param>
/// <param name="Line">What has been received and dealt with.</param>
internal sealed record ShardSession(string Id, string ResumeUrl, SequenceLine Line);
