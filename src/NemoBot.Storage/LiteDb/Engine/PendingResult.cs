namespace NemoBot.Storage.LiteDb.Engine;

/// <summary>A call that returns something.</summary>
internal sealed class PendingResult<T>(CallKind kind, Func<EngineHost, T> work) : PendingCall(kind)
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    public Task<T> Task => _done.Task;

    public override void Run(EngineHost host) => _result = work(host);

    public override void Complete() => _done.TrySetResult(_result);

    public override void Fail(Exception error) => _done.TrySetException(error);

    /// <summary>Cancels the call unless it is running already: then its outcome counts.</summary>
    public void Cancel(CancellationToken cancellationToken)
    {
        if (TryTake())
        {
            _done.TrySetCanceled(cancellationToken);
        }
    }
}
