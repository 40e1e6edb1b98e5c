namespace NemoBot.Core.Platforms;

/// <summary>Publishes a file under a URL, for chats that cannot carry it.</summary>
public interface IFileShare
{
    /// <summary>Stores a copy (or hard link) of the file and returns its public URL; null if the bot has no public address.</summary>
    Task<Uri?> ShareAsync(string path, string fileName, CancellationToken cancellationToken);
}
