namespace NemoBot.Telegram.Api;

/// <summary>
/// The Bot API did not answer, or not as itself (a gateway's error page). It carries no inner exception: the token stands in
/// every address, and what the network stack writes into its exceptions is not ours to promise.
/// </summary>
/// <param name="method">Which call it was.</param>
/// <param name="reason">What happened, without addresses.</param>
internal sealed class TelegramUnreachableException(string method, string reason) : Exception($"{method} got no answer: {reason}");
