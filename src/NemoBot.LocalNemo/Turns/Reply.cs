namespace NemoBot.LocalNemo.Turns;

/// <summary>The answer of a turn.</summary>
/// <param name="Text">What is said.</param>
/// <param name="Offers">Requests that can be sent next, for buttons.</param>
internal sealed record Reply(string Text, IReadOnlyList<string> Offers);
