namespace NemoBot.Web.Admin;

/// <summary>What the admin page shows and does; implemented by the host, which sees every part of the bot.</summary>
public interface IAdminBoard
{
    /// <summary>The state at this moment.</summary>
    Task<AdminView> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Cancels a turn that runs or waits, and its render.</summary>
    /// <returns>False if there is none.</returns>
    bool Cancel(long turn);

    /// <summary>Makes a code that lets one newcomer in.</summary>
    /// <returns>The code; null if everyone may use the bot.</returns>
    Task<string?> PairAsync(CancellationToken cancellationToken);

    /// <summary>Writes a backup of the store beside it.</summary>
    /// <returns>The file, or a sentence that says why there is none.</returns>
    Task<(string? File, string? Problem)> BackupAsync(CancellationToken cancellationToken);
}
