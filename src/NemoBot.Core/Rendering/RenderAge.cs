namespace NemoBot.Core.Rendering;

/// <summary>How long a render has been going on. While this process looks, a jump of the clock does not count.</summary>
/// <param name="createdAt">When it began, maybe in an earlier process.</param>
/// <param name="clock">The time.</param>
internal sealed class RenderAge(DateTimeOffset createdAt, TimeProvider clock)
{
    private readonly TimeSpan _before = clock.GetUtcNow() - createdAt is var age && age > TimeSpan.Zero ? age : TimeSpan.Zero;
    private readonly long _since = clock.GetTimestamp();

    public TimeSpan Elapsed => _before + clock.GetElapsedTime(_since);
}
