namespace NemoBot.Telegram.Api.Wire;

/// <summary><c>getFile</c></summary>
internal sealed record GetFileRequest
{
    public required string FileId { get; init; }
}
