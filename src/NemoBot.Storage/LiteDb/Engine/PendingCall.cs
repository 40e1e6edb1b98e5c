namespace NemoBot.Storage.LiteDb.Engine;

/// <summary>One call that waits for the engine thread.</summary>
internal abstract class PendingCall(CallKind kind)
{
    private int _taken;

    /// <summary>What it does with the engine.</summary>
    public CallKind Kind { get; } = kind;

    /// <summary>Claims it for running or for cancellation, whichever comes first.</summary>
    /// <returns>False if the other one came first.</returns>
    public bool TryTake() => Interlocked.Exchange(ref _taken, 1) == 0;

    /// <summary>Does the work. May run a second time if the group it was part of failed.</summary>
    public abstract void Run(EngineHost host);

    /// <summary>The outcome is durable: returns it to the caller.</summary>
    public abstract void Complete();

    /// <summary>Nothing of it was kept.</summary>
    public abstract void Fail(Exception error);
}
