namespace NemoBot.Core.Homes;

/// <summary>The part of this process in limits that a service sets for the bot as a whole.</summary>
public interface IPaceShare
{
    /// <summary>How many processes share the limits; each uses an equal part.</summary>
    int Processes { get; }

    /// <summary>Reserves the next free time of a work that only one process may do at a time.</summary>
    /// <param name="name">Names the work.</param>
    /// <param name="length">How long nobody else may start it.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>How long to wait until the reserved time begins.</returns>
    Task<TimeSpan> ReserveAsync(string name, TimeSpan length, CancellationToken cancellationToken);
}
