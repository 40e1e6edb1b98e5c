using System.Numerics;

namespace NemoBot.LocalNemo.Rendering.Scenes;

/// <summary>How much of the colors of a shot some cells have, 0 to 1.</summary>
/// <param name="Main">Of the main color.</param>
/// <param name="Second">Of the second color.</param>
/// <param name="Glow">Of the bright color, added; may exceed 1.</param>
internal readonly record struct Field(Vector<float> Main, Vector<float> Second, Vector<float> Glow);
