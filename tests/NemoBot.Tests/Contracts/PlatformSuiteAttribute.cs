namespace NemoBot.Tests.Contracts;

/// <summary>Says which platform a suite derived from <see cref="ChatPlatformContract"/> is for.</summary>
/// <param name="platform">The type that implements <see cref="Core.Platforms.IChatPlatform"/>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PlatformSuiteAttribute(Type platform) : Attribute
{
    /// <summary>The type that implements <see cref="Core.Platforms.IChatPlatform"/>.</summary>
    public Type Platform { get; } = platform;
}
