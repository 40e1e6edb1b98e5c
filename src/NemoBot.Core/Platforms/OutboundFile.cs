namespace NemoBot.Core.Platforms;

/// <summary>A file to send, streamed from disk. It must exist until the send has returned.</summary>
public sealed record OutboundFile
{
    /// <summary>Absolute path.</summary>
    public required string Path { get; init; }

    /// <summary>The name recipients see.</summary>
    public required string FileName { get; init; }

    /// <summary>For example <c>video/mp4</c>.</summary>
    public required string MimeType { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Set for videos: what players need before the file is loaded.</summary>
    public VideoFacts? Video { get; init; }

    /// <summary>Plain text below the file.</summary>
    public string Caption { get; init; } = "";

    /// <summary>Buttons below the caption.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];

    /// <summary>The message this replies to.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Identifies the file over repeats of its send; see <see cref="OutboundMessage.DeduplicationKey"/>.</summary>
    public string? DeduplicationKey { get; init; }

    /// <summary>
    /// Awaited directly before each attempt, after every wait for the platform's pace. Throws if the file must not be sent any more; the
    /// exception reaches the caller. Null: nothing to check.
    /// </summary>
    public Func<CancellationToken, Task>? BeforeSend { get; init; }

    /// <summary>Awaits <see cref="BeforeSend"/>.</summary>
    public Task ConfirmAsync(CancellationToken cancellationToken) => BeforeSend?.Invoke(cancellationToken) ?? Task.CompletedTask;
}
