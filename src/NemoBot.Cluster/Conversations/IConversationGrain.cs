namespace NemoBot.Cluster.Conversations;

/// <summary>The home of one conversation among all instances. Every call is short: the work runs beside it.</summary>
internal interface IConversationGrain : IGrainWithStringKey
{
    /// <summary>Runs a stored turn or enqueues it.</summary>
    Task<DispatchAnswer> DispatchAsync(long turn);

    /// <summary>Takes up what is open.</summary>
    Task WakeAsync();

    /// <summary>Stops the work.</summary>
    Task CloseAsync();

    /// <summary>Moves the conversation to another key.</summary>
    Task MoveAsync(string to);
}
