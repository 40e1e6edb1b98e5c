using System.Diagnostics;

namespace NemoBot.Storage.LiteDb.Engine;

/// <summary>
/// Runs calls in one transaction and makes it durable with one sync. If a call throws, everything is rolled back: then each call
/// runs in a transaction of its own, so that only the bad one fails.
/// </summary>
internal sealed class WriteGroup(EngineHost host, int size)
{
    /// <summary>A group is committed after this long even if more calls wait, so that reads get their turn.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(25);

    private readonly List<PendingCall> _members = [];
    private readonly List<PendingCall> _kept = [];
    private bool _isSuspect;

    /// <summary>True if something that was kept must leave no trace in the files.</summary>
    public bool Erases => _kept.Exists(c => c.Kind is CallKind.Erase);

    /// <summary>Runs calls from the queue. Those that fail get their error; the others wait for <see cref="Complete"/>.</summary>
    public void Run(Queue<PendingCall> waiting, Func<Exception, Exception> handle)
    {
        _members.Clear();
        _kept.Clear();
        try
        {
            if (!TryTogether(waiting))
            {
                RunAlone();
            }

            host.Seal();
            if (_isSuspect)
            {
                // A call threw inside of LiteDB: what it holds in memory is not trusted any further.
                host.Drop();
            }
        }
        catch (Exception exception)
        {
            var error = handle(exception);
            host.Drop();
            _members.ForEach(c => c.Fail(error));
            _kept.Clear();
        }

        _isSuspect = false;
    }

    /// <summary>Returns the outcomes to the callers.</summary>
    public void Complete() => _kept.ForEach(c => c.Complete());

    /// <returns>False if a call threw and nothing was kept.</returns>
    private bool TryTogether(Queue<PendingCall> waiting)
    {
        var started = Stopwatch.GetTimestamp();
        _members.Add(waiting.Dequeue());
        var session = host.Session;
        session.Begin();
        try
        {
            _members[0].Run(host);
            while (_members.Count < size && Stopwatch.GetElapsedTime(started) < Longest && waiting.TryDequeue(out var call))
            {
                _members.Add(call);
                call.Run(host);
            }

            session.Commit();
        }
        catch (Exception exception) when (exception is not IOException)
        {
            session.Rollback();
            return false;
        }

        _kept.AddRange(_members);
        return true;
    }

    private void RunAlone()
    {
        var session = host.Session;
        foreach (var call in _members)
        {
            session.Begin();
            try
            {
                call.Run(host);
                session.Commit();
                _kept.Add(call);
            }
            catch (Exception exception) when (exception is not IOException)
            {
                session.Rollback();
                _isSuspect = true;
                call.Fail(EngineErrors.Translate(exception, host.Path));
            }
        }
    }
}
