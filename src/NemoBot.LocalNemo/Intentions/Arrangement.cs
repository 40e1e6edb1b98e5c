using NemoBot.Core.Media;
using NemoBot.LocalNemo.Language;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Intentions;

/// <summary>Puts files that have come onto the timeline, each where the words want it, or where it most likely belongs.</summary>
internal sealed class Arrangement(Workbench bench, IReadOnlyList<Clause> clauses)
{
    /// <summary>Volume of music when nobody says one.</summary>
    public const double QuietMusic = 0.2;

    private static readonly string[] MusicNames = ["music", "bgm", "song", "instrumental", "backing", "soundtrack", "音乐", "配乐", "伴奏", "歌"];

    private bool WantsMusic => clauses.Any(c => c.Has(Concept.Music) && !c.Has(Concept.Remove));

    private bool WantsAppend => clauses.Any(c => c.Has(Concept.Append));

    /// <summary>Places them.</summary>
    public void Apply()
    {
        // Pictures that came before any sound wait for it.
        var files = bench.HasMaterial ? bench.NewFiles : bench.Request.Files;
        var videos = files.Where(f => f.Facts.Kind == MediaKind.Video).ToList();
        var sounds = files.Where(f => f.Facts.Kind == MediaKind.Audio).ToList();
        if (videos.Count > 0)
        {
            PlaceVideos(videos);
        }

        if (sounds.Count > 0)
        {
            PlaceSounds(sounds);
        }

        PlacePictures([.. files.Where(f => f.Facts.Kind == MediaKind.Image)]);
    }

    private static Clip Whole(Asset file) => new(file, TimeSpan.Zero, file.Facts.Duration);

    private static bool SoundsLikeMusic(Asset file) => MusicNames.Any(n => file.Name.Contains(n, StringComparison.OrdinalIgnoreCase));

    private void PlaceVideos(List<Asset> videos)
    {
        var clips = videos.Select(Whole).ToList();
        var names = bench.Speech.List(videos.Select(v => v.Name));
        var project = bench.Project;
        if (!bench.HasMaterial)
        {
            bench.Project = project with { Clips = clips, Canvas = Canvases.Like(videos[0].Facts) };
            ShowClips();
            bench.Did("create_timeline", "made", names, bench.Project.Duration);
        }
        else if (project.Background.Kind != BackgroundKind.Video)
        {
            var sound = project.Clips[0];
            bench.Project = project with { Clips = clips };
            ShowClips();
            SetVoice(sound);
        }
        else if (clauses.Any(c => c.Has(Concept.Replace)))
        {
            bench.Project = project with { Clips = clips };
            bench.Did("replace_clip", "replaced", names, bench.Project.Duration);
        }
        else
        {
            bench.Project = project with { Clips = [.. project.Clips, .. clips] };
            bench.Did("append_clip", "appended", names, bench.Project.Duration);
        }
    }

    private void ShowClips() => bench.Project = bench.Project with
    {
        Background = bench.Project.Background with { Kind = BackgroundKind.Video, Asset = null },
        Visual = bench.Project.Visual with { Style = VisualStyle.None },
    };

    private void PlaceSounds(List<Asset> sounds)
    {
        if (bench.HasMaterial && WantsMusic && !clauses.Any(c => c.Has(Concept.Merge)))
        {
            // Who asked for music takes it from the files that nothing uses.
            return;
        }

        if (!bench.HasMaterial)
        {
            BeginWith(sounds);
        }
        else if (bench.Project.Background.Kind == BackgroundKind.Video)
        {
            SetVoice(Whole(sounds[0]));
            AddMusic(sounds.Skip(1));
        }
        else if (WantsAppend)
        {
            bench.Project = bench.Project with { Clips = [.. bench.Project.Clips, .. sounds.Select(Whole)] };
            bench.Did("append_clip", "appended", bench.Speech.List(sounds.Select(s => s.Name)), bench.Project.Duration);
        }
        else
        {
            ReplaceMain(sounds);
        }
    }

    private void BeginWith(List<Asset> sounds)
    {
        if (WantsAppend)
        {
            bench.Project = bench.Project with { Clips = [.. sounds.Select(Whole)] };
            bench.Did("create_timeline", "made", bench.Speech.List(sounds.Select(s => s.Name)), bench.Project.Duration);
            return;
        }

        var main = MainOf(sounds);
        bench.Project = bench.Project with { Clips = [Whole(main)] };
        bench.Did("create_timeline", "made", main.Name, main.Facts.Duration);
        UseCoverOf(main);
        if (!WantsMusic)
        {
            AddMusic(sounds.Where(s => s != main));
        }
    }

    private static Asset MainOf(List<Asset> sounds)
    {
        var spoken = sounds.Where(s => !SoundsLikeMusic(s)).ToList();
        return (spoken.Count > 0 ? spoken : sounds).MaxBy(s => s.Facts.Duration)!;
    }

    private void ReplaceMain(List<Asset> sounds)
    {
        var main = MainOf(sounds);
        var old = bench.Project.Clips[0].Asset;
        bench.Project = bench.Project with { Clips = [Whole(main)] };
        bench.Project = Timing.Keep(bench.Project, TimeSpan.Zero, bench.Project.Duration);
        bench.Did("replace_clip", "replaced.for", main.Name, old.Name, main.Facts.Duration);
        if (bench.Project.Background.Kind is BackgroundKind.Cover)
        {
            bench.Project = bench.Project with { Background = new Project().Background };
            UseCoverOf(main);
        }

        AddMusic(sounds.Where(s => s != main));
    }

    private void SetVoice(Clip sound)
    {
        var total = bench.Project.Duration;
        var length = sound.Length < total ? sound.Length : total;
        bench.Project = bench.Project with { Voice = sound with { Length = length } };
        bench.Did("merge_audio_video", "merged", sound.Asset.Name, total);
        if (sound.Length > total + TimeSpan.FromSeconds(0.5))
        {
            bench.Note("merged.longer", sound.Asset.Name, sound.Length, total);
        }
    }

    private void AddMusic(IEnumerable<Asset> sounds)
    {
        foreach (var sound in sounds)
        {
            bench.Project = bench.Project with { Music = [.. bench.Project.Music, new Music(sound, QuietMusic)] };
            bench.DidTo("music " + sound.Name, "add_bgm", "music.added", sound.Name, QuietMusic);
            bench.Note("music.guessed", sound.Name);
        }
    }

    private void UseCoverOf(Asset main)
    {
        if (main.Facts.HasCover)
        {
            bench.Project = bench.Project with { Background = bench.Project.Background with { Kind = BackgroundKind.Cover, Asset = main } };
        }
    }

    private void PlacePictures(List<Asset> pictures)
    {
        if (pictures.Count == 0 || !bench.HasMaterial)
        {
            return;
        }

        var wanted = clauses.Any(c => c.Has(Concept.Background, Concept.Image));
        if (bench.Project.Background.Kind == BackgroundKind.Video && !wanted)
        {
            bench.Note("picture.unused", pictures[^1].Name);
            return;
        }

        bench.Project = bench.Project with { Background = bench.Project.Background with { Kind = BackgroundKind.Image, Asset = pictures[^1] } };
        bench.DidTo("background", "set_background", "background.image", pictures[^1].Name);
        if (pictures.Count > 1)
        {
            bench.Note("pictures.one", pictures[^1].Name);
        }
    }
}
