namespace NemoBot.LocalNemo.Rendering.Checking;

/// <summary>A finished file did not pass its check, and making it in another way did not help.</summary>
/// <param name="flaws">What is wrong with it.</param>
internal sealed class FlawedOutputException(OutputFlaws flaws) : Exception($"The finished file did not pass its check: {flaws}.")
{
    /// <summary>What is wrong with it.</summary>
    public OutputFlaws Flaws { get; } = flaws;
}
