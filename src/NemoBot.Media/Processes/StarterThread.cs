using System.Collections.Concurrent;

namespace NemoBot.Media.Processes;

/// <summary>
/// One thread that starts all processes and lives as long as the bot. Linux sends the parent-death signal when the <em>thread</em>
/// that forked ends, and threads of the pool end whenever the pool likes.
/// </summary>
internal sealed class StarterThread : IDisposable
{
    private readonly BlockingCollection<Action> _work = [];

    public StarterThread() => new Thread(Run) { IsBackground = true, Name = "media process starter" }.Start();

    public Task<T> RunAsync<T>(Func<T> start)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Add(() =>
        {
            try
            {
                done.SetResult(start());
            }
            catch (Exception e)
            {
                // What is not caught on a thread of its own ends the bot.
                done.SetException(e);
            }
        });
        return done.Task;
    }

    public void Dispose() => _work.CompleteAdding();

    private void Run()
    {
        foreach (var start in _work.GetConsumingEnumerable())
        {
            start();
        }
    }
}
