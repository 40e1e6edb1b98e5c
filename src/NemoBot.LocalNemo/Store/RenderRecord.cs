using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Store;

/// <summary>The persisted form of a render.</summary>
internal sealed record RenderRecord
{
    /// <summary>The client's own id.</summary>
    public required string Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required string UserId { get; init; }

    /// <summary>For which session.</summary>
    public required string SessionId { get; init; }

    /// <summary>The draft's JSON as it was sent.</summary>
    public required string Draft { get; init; }

    /// <summary>The kind of file.</summary>
    public OutputFormat Format { get; init; }

    /// <summary>The name of another of the draft's formats that is made; null: the draft's own.</summary>
    public string? Variant { get; init; }

    /// <summary>Only the beginning, small.</summary>
    public bool IsPreview { get; init; }

    /// <summary>Pixels of the shorter side, if the request asks for them; 0: as the draft says.</summary>
    public int ShortSide { get; init; }

    /// <summary>Frames per second, if the request asks for them; 0: as the draft says.</summary>
    public int FrameRate { get; init; }

    /// <summary>Notes about it are in Chinese.</summary>
    public bool Chinese { get; init; }

    /// <summary>What people should hear about it; null if there is nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Requests that can be sent next, for buttons; null: none.</summary>
    public IReadOnlyList<string>? Offers { get; init; }

    /// <summary>Its state.</summary>
    public RenderPhase Phase { get; init; }

    /// <summary>Why it failed, in plain words.</summary>
    public string? Error { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was over.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Length of the video in milliseconds.</summary>
    public long DurationMs { get; init; }

    /// <summary>Bytes of the video.</summary>
    public long Size { get; init; }

    /// <summary>What the file depends on: renders with equal values make the same one.</summary>
    public (string User, string Draft, bool Chinese, OutputFormat Format, string? Variant, bool IsPreview, int ShortSide, int FrameRate) Recipe() =>
        (UserId, Draft, Chinese, Format, Variant, IsPreview, ShortSide, FrameRate);

    /// <summary>The record as finished with the file of another that is the same.</summary>
    public RenderRecord FinishedAs(RenderRecord same, DateTimeOffset now) => this with
    {
        Phase = RenderPhase.Completed,
        DurationMs = same.DurationMs,
        Size = same.Size,
        Note = same.Note,
        CompletedAt = now,
    };
}
