namespace NemoBot.LocalNemo.Store;

/// <summary>A session that is in use.</summary>
internal sealed class Session(SessionRecord record, Action<SessionRecord> save)
{
    private readonly Lock _gate = new();
    private SessionRecord _record = record;
    private bool _busy;
    private bool _isErased;

    /// <summary>The current state.</summary>
    public SessionRecord Record
    {
        get
        {
            lock (_gate)
            {
                return _record;
            }
        }
    }

    /// <summary>True after <see cref="Erase"/>: nothing is written any more.</summary>
    public bool IsErased
    {
        get
        {
            lock (_gate)
            {
                return _isErased;
            }
        }
    }

    /// <summary>Ends writing, so that a turn that still runs does not bring the record back.</summary>
    public void Erase()
    {
        lock (_gate)
        {
            _isErased = true;
        }
    }

    /// <summary>Changes it, on disk first.</summary>
    public SessionRecord Update(Func<SessionRecord, SessionRecord> change)
    {
        lock (_gate)
        {
            var changed = change(_record);
            if (!_isErased)
            {
                save(changed);
            }

            return _record = changed;
        }
    }

    /// <summary>Begins a turn; false if one is running.</summary>
    public bool TryBegin()
    {
        lock (_gate)
        {
            return !_busy && (_busy = true);
        }
    }

    /// <summary>Ends the turn.</summary>
    public void End()
    {
        lock (_gate)
        {
            _busy = false;
        }
    }
}
