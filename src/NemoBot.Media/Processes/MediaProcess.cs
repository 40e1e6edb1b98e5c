using System.Diagnostics;
using NemoBot.Core.Media;

namespace NemoBot.Media.Processes;

/// <summary>
/// A running FFmpeg or ffprobe. Disposing it kills it with all its children; so does cancelling the token it was started with,
/// reaching its time limit, and hanging.
/// </summary>
public sealed class MediaProcess : IAsyncDisposable
{
    private static readonly TimeSpan GoneAfterKill = TimeSpan.FromSeconds(2);
    private readonly Process _process;
    private readonly MediaCommand _command;
    private readonly OutputTail _tail = new();
    private readonly Task _draining;
    private readonly CancellationTokenSource _limit;
    private readonly CancellationTokenRegistration _onLimit;
    private readonly CancellationTokenRegistration _onCancel;
    private readonly CancellationToken _cancelled;
    private readonly TimeProvider _clock;
    private readonly StallWatch _watch;
    private volatile bool _hasAllInput;

    internal MediaProcess(Process process, MediaCommand command, TimeSpan stallLimit, TimeProvider clock, CancellationToken cancellationToken)
    {
        _process = process;
        _command = command;
        _clock = clock;
        _cancelled = cancellationToken;
        _hasAllInput = !command.FeedsInput;
        if (_hasAllInput)
        {
            process.StandardInput.Close();
        }

        // While it waits for its input, those who read from it wait for whoever feeds it.
        _watch = new StallWatch(stallLimit, ReadProcessorTime, Kill, clock);
        Input = new WatchedPipe(process.StandardInput.BaseStream, _watch, () => true, () => _hasAllInput = true);
        Output = new WatchedPipe(process.StandardOutput.BaseStream, _watch, () => _hasAllInput, () => { });
        _draining = _tail.DrainAsync(process.StandardError);
        _limit = new CancellationTokenSource(command.TimeLimit, clock);
        _onLimit = _limit.Token.Register(Kill);
        _onCancel = cancellationToken.Register(Kill);
    }

    /// <summary>What the process reads; only with <see cref="MediaCommand.FeedsInput"/>.</summary>
    public Stream Input { get; }

    /// <summary>What the process writes.</summary>
    public Stream Output { get; }

    /// <summary>The system's number of the process.</summary>
    public int Id => _process.Id;

    /// <summary>Waits for the end; the caller must read standard output meanwhile.</summary>
    /// <exception cref="MediaException">It failed or took too long.</exception>
    public async Task WaitAsync()
    {
        using (_watch.Wait())
        {
            await _process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        }

        await _draining.ConfigureAwait(false);
        ThrowIfStopped();
        if (_process.ExitCode != 0)
        {
            throw FailureReader.Read(_command.Tool, _process.ExitCode, _tail.ToString());
        }
    }

    /// <summary>
    /// Returns the cause of a broken pipe: the process's own failure once it has ended, or the pipe's exception if it reports none.
    /// </summary>
    public async Task<Exception> ExplainAsync(IOException broken)
    {
        try
        {
            await WaitAsync().ConfigureAwait(false);
            return new MediaException(MediaProblem.Failed, $"{_command.Tool} stopped reading: {broken.Message}");
        }
        catch (Exception e) when (e is MediaException or OperationCanceledException)
        {
            return e;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _onCancel.DisposeAsync().ConfigureAwait(false);
        await _onLimit.DisposeAsync().ConfigureAwait(false);
        _watch.Dispose();
        if (!_process.HasExited)
        {
            Kill();
            try
            {
                await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(GoneAfterKill, _clock).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                // Stuck in the kernel (a dead network disk): it ends when the kernel lets it, nothing waits for it here.
            }
        }

        _limit.Dispose();
        _process.Dispose();
    }

    private void ThrowIfStopped()
    {
        _cancelled.ThrowIfCancellationRequested();
        if (_limit.IsCancellationRequested)
        {
            throw new MediaException(MediaProblem.TimedOut, $"{_command.Tool} took longer than {_command.TimeLimit}.");
        }

        if (_watch.HasStalled)
        {
            throw new MediaException(MediaProblem.TimedOut, $"{_command.Tool} hung: {_tail}");
        }
    }

    private TimeSpan ReadProcessorTime()
    {
        _process.Refresh();
        return _process.TotalProcessorTime;
    }

    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It ended by itself in this moment.
        }
    }
}
