namespace NemoBot.LocalNemo.Projects;

/// <summary>What a music video draws.</summary>
public enum SceneStyle
{
    /// <summary>The art in motion if there is any, otherwise a mix of the generated ones by section.</summary>
    Auto,

    /// <summary>Colors that flow into each other.</summary>
    Flow,

    /// <summary>Moving shapes.</summary>
    Shapes,

    /// <summary>Soft lights and beams.</summary>
    Light,

    /// <summary>Drifting dots.</summary>
    Particles,

    /// <summary>The picture itself, moved by the music.</summary>
    Art,
}
