namespace NemoBot.Discord.Gateway;

/// <summary>How a connection ended and what to do next.</summary>
/// <param name="KeepSession">The session can be resumed.</param>
/// <param name="WasUseful">A session ran on it: connecting again need not wait.</param>
/// <param name="Wait">A wait that Discord asks for before a new session.</param>
internal readonly record struct ConnectionEnd(bool KeepSession, bool WasUseful, TimeSpan Wait = default);
