namespace NemoBot.Core.Prompting;

/// <summary>How a posted message went.</summary>
/// <param name="Transcript">What was said.</param>
/// <param name="Lost">The stream broke: the state shows what became of the prompt.</param>
internal sealed record PromptResult(Transcript Transcript, bool Lost);
