namespace NemoBot.Media.Processes;

/// <summary>
/// Lets so many processes run at once and the others wait in order: a thousand of them side by side would all take for ever. Looking
/// into a file never waits behind a conversion.
/// </summary>
internal sealed class MediaTurns(MediaOptions options) : IDisposable
{
    private readonly SemaphoreSlim _short = new(Places(options.ShortAtOnce));
    private readonly SemaphoreSlim _long = new(Places(options.LongAtOnce));

    /// <summary>Waits for a place; disposing what it returns gives the place back.</summary>
    public async Task<Place> TakeAsync(MediaCommand command, CancellationToken cancellationToken)
    {
        var line = command.TimeLimit <= options.ProbeTimeout ? _short : _long;
        await line.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Place(line);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _short.Dispose();
        _long.Dispose();
    }

    private static int Places(int wanted) => wanted > 0 ? wanted : Math.Max(2, Environment.ProcessorCount);

    /// <summary>A place among those that run.</summary>
    internal sealed class Place(SemaphoreSlim line) : IDisposable
    {
        public void Dispose()
        {
            try
            {
                line.Release();
            }
            catch (ObjectDisposedException)
            {
                // The bot ends: nobody waits any more.
            }
        }
    }
}
