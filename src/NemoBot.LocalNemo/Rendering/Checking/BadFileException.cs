using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Rendering.Checking;

/// <summary>A render failed because of one of its files.</summary>
/// <param name="asset">The file.</param>
/// <param name="cause">What failed.</param>
internal sealed class BadFileException(Asset asset, Exception cause) : Exception(cause?.Message, cause)
{
    /// <summary>The file.</summary>
    public Asset Asset { get; } = asset;
}
