namespace NemoBot.Core.Platforms;

/// <summary>A platform that can report why it does not work at the moment.</summary>
public interface IPlatformHealth
{
    /// <summary>A sentence for the operator, without secrets; null while the platform works.</summary>
    string? Problem { get; }
}
