using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Rendering.Sound;

namespace NemoBot.LocalNemo.Rendering.Visuals.Drawing;

/// <summary>Draws the sound, frame after frame in order. The work for a frame does not depend on how many came before.</summary>
internal interface ISoundVisual
{
    /// <summary>The rows that change.</summary>
    Rows Rows { get; }

    /// <summary>How many samples after the frame's own moment it looks at.</summary>
    int Ahead { get; }

    /// <summary>Moves on to the frame at this sample and draws it.</summary>
    void Draw(Frame frame, SampleWindow heard, long sample);
}
