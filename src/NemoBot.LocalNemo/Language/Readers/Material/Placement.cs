using NemoBot.Core.Media;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers.Captions;
using NemoBot.LocalNemo.Language.Readers.Pictures;
using NemoBot.LocalNemo.Language.Readers.Sounds;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Material;

/// <summary>Gives every file that has come a role: the one the words want, or the most likely one.</summary>
internal sealed class Placement(Reading reading)
{
    private readonly List<PlaceFile> _places = [];

    private bool WantsMusic => reading.Clauses.Any(c => c.Has(Concept.Music) && !c.Has(Concept.Remove) && !MusicReader.IsDenied(c)) && !reading.Says(Concept.Merge);

    private bool WantsPicture => reading.Says(Concept.Background, Concept.BackgroundImage, Concept.Image, Concept.Cover);

    /// <summary>The placements, to be applied before everything else.</summary>
    public IReadOnlyList<PlaceFile> Place()
    {
        // Files that came before any sound wait for it.
        var files = (reading.Situation.HasMaterial ? reading.Situation.NewFiles : reading.Situation.Files).Where(f => !reading.Placed.Contains(f.Id)).ToList();
        if (ShowFiles.Came(reading))
        {
            PlaceShow(files);
            return _places;
        }

        var loops = files.Where(f => Loops(f, files)).ToList();
        PlaceVideos([.. files.Where(f => f.Facts.Kind == MediaKind.Video).Except(loops)]);
        PlaceSounds([.. files.Where(f => f.Facts.Kind == MediaKind.Audio)]);
        loops.ForEach(f => Add(f, FileRole.Background));
        PlacePictures([.. files.Where(f => f.Facts.Kind == MediaKind.Image)]);
        foreach (var captions in files.Where(CaptionFiles.Is))
        {
            Add(captions, FileRole.Captions);
        }

        return _places;
    }

    private void PlaceShow(List<Asset> files)
    {
        Add(files.First(f => f.Facts.Kind == MediaKind.Audio), FileRole.Main);
        files.Where(f => f.Facts.Kind is MediaKind.Image or MediaKind.Video).ToList().ForEach(f => Add(f, FileRole.Slide));
        files.Where(CaptionFiles.Is).ToList().ForEach(f => Add(f, FileRole.Captions));
    }

    /// <summary>A silent clip that is wanted behind a sound, as animated pictures always are.</summary>
    private bool Loops(Asset file, List<Asset> files) =>
        file.Facts is { Kind: MediaKind.Video, HasAudio: false } && !reading.Situation.HasMaterial && files.Any(f => f.Facts.Kind == MediaKind.Audio)
        && files.Count(f => f.Facts.Kind == MediaKind.Video) == 1
        && (file.Facts.Container is "gif" or "apng" or "webp_pipe" || reading.Says(Concept.Background, Concept.BackgroundImage));

    private void Add(Asset file, FileRole role) => _places.Add(new PlaceFile(file.Id, role) { IsGuess = role is FileRole.Music or FileRole.Logo });

    private void PlaceVideos(List<Asset> videos)
    {
        if (videos.Count == 0)
        {
            return;
        }

        var replaces = reading.Says(Concept.Replace) && reading.Situation.HasMaterial;
        var under = reading.Situation.HasMaterial && !MainMaterial.ShowsVideo(reading.Project);
        for (var i = 0; i < videos.Count; i++)
        {
            var isSlide = under && reading.Project.Slides.Count > 0 && !reading.Says(Concept.Background, Concept.BackgroundImage);
            Add(videos[i], isSlide ? FileRole.Slide
                : i == 0 && under ? FileRole.Background
                : i == 0 && (replaces || !reading.Situation.HasMaterial) ? FileRole.Main
                : FileRole.Append);
        }
    }

    private void PlaceSounds(List<Asset> sounds)
    {
        if (sounds.Count == 0)
        {
            return;
        }

        var video = MainMaterial.ShowsVideo(reading.Project) || _places.Exists(p => p.As is FileRole.Main or FileRole.Background);
        if (reading.Says(Concept.Append) && !video)
        {
            // "the photos one after another" with one sound: it is the main one.
            sounds.ForEach(s => Add(s, reading.Situation.HasMaterial || sounds.Count > 1 || s != sounds[0] ? FileRole.Append : FileRole.Main));
            return;
        }

        if (reading.Situation.HasMaterial && WantsMusic && !reading.Says(Concept.Replace))
        {
            // A reader of music takes the file that it wants; a second one waits.
            return;
        }

        if (WasAskedFor(sounds))
        {
            _places.Add(new PlaceFile(sounds[0].Id, FileRole.Music));
        }
        else if (KeepsOwnSound(video))
        {
            sounds.ForEach(s => Add(s, FileRole.Music));
        }
        else if (video && !reading.Says(Concept.Replace) && reading.Edits.Any(e => e is SetVolume { Track: Track.Main, Level: > 0 and < 1 } or SetVolume { Track: Track.Main, Factor: < 1 }))
        {
            // "my commentary over the gameplay, game sound down to 20%": both are heard.
            sounds.ForEach(s => _places.Add(new PlaceFile(s.Id, FileRole.Music) { Volume = 1 }));
        }
        else
        {
            PlaceMainSound(sounds, video);
        }
    }

    /// <summary>"add music", and then the file with few words.</summary>
    private bool WasAskedFor(List<Asset> sounds) => sounds.Count == 1
        && reading.Situation is { HasMaterial: true, LastEdits: [.., AskForMusic] }
        && !reading.Says(Concept.Replace, Concept.Swap, Concept.Voice, Concept.Append, Concept.Merge, Concept.Before, Concept.After);

    /// <summary>The sound that there is goes on beside a new one.</summary>
    private bool KeepsOwnSound(bool video) =>
        // "don't replace the sound, just add this".
        (video && reading.Clauses.Any(c => c.IsForbidden && c.Has(Concept.Replace, Concept.Mute, Concept.Remove, Concept.Voice)))
        // "keep the sound and add this softly".
        || (video && reading.Clauses.Any(c => c.Has(Concept.Keep) && c.Has(Concept.Voice)))
        // "join these": the clips keep their own sound.
        || (_places.Count(p => p.As is FileRole.Main or FileRole.Append) > 1 && !reading.Says(Concept.Replace, Concept.Mute, Concept.Voice, Concept.Music)
            && reading.Situation.Files.Any(f => f.Facts is { Kind: MediaKind.Video, HasAudio: true }));

    private void PlaceMainSound(List<Asset> sounds, bool video)
    {
        var main = SoundFiles.MainOf(sounds);
        Add(main, video ? FileRole.Voice : FileRole.Main);
        if (!WantsMusic || video)
        {
            sounds.Where(s => s != main).ToList().ForEach(s => Add(s, FileRole.Music));
        }
    }

    private void PlacePictures(List<Asset> pictures)
    {
        // Pictures alone wait for a sound, unless a slideshow is asked for.
        if (pictures.Count == 0 || (!reading.Situation.HasMaterial && reading.Situation.Files.All(f => f.Facts.Kind == MediaKind.Image)))
        {
            return;
        }

        if (reading.Situation.Focus == Subject.Logo && reading.Project.Overlays.Count == 0 && pictures.Count == 1 && !WantsPicture)
        {
            // 加个logo, and then 用这个 with the picture.
            _places.Add(new PlaceFile(pictures[0].Id, FileRole.Logo) { Corner = reading.Situation.LastEdits.OfType<SetLogo>().LastOrDefault()?.Corner });
            return;
        }

        // A picture called like a logo is one when another picture is there to look at.
        if (pictures.Find(LogoReader.IsLogo) is { } logo && !WantsPicture && (pictures.Count > 1 || reading.Project.Background.Asset is not null || MainMaterial.ShowsVideo(reading.Project)))
        {
            Add(logo, FileRole.Logo);
            pictures.Remove(logo);
        }

        if (pictures.Count > 1 || (pictures.Count == 1 && reading.Project.Slides.Count > 0 && !reading.Says(Concept.Background, Concept.BackgroundImage)))
        {
            pictures.ForEach(p => Add(p, FileRole.Slide));
        }
        else if (pictures.Count == 1 && (WantsPicture || (!MainMaterial.ShowsVideo(reading.Project) && !_places.Exists(p => p.As is FileRole.Main && IsVideo(p)))))
        {
            Add(pictures[0], FileRole.Background);
        }
    }

    private bool IsVideo(PlaceFile place) => reading.Situation.Files.Any(f => f.Id == place.File && f.Facts.Kind == MediaKind.Video);
}
