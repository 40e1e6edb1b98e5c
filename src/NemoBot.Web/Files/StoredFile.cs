namespace NemoBot.Web.Files;

/// <summary>What is written next to the bytes of a file.</summary>
/// <param name="Id">Unguessable; the part of the address that opens it.</param>
/// <param name="Channel">The chat it belongs to; empty for a file that was published for another platform.</param>
/// <param name="Name">Cleaned, for people.</param>
/// <param name="Mime">As told in messages.</param>
/// <param name="Size">Bytes.</param>
/// <param name="CreatedAt">When it came.</param>
internal sealed record StoredFile(string Id, string Channel, string Name, string Mime, long Size, DateTimeOffset CreatedAt)
{
    /// <summary>Readable without signing in, for people of other platforms who got its address.</summary>
    public bool IsPublished => Channel.Length == 0;

    /// <summary>Where the page finds it.</summary>
    public string Address => $"/files/{Id}/{FileNames.ToSegment(Name)}";
}
