namespace NemoBot.Media.Processes;

/// <summary>
/// Limits how many media jobs run at once; the rest wait in order. A job holds its place until all of its processes have ended, so
/// that jobs finish instead of slowing each other down. Short jobs have places of their own and never wait behind long ones.
/// </summary>
internal sealed class MediaConcurrencyLimiter(MediaOptions options) : IDisposable
{
    private readonly SemaphoreSlim _short = new(Places(options.ShortAtOnce));
    private readonly SemaphoreSlim _long = new(Places(options.LongAtOnce));

    /// <summary>Jobs of seconds: probing a file, drawing a picture.</summary>
    public Task<T> ShortAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken) => RunAsync(_short, work, cancellationToken);

    /// <summary>Jobs of minutes: converting, compressing, fitting.</summary>
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
