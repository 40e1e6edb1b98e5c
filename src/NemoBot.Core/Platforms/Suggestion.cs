namespace NemoBot.Core.Platforms;

/// <summary>One completion of a command's option.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Label">What is shown; at most 100 characters.</param>
public sealed record Suggestion(string Value, string Label);
