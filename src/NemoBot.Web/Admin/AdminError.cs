namespace NemoBot.Web.Admin;

/// <summary>A warning or an error of the log.</summary>
/// <param name="At">When.</param>
/// <param name="IsError">False: a warning.</param>
/// <param name="Text">The line, without a stack.</param>
/// <param name="Count">How often it came.</param>
public sealed record AdminError(DateTimeOffset At, bool IsError, string Text, int Count);
