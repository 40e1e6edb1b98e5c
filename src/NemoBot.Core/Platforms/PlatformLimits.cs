namespace NemoBot.Core.Platforms;

/// <summary>What one conversation can carry. Data, asked per conversation: a server's boost or a kind of chat changes it.</summary>
public sealed record PlatformLimits
{
    /// <summary>Longest text of a message, in the unit of <see cref="IChatPlatform.MeasureText"/>.</summary>
    public required int TextLength { get; init; }

    /// <summary>Longest caption of a file, in the same unit.</summary>
    public required int CaptionLength { get; init; }

    /// <summary>Largest file the bot may send, in bytes.</summary>
    public required long UploadBytes { get; init; }

    /// <summary>Largest file the bot can fetch, in bytes; null: as large as the sender could send.</summary>
    public long? DownloadBytes { get; init; }

    /// <summary>Shortest time between two edits of one message.</summary>
    public required TimeSpan EditInterval { get; init; }

    /// <summary>How many buttons a message can have; 0 where there are none.</summary>
    public required int Buttons { get; init; }

    /// <summary>True where a sent message can be edited; elsewhere only what is final is sent.</summary>
    public bool CanEdit { get; init; } = true;

    /// <summary>True where a text is read by more than one person, so that requests are told apart by name.</summary>
    public bool IsGroup { get; init; }

    /// <summary>True where a poster frame that comes with a video is shown; elsewhere none is made.</summary>
    public bool ShowsPoster { get; init; }

    /// <summary>True where the platform draws <see cref="OutboundMessage.Progress"/> itself, so that the text needs no bar of characters.</summary>
    public bool DrawsProgress { get; init; }
}
