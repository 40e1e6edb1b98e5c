using NemoBot.Core.Platforms;

namespace NemoBot.Terminal;

/// <summary>What came of a run.</summary>
/// <param name="Video">The video as it was delivered; null if there is none.</param>
/// <param name="Text">What the bot said at the end.</param>
internal sealed record MakeResult(OutboundFile? Video, string Text);
