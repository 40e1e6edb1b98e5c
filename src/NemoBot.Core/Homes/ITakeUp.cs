namespace NemoBot.Core.Homes;

/// <summary>Takes up what earlier processes left open.</summary>
public interface ITakeUp
{
    /// <summary>Returns once everything that is open at the start has been taken up.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
