using NemoBot.LocalNemo.Sound.Mixing;

namespace NemoBot.LocalNemo.Rendering.Finishing;

/// <summary>The encoded picture and sound of a render.</summary>
/// <param name="Video">A file; <c>.h264</c> is a bare stream.</param>
/// <param name="Sound">Not yet in a file for players.</param>
/// <param name="Mix">How the sound was mixed.</param>
/// <param name="Trace">Level of the sound over time.</param>
internal sealed record Parts(string Video, SoundStream Sound, MixReport Mix, LevelTrace Trace);
