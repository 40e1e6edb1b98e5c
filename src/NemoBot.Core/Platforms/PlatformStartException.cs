namespace NemoBot.Core.Platforms;

/// <summary>
/// A platform can never work as it is configured, for example with a token its service refuses. The message is for the operator and names
/// the setting, never its value.
/// </summary>
/// <param name="sentence">The problem, and the setting to change.</param>
public sealed class PlatformStartException(string sentence) : Exception(sentence);
