namespace NemoBot.Core.Platforms;

/// <summary>Publishes a file under an address that people can open, for chats that cannot carry it.</summary>
public interface IFileShare
{
    /// <summary>Keeps a copy (or link) of the file and returns its public address; null if the bot has no public address.</summary>
    Task<Uri?> ShareAsync(string path, string fileName, CancellationToken cancellationToken);
}
