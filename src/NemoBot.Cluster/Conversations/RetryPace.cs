using NemoBot.Core.Storage;

namespace NemoBot.Cluster.Conversations;

/// <summary>Spaces the attempts to continue work that ends again without its end being stored: each wait is twice the one before.</summary>
internal sealed class RetryPace(TimeProvider clock)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);
    private Dictionary<OpenWork, (DateTimeOffset Next, TimeSpan Wait)> _tried = [];

    /// <summary>Returns the work that is due, and forgets what is not open any more.</summary>
    public IReadOnlyList<OpenWork> TakeDue(IReadOnlyList<OpenWork> open)
    {
        var now = clock.GetUtcNow();
        var tried = new Dictionary<OpenWork, (DateTimeOffset Next, TimeSpan Wait)>();
        var due = new List<OpenWork>();
        foreach (var work in open)
        {
            var isKnown = _tried.TryGetValue(work, out var last);
            if (isKnown && now < last.Next)
            {
                tried[work] = last;
                continue;
            }

            var wait = isKnown && last.Wait * 2 < LongestWait ? last.Wait * 2 : isKnown ? LongestWait : FirstWait;
            tried[work] = (now + wait, wait);
            due.Add(work);
        }

        _tried = tried;
        return due;
    }
}
