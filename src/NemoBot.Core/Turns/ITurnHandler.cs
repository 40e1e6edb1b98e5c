using NemoBot.Core.Requests;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Turns;

/// <summary>Carries out one kind of request. A handler ends the turn itself; an exception ends it as a failure.</summary>
internal interface ITurnHandler
{
    /// <summary>True if this handler carries out the request in this state of its turn.</summary>
    bool Handles(Request request, TurnState state);

    /// <summary>True if the request runs at once, beside the queue.</summary>
    bool BypassesQueue(Request request);

    /// <summary>True if the request costs work and counts against budgets.</summary>
    bool CostsWork(Request request);

    Task HandleAsync(TurnContext context, CancellationToken cancellationToken);
}
