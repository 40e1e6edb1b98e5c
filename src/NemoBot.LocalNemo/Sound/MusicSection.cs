namespace NemoBot.LocalNemo.Sound;

/// <summary>A part of a song that sounds alike.</summary>
/// <param name="Start">First moment.</param>
/// <param name="End">First moment of the next section.</param>
/// <param name="Energy">0 to 1 against the loudest section.</param>
/// <param name="Brightness">0 (bass only) to 1 (treble only).</param>
/// <param name="Kind">Sections of the same kind repeat each other; counted from 0 in order of appearance.</param>
internal sealed record MusicSection(TimeSpan Start, TimeSpan End, double Energy, double Brightness, int Kind);
