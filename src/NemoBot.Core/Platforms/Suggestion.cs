namespace NemoBot.Core.Platforms;

/// <summary>A completion of a command's option.</summary>
/// <param name="Value">The value to send.</param>
/// <param name="Label">The caption; at most 100 characters.</param>
public sealed record Suggestion(string Value, string Label);
