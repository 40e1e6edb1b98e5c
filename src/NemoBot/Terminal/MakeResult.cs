using NemoBot.Core.Platforms;

namespace NemoBot.Terminal;

/// <summary>What came of a run.</summary>
/// <param name="Files">The files as they were delivered, with where each one is; several formats give several.</param>
/// <param name="Text">What the bot said at the end.</param>
internal sealed record MakeResult(IReadOnlyList<(OutboundFile File, string Path)> Files, string Text);
