namespace NemoBot.Core.Platforms;

/// <summary>A platform on which the bot can delete a message, for example one that holds a secret.</summary>
public interface IMessageDeleter
{
    /// <summary>Deletes a message; returns false if that is not allowed.</summary>
    Task<bool> DeleteAsync(MessageRef message, CancellationToken cancellationToken);
}
