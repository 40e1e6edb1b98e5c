namespace NemoBot.Telegram.Updates;

/// <summary>What is kept of albums on disk: the service is told that a part is taken before the album is complete.</summary>
internal sealed record AlbumState
{
    /// <summary>Updates with parts of albums that are not posted yet, as received.</summary>
    public List<string> Parts { get; init; } = [];

    /// <summary>Albums that were posted: a part that comes again must not become a message of its own.</summary>
    public List<PostedAlbum> Posted { get; init; } = [];
}
