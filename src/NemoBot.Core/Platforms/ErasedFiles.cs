namespace NemoBot.Core.Platforms;

/// <summary>Files that were deleted.</summary>
/// <param name="Count">How many.</param>
/// <param name="Bytes">Their size together.</param>
public sealed record ErasedFiles(int Count, long Bytes)
{
    /// <summary>No file.</summary>
    public static ErasedFiles None { get; } = new(0, 0);

    /// <summary>Both together.</summary>
    public ErasedFiles And(ErasedFiles? other) => other is null ? this : new ErasedFiles(Count + other.Count, Bytes + other.Bytes);
}
