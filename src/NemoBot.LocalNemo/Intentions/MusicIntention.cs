using NemoBot.Core.Media;
using NemoBot.LocalNemo.Language;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Intentions;

/// <summary>Music below, and how loud it is.</summary>
internal sealed class MusicIntention : IIntention
{
    public void Apply(Clause clause, Workbench bench)
    {
        var named = clause.Has(Concept.Music) && !clause.IsClaimed(clause.IndexOf(Concept.Music));
        var meant = bench.Last == Subject.Music && bench.Project.Music.Count > 0 && VolumeReader.IsAbout(clause) && !clause.Has(Concept.Voice, Concept.Video);
        if (!named && !meant)
        {
            return;
        }

        var unused = Unused(bench);
        var adds = clause.Has(Concept.Add, Concept.Another) || bench.Project.Music.Count == 0;
        var volume = VolumeReader.Read(clause, bench.Project.Music.Count > 0 ? bench.Project.Music[^1].Volume : Arrangement.QuietMusic);
        clause.ClaimAll(Concept.Music, Concept.Add, Concept.Another, Concept.Change, Concept.Volume, Concept.At, Concept.To, Concept.It, Concept.For, Concept.Called);
        if (bench.Project.Music.Count > 0 && !(adds && unused is not null))
        {
            SetVolume(bench, volume);
        }
        else if (unused is not null)
        {
            clause.ClaimAll(Concept.Voice, Concept.Video, Concept.Whole);
            var music = new Music(unused, Math.Clamp(volume ?? Arrangement.QuietMusic, 0, 1));
            bench.Project = bench.Project with { Music = [.. bench.Project.Music, music] };
            bench.DidTo("music " + unused.Name, "add_bgm", "music.added", unused.Name, music.Volume);
        }
        else
        {
            clause.ClaimAll(Concept.Voice, Concept.Video, Concept.Whole);
            bench.Note("music.missing");
        }

        bench.Last = Subject.Music;
    }

    private static void SetVolume(Workbench bench, double? volume)
    {
        if (volume is not { } asked)
        {
            bench.Note("music.is", bench.Project.Music[^1].Asset.Name, bench.Project.Music[^1].Volume);
            return;
        }

        var clamped = Math.Clamp(asked, 0, 1);
        bench.Project = bench.Project with { Music = [.. bench.Project.Music.Select(m => m with { Volume = clamped })] };
        var last = bench.Project.Music[^1].Asset.Name;
        if (bench.Told("music " + last))
        {
            bench.DidTo("music " + last, "set_bgm_volume", "music.added", last, clamped);
        }
        else
        {
            bench.DidTo("music", "set_bgm_volume", "music.volume", clamped);
        }
    }

    private static Asset? Unused(Workbench bench)
    {
        var project = bench.Project;
        return bench.Request.Files.LastOrDefault(f => f.Facts.Kind == MediaKind.Audio
            && project.Clips.All(c => c.Asset.Id != f.Id) && project.Voice?.Asset.Id != f.Id && project.Music.All(m => m.Asset.Id != f.Id));
    }
}
