namespace NemoBot.Discord.Places;

/// <summary>An interaction whose token still lives. It is kept in memory only: a token is a secret.</summary>
internal sealed class OpenInteraction
{
    private readonly TaskCompletionSource<string?> _echo = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public required string Id { get; init; }

    public required string Application { get; init; }

    public required string Token { get; init; }

    public required string Channel { get; init; }

    /// <summary>The person's language as Discord tells it.</summary>
    public string? Language { get; init; }

    public required DateTimeOffset Until { get; init; }

    /// <summary>The message that shows the request, once it stands; null if there is none.</summary>
    public Task<string?> Echo => _echo.Task;

    public void SetEcho(string? message) => _echo.TrySetResult(message);
}
