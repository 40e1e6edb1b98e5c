using NemoBot.Core.Media;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Pictures;

/// <summary>Photos and clips that come with one sound: the sound goes on to its end, and the clips are shown in turn like the photos.</summary>
internal static class ShowFiles
{
    /// <summary>The message brings what a slideshow with clips is made of.</summary>
    public static bool Came(Reading reading)
    {
        var files = reading.Situation.Files;
        var photos = files.Count(f => f.Facts.Kind == MediaKind.Image);
        return !reading.Situation.HasMaterial && files.Where(f => f.Facts.Kind == MediaKind.Audio).ToList() is [var sound] && files.Any(f => f.Facts.Kind == MediaKind.Video)
            // "start the music at 0:05 of the video": it accompanies the clip.
            && !reading.Placed.Contains(sound.Id)
            && (photos > 1 || (photos == 1 && reading.Says(Concept.Slideshow, Concept.OnBeat, Concept.Images)))
            && !reading.Says(Concept.Background, Concept.BackgroundImage, Concept.Logo, Concept.Merge, Concept.Append);
    }

    /// <summary>A file is one of the pictures that are shown in turn.</summary>
    public static bool Shows(Reading reading, Asset file) =>
        file.Facts.Kind == MediaKind.Image || (file.Facts.Kind == MediaKind.Video && Came(reading));
}
