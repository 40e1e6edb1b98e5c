namespace NemoBot.Media.Processes;

/// <summary>
/// Lets so much media work run at once and the rest wait in order: a thousand processes side by side would all take for ever. A turn
/// is a whole piece of work, so that what was begun is finished before the next is begun; looking into a file never waits behind a
/// conversion.
/// </summary>
internal sealed class MediaTurns(MediaOptions options) : IDisposable
{
    private readonly SemaphoreSlim _short = new(Places(options.ShortAtOnce));
    private readonly SemaphoreSlim _long = new(Places(options.LongAtOnce));

    /// <summary>Work of seconds: looking into a file, drawing a picture.</summary>
    public Task<T> ShortAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken) => RunAsync(_short, work, cancellationToken);

    /// <summary>Work of minutes: converting, compressing, fitting.</summary>
    public Task<T> LongAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken) => RunAsync(_long, work, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _short.Dispose();
        _long.Dispose();
    }

    private static async Task<T> RunAsync<T>(SemaphoreSlim places, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await work().ConfigureAwait(false);
        }
        finally
        {
            places.Release();
        }
    }

    private static int Places(int wanted) => wanted > 0 ? wanted : Math.Max(2, Environment.ProcessorCount);
}
