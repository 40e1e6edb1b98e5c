namespace NemoBot.Core.Platforms;

/// <summary>A platform that can verify its configuration before it runs.</summary>
public interface IStartCheck
{
    /// <summary>Verifies the configuration with the service.</summary>
    /// <returns>True if the service accepted it; false if it cannot be verified now (the service is unreachable).</returns>
    /// <exception cref="PlatformStartException">It can never work; the message is for the operator.</exception>
    Task<bool> CheckAsync(CancellationToken cancellationToken);
}
