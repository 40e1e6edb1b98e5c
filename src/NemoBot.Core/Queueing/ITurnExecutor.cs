using NemoBot.Core.Requests;

namespace NemoBot.Core.Queueing;

/// <summary>Carries out turns.</summary>
internal interface ITurnExecutor
{
    /// <summary>True if the request runs at once, beside the queue.</summary>
    bool BypassesQueue(Request request);

    /// <summary>True if the request costs work and counts against budgets.</summary>
    bool CostsWork(Request request);

    /// <summary>Runs one turn to its end.</summary>
    Task RunAsync(QueuedTurn item);
}
