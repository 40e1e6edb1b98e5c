namespace NemoBot.Storage.LiteDb.Durability;

/// <summary>
/// A write-ahead log of pages that is on disk whole frame by whole frame. Appended pages wait in memory until <see cref="Seal"/>
/// writes them as one checksummed frame and syncs. Opening keeps the frames up to the first that does not fit its checksum.
/// <see cref="Clear"/> starts a new epoch, after which no older frame fits any more. Not safe for several threads.
/// </summary>
internal sealed class SealedLog : IDisposable
{
    /// <summary>Size of a page of LiteDB.</summary>
    public const int PageSize = 8192;

    private const int KeptBuffers = 256;
    private readonly IDiskFile _file;
    private readonly List<SealedPage> _sealed = [];
    private readonly List<byte[]> _pending = [];
    private readonly Stack<byte[]> _free = new();
    private LogEpoch _epoch;
    private ulong _chain;
    private long _end;
    private bool _isClearing;

    private SealedLog(IDiskFile file) => _file = file;

    /// <summary>Pages in the log, those that are not sealed yet included.</summary>
    public int Count => _sealed.Count + _pending.Count;

    /// <summary>Pages that are on disk.</summary>
    public int SealedCount => _sealed.Count;

    /// <summary>Bytes of the file up to the end of the last frame.</summary>
    public long SealedLength => _end;

    /// <summary>Bytes that opening dropped because they fit no checksum.</summary>
    public long DroppedBytes { get; private set; }

    /// <summary>Opens the log in a file, which may be new.</summary>
    public static SealedLog Open(IDiskFile file)
    {
        var log = new SealedLog(file);
        log.Load();
        return log;
    }

    /// <summary>Copies a page out of the log.</summary>
    /// <exception cref="IOException">The bytes on disk are not the ones that were sealed.</exception>
    public void ReadPage(int index, Span<byte> page)
    {
        if (index >= _sealed.Count)
        {
            _pending[index - _sealed.Count].CopyTo(page);
            return;
        }

        ReadSealed(_sealed[index], page);
    }

    /// <summary>The pages on disk, for a copy that is taken while the log grows.</summary>
    public IReadOnlyList<SealedPage> SealedPages() => [.. _sealed];

    /// <summary>Reads one of <see cref="SealedPages"/>; safe on any thread.</summary>
    /// <returns>The size of a page.</returns>
    /// <exception cref="IOException">The bytes on disk are not the ones that were sealed.</exception>
    public int ReadSealed(SealedPage page, Span<byte> target)
    {
        target = target[..PageSize];
        return _file.Read(page.Offset, target) == PageSize && LogFrame.HashPage(target) == page.Hash
            ? PageSize
            : throw new IOException("A page of the log has changed on disk.");
    }

    /// <summary>Takes a page into the frame that the next <see cref="Seal"/> writes.</summary>
    public void Append(ReadOnlySpan<byte> page)
    {
        var buffer = _free.TryPop(out var used) ? used : new byte[PageSize];
        page.CopyTo(buffer);
        _pending.Add(buffer);
    }

    /// <summary>Replaces a page that is not sealed yet.</summary>
    public void Rewrite(int index, ReadOnlySpan<byte> page) => page.CopyTo(_pending[index - _sealed.Count]);

    /// <summary>Puts everything appended on disk, as a whole or not at all.</summary>
    public void Seal()
    {
        if (_pending.Count == 0)
        {
            return;
        }

        var (header, chain) = LogFrame.Describe(_chain, _pending);
        _file.Write(_end, [header, .. _pending.Select(p => (ReadOnlyMemory<byte>)p)]);
        _file.Sync();
        _chain = chain;
        _end += header.Length;
        foreach (var page in _pending)
        {
            _sealed.Add(new SealedPage(_end, LogFrame.HashPage(page)));
            _end += PageSize;
            if (_free.Count < KeptBuffers)
            {
                _free.Push(page);
            }
        }

        _pending.Clear();
    }

    /// <summary>
    /// Goes back to what is on disk after an error: drops what is not sealed, cuts off what a failed <see cref="Seal"/> may have
    /// left in the file (its caller got an error), and reads the frames again.
    /// </summary>
    public void Recover()
    {
        if (!_isClearing)
        {
            _file.SetLength(_end);
        }

        Load();
    }

    /// <summary>
    /// Empties the log. The new epoch is durable before the file shrinks: a power cut leaves either all frames or none, never a
    /// part of them that would roll the data file back.
    /// </summary>
    public void Clear()
    {
        _isClearing = true;
        _epoch = _epoch.Next();
        _epoch.Write(_file);
        Restart();
        _file.SetLength(_end);
        _isClearing = false;
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    private void Restart()
    {
        _sealed.Clear();
        _pending.Clear();
        _chain = _epoch.Seed;
        _end = LogEpoch.Area;
    }

    private void Load()
    {
        var length = _file.Length;
        var known = LogEpoch.Read(_file);
        _epoch = known ?? LogEpoch.First;
        if (known is null)
        {
            _epoch.Write(_file);
        }

        Restart();
        while (LogFrame.Read(_file, _end, length, _chain) is { } frame)
        {
            _sealed.AddRange(frame.Pages);
            _chain = frame.Chain;
            _end = frame.End;
        }

        DroppedBytes = Math.Max(0, length - _end);
        _file.SetLength(_end);
        _isClearing = false;
    }
}
