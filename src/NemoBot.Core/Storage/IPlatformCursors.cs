namespace NemoBot.Core.Storage;

/// <summary>Small things a platform must remember over a restart: an offset, a resume address, the hash of registered commands.</summary>
public interface IPlatformCursors
{
    /// <summary>Reads a value; null if it was never set.</summary>
    Task<string?> GetCursorAsync(string name, CancellationToken cancellationToken);

    /// <summary>Sets a value; null deletes it.</summary>
    Task SetCursorAsync(string name, string? value, CancellationToken cancellationToken);
}
