namespace NemoBot.Tests.Scenarios.Support;

/// <summary>Decides which calls of an interface fail, and counts all of them by the method's name.</summary>
public sealed class Faults
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _calls = new(StringComparer.Ordinal);
    private readonly List<Fault> _faults = [];

    /// <summary>The methods that were called.</summary>
    public IReadOnlyCollection<string> Called
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls.Keys];
            }
        }
    }

    public int Calls(string method)
    {
        lock (_gate)
        {
            return _calls.GetValueOrDefault(method);
        }
    }

    /// <summary>True once a call has failed.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Lets calls of a method fail from now on.</summary>
    /// <param name="method">The method's name.</param>
    /// <param name="exception">What the calls throw.</param>
    /// <param name="skip">So many calls succeed first.</param>
    /// <param name="times">So many calls fail.</param>
    public void Fail(string method, Exception exception, int skip = 0, int times = 1)
    {
        lock (_gate)
        {
            var first = _calls.GetValueOrDefault(method) + skip;
            _faults.Add(new Fault(method, first, first + (long)times, exception));
        }
    }

    /// <summary>Nothing fails any more.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _faults.Clear();
        }
    }

    /// <summary>Counts a call.</summary>
    /// <returns>What it throws; null to let it through.</returns>
    public Exception? Count(string method)
    {
        lock (_gate)
        {
            var number = _calls.GetValueOrDefault(method);
            _calls[method] = number + 1;
            var found = _faults.Find(f => f.Method == method && number >= f.First && number < f.End)?.Exception;
            HasFailed |= found is not null;
            return found;
        }
    }

    private sealed record Fault(string Method, int First, long End, Exception Exception);
}
