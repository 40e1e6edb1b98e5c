namespace NemoBot.Core.Requests;

/// <summary>A message, understood.</summary>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Command">The command's name, for commands.</param>
/// <param name="Arguments">What follows the command's name, or the words.</param>
internal sealed record Request(RequestKind Kind, string Command, string Arguments);
