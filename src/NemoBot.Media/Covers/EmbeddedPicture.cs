namespace NemoBot.Media.Covers;

/// <summary>A picture in the tags of a sound file.</summary>
/// <param name="Start">Where its frame or block begins.</param>
/// <param name="End">The byte behind it.</param>
/// <param name="Label">The type that the tag names.</param>
/// <param name="Use">What it shows: 3 is the front cover.</param>
/// <param name="DataStart">Where the picture itself begins.</param>
/// <param name="DataEnd">The byte behind the picture.</param>
internal readonly record struct EmbeddedPicture(int Start, int End, string Label, byte Use, int DataStart, int DataEnd);
