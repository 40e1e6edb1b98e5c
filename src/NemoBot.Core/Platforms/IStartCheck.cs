namespace NemoBot.Core.Platforms;

/// <summary>A platform that can tell before it runs whether its configuration can work at all.</summary>
public interface IStartCheck
{
    /// <summary>Returns when the configuration is right or cannot be judged now (the service is out of reach).</summary>
    /// <exception cref="PlatformStartException">It can never work: the start should stop with the exception's sentence.</exception>
    Task CheckAsync(CancellationToken cancellationToken);
}
