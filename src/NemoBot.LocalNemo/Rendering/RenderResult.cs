using NemoBot.LocalNemo.Rendering.Checking;
using NemoBot.LocalNemo.Sound.Mixing;

namespace NemoBot.LocalNemo.Rendering;

/// <summary>What a render found out.</summary>
/// <param name="Mix">How the sound was mixed.</param>
/// <param name="Doubts">What looks odd in the finished file, although the files may be like that.</param>
internal sealed record RenderResult(MixReport Mix, OutputFlaws Doubts);
