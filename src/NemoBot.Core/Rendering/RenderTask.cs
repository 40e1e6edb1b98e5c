using System.Globalization;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Rendering;

/// <summary>One render in its conversation's queue.</summary>
internal sealed class RenderTask(RenderRequest request) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private bool _disposed;

    public RenderRequest Request { get; } = request;

    /// <summary>The conversation whose queue holds it. Guarded by the lock of <see cref="RenderQueue"/>.</summary>
    public required ConversationKey Key { get; set; }

    /// <summary>The record as last written.</summary>
    public RenderRecord Record { get; set; } = request.Record;

    /// <summary>The formats to make, the draft's own first; empty if there is only that.</summary>
    public IReadOnlyList<string> Formats { get; set; } = [];

    /// <summary>The name of the format being made; null if there is only one.</summary>
    public string? Format => Formats.ElementAtOrDefault(Record.Part);

    /// <summary>What the status message says while it is made.</summary>
    public string Stage => Format is { } format
        ? Request.Status.Texts.Format("render.part", format, Record.Part + 1, Formats.Count) : Request.Status.Texts["render.stage"];

    /// <summary>No other format follows the one being made.</summary>
    public bool IsLastPart => Record.Part + 1 >= Formats.Count;

    /// <summary>The backend's id of what is being made: each format is a render of its own there.</summary>
    public string JobId => Record.Part == 0 ? Record.Id : string.Create(CultureInfo.InvariantCulture, $"{Record.Id}-{Record.Part + 1}");

    /// <summary>What was said with the file before.</summary>
    public string? SaidNote { get; set; }

    /// <summary>The chat did not confirm one of the files.</summary>
    public bool IsUnconfirmed { get; set; }

    /// <summary>The chat took neither one of the files nor a link to it.</summary>
    public bool IsRefused { get; set; }

    /// <summary>Requests that the backend offers with it.</summary>
    public IReadOnlyList<string> Offers { get; set; } = [];

    /// <summary>The backend may know the render's id: a stop cancels it there too.</summary>
    public bool MayExist { get; set; } = request.IsResumed;

    /// <summary>Completes when the render has ended.</summary>
    public Task Done { get; set; } = Task.CompletedTask;

    /// <summary>Cancelled by <see cref="Halt"/>.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Completes once the render is stopped.</summary>
    public Task Stopped => _stopped.Task;

    /// <summary>Why it was stopped; <see cref="RenderStop.None"/> if it was not.</summary>
    public RenderStop Reason { get; private set; }

    /// <summary>Stops the render; the first reason wins.</summary>
    public void Halt(RenderStop reason)
    {
        lock (_gate)
        {
            if (!_disposed && Reason == RenderStop.None)
            {
                Reason = reason;
                _ = _stop.CancelAsync();
                _stopped.TrySetResult();
            }
        }
    }

    /// <summary>Stops the render because its record is gone. Its token is cancelled a moment later: who finds out ends at once.</summary>
    /// <returns>What to throw.</returns>
    public OperationCanceledException Vanish()
    {
        Halt(RenderStop.Gone);
        return new OperationCanceledException(Token);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
        }

        _stop.Dispose();
    }
}
