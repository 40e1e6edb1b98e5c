using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using NemoBot.Tests.Nemo;

namespace NemoBot.Tests.Cluster.Chaos;

/// <summary>The video service, which takes some seconds for each answer, whether or not anyone is still connected.</summary>
internal sealed class ChaosService : IAsyncDisposable
{
    private const int LongestAnswer = 5000;
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _ended = new();
    private readonly Random _random;
    private int _running;

    private ChaosService(CloudStandIn cloud, int seed)
    {
        (Cloud, _random) = (cloud, new Random(seed));
        cloud.Otherwise = AnswerAsync;
    }

    public CloudStandIn Cloud { get; }

    /// <summary>How many answers are on their way.</summary>
    public int Running => Volatile.Read(ref _running);

    public static async Task<ChaosService> StartAsync(int seed) => new(await CloudStandIn.StartAsync(), seed);

    /// <summary>Completes when the service has answered a message, or after a while: the answer may have been the last thing before a kill.</summary>
    public async Task AnsweredAsync(string text, TimeSpan patience)
    {
        try
        {
            await Ended(text).Task.WaitAsync(patience);
        }
        catch (TimeoutException)
        {
            // The next message waits in the queue behind it.
        }
    }

    public ValueTask DisposeAsync() => Cloud.DisposeAsync();

    private TaskCompletionSource Ended(string text) => _ended.GetOrAdd(text, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    private async Task AnswerAsync(string text, HttpContext context)
    {
        Interlocked.Increment(ref _running);
        try
        {
            int wait;
            lock (_random)
            {
                wait = _random.Next(500, LongestAnswer);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(wait), TimeProvider.System);
            await context.Response.Body.WriteAsync(CloudStandIn.Say($"Answer to {text}."));
        }
        finally
        {
            Interlocked.Decrement(ref _running);
            Ended(text).TrySetResult();
        }
    }
}
