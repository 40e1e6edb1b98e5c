namespace NemoBot.Discord.Gateway;

/// <summary>A session that can be resumed.</summary>
/// <param name="Id">Discord's id of the session.</param>
/// <param name="ResumeUrl">Where to resume it.</param>
/// <param name="Sequence">What has been received and processed.</param>
internal sealed record ShardSession(string Id, string ResumeUrl, SequenceTracker Sequence);
