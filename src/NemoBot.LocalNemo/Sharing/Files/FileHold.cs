namespace NemoBot.LocalNemo.Sharing.Files;

/// <summary>Keeps files in the cache until it is disposed.</summary>
internal sealed class FileHold(FileCache cache, IReadOnlyList<string> paths) : IDisposable
{
    private bool _isReleased;

    public void Dispose()
    {
        if (!_isReleased)
        {
            _isReleased = true;
            cache.Release(paths);
        }
    }
}
