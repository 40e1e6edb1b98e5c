namespace NemoBot.Telegram.Api;

/// <summary>
/// The Bot API gave no answer, or something else than the Bot API answered (a proxy's error page). There is no inner exception: the
/// token is part of every address, and the network stack's exceptions may quote it.
/// </summary>
/// <param name="method">The call.</param>
/// <param name="reason">What happened, without addresses.</param>
/// <param name="mayHaveArrived">False if the service certainly did not get the request, so that repeating it is safe.</param>
internal sealed class TelegramUnreachableException(string method, string reason, bool mayHaveArrived)
    : Exception($"{method} got no answer: {reason}")
{
    public bool MayHaveArrived { get; } = mayHaveArrived;
}
