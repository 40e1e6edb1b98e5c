namespace NemoBot.Discord.Places;

/// <summary>An interaction whose token still lives. It is kept in memory only: a token is a secret.</summary>
internal sealed class OpenInteraction
{
    private const int Kept = 1;
    private const int Taken = 2;

    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string?> _echo = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _place;

    public required string Id { get; init; }

    public required string Application { get; init; }

    public required string Token { get; init; }

    public required string Channel { get; init; }

    /// <summary>The person's language as Discord tells it.</summary>
    public string? Language { get; init; }

    public required DateTimeOffset Until { get; init; }

    /// <summary>Discord takes no further message by this token, whatever the clock says.</summary>
    public bool IsSpent { get; set; }

    /// <summary>The person was told what the bot lacks.</summary>
    public bool IsTold { get; set; }

    /// <summary>The message that shows the request, once it stands; null if there is none.</summary>
    public Task<string?> Echo => _echo.Task;

    /// <summary>Ends when the place of the first answer was taken, or need not be kept free any longer.</summary>
    public Task Settled => _settled.Task;

    /// <summary>Keeps the place of the first answer free for what the engine says.</summary>
    public void KeepPlace() => Interlocked.CompareExchange(ref _place, Kept, 0);

    /// <summary>Takes the place of the first answer; false if it is not free.</summary>
    public bool TakePlace()
    {
        var taken = Interlocked.CompareExchange(ref _place, Taken, Kept) == Kept;
        _settled.TrySetResult();
        return taken;
    }

    /// <summary>Something else was said in the channel: the answer is not going to be a single message.</summary>
    public void Settle() => _settled.TrySetResult();

    public void SetEcho(string? message) => _echo.TrySetResult(message);
}
