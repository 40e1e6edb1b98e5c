namespace NemoBot.Discord.Gateway;

/// <summary>How a connection ended.</summary>
/// <param name="KeepSession">The session can be resumed.</param>
/// <param name="WasUseful">A session ran on it: reconnecting need not wait.</param>
/// <param name="Wait">The delay Discord requires before a new session.</param>
internal readonly record struct ConnectionEnd(bool KeepSession, bool WasUseful, TimeSpan Wait = default);
