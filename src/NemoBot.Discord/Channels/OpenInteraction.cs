namespace NemoBot.Discord.Channels;

/// <summary>An interaction whose token is still valid. Kept in memory only: the token is a secret.</summary>
internal sealed class OpenInteraction
{
    private const int Reserved = 1;
    private const int Taken = 2;

    private readonly TaskCompletionSource _replyReleased = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string?> _echo = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _reply;

    public required string Id { get; init; }

    public required string Application { get; init; }

    public required string Token { get; init; }

    public required string Channel { get; init; }

    /// <summary>The person's locale.</summary>
    public string? Language { get; init; }

    public required DateTimeOffset Until { get; init; }

    /// <summary>Discord accepts no further message with this token, whatever its age.</summary>
    public bool IsSpent { get; set; }

    /// <summary>The person has been notified of missing permissions.</summary>
    public bool IsNotified { get; set; }

    /// <summary>Completes with the message that shows the request; null if there is none.</summary>
    public Task<string?> Echo => _echo.Task;

    /// <summary>Completes when the initial reply was taken or need not be reserved any longer.</summary>
    public Task ReplyReleased => _replyReleased.Task;

    /// <summary>Reserves the initial reply for the engine's answer.</summary>
    public void ReserveReply() => Interlocked.CompareExchange(ref _reply, Reserved, 0);

    /// <summary>Takes the initial reply; returns false if it is not reserved or already taken.</summary>
    public bool TryTakeReply()
    {
        var taken = Interlocked.CompareExchange(ref _reply, Taken, Reserved) == Reserved;
        _replyReleased.TrySetResult();
        return taken;
    }

    /// <summary>Gives a taken reply back: the request will be retried.</summary>
    public void ReturnReply() => Interlocked.CompareExchange(ref _reply, Reserved, Taken);

    /// <summary>Another message was sent to the channel: the answer will not be a single message.</summary>
    public void ReleaseReply() => _replyReleased.TrySetResult();

    public void SetEcho(string? message) => _echo.TrySetResult(message);
}
