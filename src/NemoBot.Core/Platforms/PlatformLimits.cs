namespace NemoBot.Core.Platforms;

/// <summary>The limits of a conversation. They differ per conversation: by kind of chat, or a server's boost.</summary>
public sealed record PlatformLimits
{
    /// <summary>Longest text of a message, in the unit of <see cref="IChatPlatform.MeasureText"/>.</summary>
    public required int TextLength { get; init; }

    /// <summary>Longest caption of a file, in the same unit.</summary>
    public required int CaptionLength { get; init; }

    /// <summary>Largest file the bot may send, in bytes.</summary>
    public required long UploadBytes { get; init; }

    /// <summary>Largest file the bot can download, in bytes; null if unlimited.</summary>
    public long? DownloadBytes { get; init; }

    /// <summary>Shortest time between two edits of one message.</summary>
    public required TimeSpan EditInterval { get; init; }

    /// <summary>The number of buttons a message can have; 0 where there are none.</summary>
    public required int Buttons { get; init; }

    /// <summary>True where a sent message can be edited; elsewhere only what is final is sent.</summary>
    public bool CanEdit { get; init; } = true;

    /// <summary>False where a message that is posted a second time is not recognized by its <see cref="OutboundMessage.DeduplicationKey"/>.</summary>
    public bool RecognizesRepeats { get; init; } = true;

    /// <summary>True where several people read along, so that answers name the person.</summary>
    public bool IsGroup { get; init; }

    /// <summary>Longest side of a video's poster in pixels; 0 where the platform shows none.</summary>
    public int PosterSide { get; init; }

    /// <summary>True where the platform draws <see cref="OutboundMessage.Progress"/> itself, so that the text needs no bar of characters.</summary>
    public bool DrawsProgress { get; init; }
}
