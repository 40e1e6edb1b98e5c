namespace NemoBot.Core.Platforms;

/// <summary>A platform that can verify its configuration before it runs.</summary>
public interface IStartCheck
{
    /// <summary>Returns if the configuration is valid or cannot be verified now (the service is unreachable).</summary>
    /// <exception cref="PlatformStartException">It can never work; the message is for the operator.</exception>
    Task CheckAsync(CancellationToken cancellationToken);
}
