namespace NemoBot.LocalNemo.Language;

/// <summary>One thing that was done, as a tool call is told.</summary>
/// <param name="Tool">The tool's name, for example <c>add_title</c>.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record Step(string Tool, IReadOnlyList<KeyValuePair<string, string>> Arguments);
