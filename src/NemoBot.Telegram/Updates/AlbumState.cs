namespace NemoBot.Telegram.Updates;

/// <summary>The albums on disk. A part is confirmed to the service before its album is complete, so the part has to survive a restart.</summary>
internal sealed record AlbumState
{
    /// <summary>Updates with parts of albums that are not published yet, as received: the library cannot write values that it does not know.</summary>
    public List<string> Parts { get; init; } = [];

    /// <summary>Published albums: a part that is delivered again must not become a message of its own.</summary>
    public List<PostedAlbum> Posted { get; init; } = [];
}
