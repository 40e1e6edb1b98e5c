namespace NemoBot.Web.Files;

/// <summary>The metadata of a file.</summary>
/// <param name="Id">Unguessable; part of the URL.</param>
/// <param name="Channel">The chat it belongs to; empty for a file published for another platform.</param>
/// <param name="Name">Cleaned name.</param>
/// <param name="Mime">The type named in messages.</param>
/// <param name="Size">Bytes.</param>
/// <param name="CreatedAt">Creation time.</param>
internal sealed record StoredFile(string Id, string Channel, string Name, string Mime, long Size, DateTimeOffset CreatedAt)
{
    /// <summary>Readable without a sign-in, for people on other platforms who were sent the URL.</summary>
    public bool IsPublished => Channel.Length == 0;

    /// <summary>The URL on this site.</summary>
    public string Address => $"/files/{Id}/{FileNames.ToSegment(Name)}";
}
