namespace NemoBot.Core.Platforms;

/// <summary>A file to send. It is streamed from disk; the file stays until the send has returned.</summary>
public sealed record OutboundFile
{
    /// <summary>Absolute path of the bytes.</summary>
    public required string Path { get; init; }

    /// <summary>The name people get.</summary>
    public required string FileName { get; init; }

    /// <summary>For example <c>video/mp4</c>.</summary>
    public required string MimeType { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Set for videos: what the platform must be told for a player to look right.</summary>
    public VideoFacts? Video { get; init; }

    /// <summary>Plain text below the file.</summary>
    public string Caption { get; init; } = "";

    /// <summary>Buttons below the caption.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];

    /// <summary>The message this answers.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Identifies the file over repeats of its send; see <see cref="OutboundMessage.DeduplicationKey"/>.</summary>
    public string? DeduplicationKey { get; init; }
}
