using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Rendering.Backgrounds;

/// <summary>Which part of a picture is kept when its edges are cut off.</summary>
internal static class CropPlace
{
    /// <summary>The place for FFmpeg's crop filter, after width and height; nothing for the middle.</summary>
    public static string Describe(CropFocus focus) => focus switch
    {
        CropFocus.Left => ":0:(ih-oh)/2",
        CropFocus.Right => ":iw-ow:(ih-oh)/2",
        CropFocus.Top => ":(iw-ow)/2:0",
        CropFocus.Bottom => ":(iw-ow)/2:ih-oh",
        _ => "",
    };
}
