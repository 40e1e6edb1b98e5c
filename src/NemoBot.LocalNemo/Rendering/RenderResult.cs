using NemoBot.LocalNemo.Sound.Mixing;

namespace NemoBot.LocalNemo.Rendering;

/// <summary>What a render found out.</summary>
/// <param name="Mix">How the sound was mixed.</param>
public sealed record RenderResult(MixReport Mix);
