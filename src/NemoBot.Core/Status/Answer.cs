using NemoBot.Core.Platforms;

namespace NemoBot.Core.Status;

/// <summary>What is said, and what can be done next.</summary>
internal sealed record Answer(string Text, params IReadOnlyList<Button> Buttons);
