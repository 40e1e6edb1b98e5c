using NemoBot.Core.Platforms;

namespace NemoBot.Core.Rendering;

/// <summary>A finished video on its way to a conversation.</summary>
internal sealed record VideoDeliveryRequest
{
    public required ConversationKey Conversation { get; init; }

    /// <summary>As <see cref="OutboundFile.BeforeSend"/>.</summary>
    public Func<CancellationToken, Task>? BeforeSend { get; init; }

    /// <summary>Of <see cref="Status.RepeatKeys"/>: a platform that can, recognizes a second post by it.</summary>
    public required string Key { get; init; }

    /// <summary>The file; fitted copies and posters are put next to it.</summary>
    public required string Path { get; init; }

    /// <summary>The name people see, without its ending.</summary>
    public required string Name { get; init; }

    /// <summary>One line for a caption that must be short.</summary>
    public required string Headline { get; init; }

    /// <summary>Everything to be said with the video.</summary>
    public required string Caption { get; init; }

    public IReadOnlyList<Button> Buttons { get; init; } = [];

    public string? ReplyTo { get; init; }

    /// <summary>Where people can get the full file from the backend; null if they cannot.</summary>
    public Uri? FullFile { get; init; }
}
