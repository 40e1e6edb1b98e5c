using Microsoft.Extensions.Logging.Abstractions;
using NemoBot.Core.Backend;
using NemoBot.Core.Prompting;
using NemoBot.Tests.Scenarios.Support;
using NSubstitute;
using Xunit;

namespace NemoBot.Tests.Scenarios;

/// <summary>A stream is over once its service has let go of it.</summary>
public sealed class SessionStreamsTests : IDisposable
{
    private readonly IVideoBackend _backend = Substitute.For<IVideoBackend>();
    private readonly TestLifetime _lifetime = new();
    private readonly SessionStreams _streams;
    private CancellationToken _hangUp;

    public SessionStreamsTests()
    {
        _streams = new SessionStreams(_lifetime, NullLogger<SessionStreams>.Instance);
        _backend.Traits.Returns(new BackendTraits { Name = "cloud", ChargesCredits = false });
    }

    public void Dispose() => _lifetime.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_stream_that_ends_or_fails_is_unfinished_until_it_is_closed(bool fails)
    {
        var stream = new SlowStream(fails ? Task.FromException<bool>(new IOException("reset")) : Task.FromResult(false));
        var reading = ReadAsync(stream);
        Assert.False(reading.IsCompleted);
        Assert.NotNull(_streams.FindUnfinished("s"));
        Assert.Null(_streams.FindUnfinished("another"));
        stream.Closing.SetResult();
        Assert.Equal(fails ? "reset" : null, (await Record.ExceptionAsync(() => reading))?.Message);
        Assert.Null(_streams.FindUnfinished("s"));
    }

    [Fact]
    public async Task A_stop_of_the_process_hangs_up()
    {
        var next = new TaskCompletionSource<bool>();
        var stream = new SlowStream(next.Task);
        stream.Closing.SetResult();
        var reading = ReadAsync(stream);
        Assert.False(_hangUp.IsCancellationRequested);
        _lifetime.StopApplication();
        Assert.True(_hangUp.IsCancellationRequested);
        next.SetResult(false);
        await reading;
    }

    private async Task ReadAsync(SlowStream stream)
    {
        _backend.RunAsync(null!, "", "", default).ReturnsForAnyArgs(call =>
        {
            _hangUp = call.Arg<CancellationToken>();
            return stream;
        });
        await foreach (var _ in _streams.RunAsync(_backend, null!, "s", "make a video", TestContext.Current.CancellationToken))
        {
        }
    }

    /// <summary>A stream without events that takes its time to close.</summary>
    private sealed class SlowStream(Task<bool> next) : IAsyncEnumerable<BackendEvent>, IAsyncEnumerator<BackendEvent>
    {
        public TaskCompletionSource Closing { get; } = new();

        public BackendEvent Current => new BackendEvent.Ended();

        public IAsyncEnumerator<BackendEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default) => this;

        public ValueTask<bool> MoveNextAsync() => new(next);

        public ValueTask DisposeAsync() => new(Closing.Task);
    }
}
