namespace NemoBot.Core.Requests.Intents;

/// <summary>What a message asks for.</summary>
/// <param name="Kind">Which kind of wish.</param>
/// <param name="Version">The version that was named, for <see cref="IntentKind.Export"/>, <see cref="IntentKind.Preview"/> and <see cref="IntentKind.Undo"/>.</param>
internal sealed record Intent(IntentKind Kind, int? Version = null);
