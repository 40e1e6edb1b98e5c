namespace NemoBot.Core.Platforms;

/// <summary>
/// A platform can never work the way it is configured, for example with a token that its service refuses. The message is a
/// sentence for the operator that names the setting, never its value.
/// </summary>
/// <param name="sentence">What is wrong and which setting to change.</param>
public sealed class PlatformStartException(string sentence) : Exception(sentence);
