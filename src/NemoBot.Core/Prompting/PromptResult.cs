namespace NemoBot.Core.Prompting;

/// <summary>How a posted message went.</summary>
/// <param name="Transcript">What was said.</param>
/// <param name="Lost">The stream broke: the state tells what became of it.</param>
internal sealed record PromptResult(Transcript Transcript, bool Lost);
