namespace NemoBot.Tests.Host.Chaos;

/// <summary>A message of the bot, as a person sees it.</summary>
/// <param name="Text">Text or caption.</param>
/// <param name="IsVideo">It carries a video.</param>
/// <param name="IsInProgress">It offers to cancel something.</param>
internal sealed record ChaosReply(string Text, bool IsVideo, bool IsInProgress);
