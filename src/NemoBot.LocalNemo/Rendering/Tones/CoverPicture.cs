using NemoBot.LocalNemo.Projects;
using NemoBot.Media.Inputs;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Tones;

/// <summary>The art as the cover of the finished file: a small JPEG among the scratch files.</summary>
internal static class CoverPicture
{
    private const int Largest = 640;

    public static string PathIn(string folder) => Path.Combine(folder, "cover.jpg");

    /// <summary>FFmpeg's arguments for an output that holds the cover; the art is the first input.</summary>
    public static IReadOnlyList<string> Output(Asset art, string folder) =>
    [
        "-map", PictureInput.Map(art.Facts), "-frames:v", "1",
        "-vf", $"{PictureInput.Prepare(art.Facts)}scale='min({Largest},iw)':'min({Largest},ih)':force_original_aspect_ratio=decrease,format=yuvj420p",
        "-q:v", "3", "-f", "image2", "-update", "1", FfmpegArguments.FileName(PathIn(folder)),
    ];
}
