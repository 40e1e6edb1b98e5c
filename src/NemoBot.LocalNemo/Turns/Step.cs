namespace NemoBot.LocalNemo.Turns;

/// <summary>One finished piece of work, as a tool call in the stream.</summary>
/// <param name="Tool">The tool's name, for example <c>add_title</c>.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record Step(string Tool, IReadOnlyList<KeyValuePair<string, string>> Arguments);
