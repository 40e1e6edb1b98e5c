namespace NemoBot.Core.Homes;

/// <summary>Decides at the start whether this process may join the ones that run already.</summary>
public interface IAdmission
{
    /// <summary>Checks that the others understand this process. The store is ready by then.</summary>
    /// <returns>True if others are alive.</returns>
    /// <exception cref="InvalidOperationException">It may not join; the message is a sentence for the operator.</exception>
    Task<bool> CheckAsync(CancellationToken cancellationToken);
}
