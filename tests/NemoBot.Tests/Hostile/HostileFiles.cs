using NemoBot.Core.Media;
using NemoBot.Tests.Corpus;
using NemoBot.Tests.Media;
using NemoBot.Tests.RealFiles;

namespace NemoBot.Tests.Hostile;

/// <summary>All hostile files of a run: those built by hand, and damaged ones of every container and codec.</summary>
internal static class HostileFiles
{
    /// <param name="samples">Makes the valid files.</param>
    /// <param name="seed">Decides how they are damaged.</param>
    /// <param name="most">Most damaged files.</param>
    public static IEnumerable<HostileFile> All(SampleMedia samples, int seed, int most)
    {
        HostileFile[] traps = [.. PictureTraps.All(samples), .. TextTraps.All(), .. MediaTraps.All(samples), .. StrangerTraps.All(samples), .. RepairTraps.All(samples)];
        return [.. traps, .. Damaged([.. Valid(samples)], seed, most)];
    }

    /// <summary>A few, for the test command: a damaged file of each common container and a few that are built by hand.</summary>
    public static IEnumerable<HostileFile> Few(SampleMedia samples, int seed) =>
    [
        .. PictureTraps.All(samples).Where(f => f.Name is "wide.png" or "wide.jpg" or "entities.svg"),
        .. TextTraps.All().Where(f => f.Name is "list.mp3" or "blur.ass"),
        .. MediaTraps.All(samples).Where(f => f.What is "a frame that lasts for years" or "900 streams" or "65535 channels"),
        .. Damaged([.. Common(samples)], seed, 5),
    ];

    private static IEnumerable<HostileFile> Damaged(List<(string Name, byte[] Content)> valid, int seed, int most)
    {
        for (var i = 0; i < most; i++)
        {
            var (name, file) = valid[i % valid.Count];
            var other = valid[((i * 7) + seed) % valid.Count].Content;
            yield return new Mutator(seed + i).Damage(name, file, other, ((i / valid.Count) + i) % Mutator.Count);
        }
    }

    private static IEnumerable<(string Name, byte[] Content)> Common(SampleMedia samples)
    {
        foreach (var path in (string[])[samples.Tone(1), samples.Movie(1), samples.Photo(), samples.Make("base.flac", "-f lavfi -i sine=d=1")])
        {
            yield return (Path.GetFileName(path), File.ReadAllBytes(path));
        }

        yield return ("phone.heic", HeifMaker.Grid(samples));
    }

    /// <summary>Two valid files of each container first, then one of every codec.</summary>
    private static IEnumerable<(string Name, byte[] Content)> Valid(SampleMedia samples)
    {
        var cases = SoundCases.All().Select(c => (Case: c, Kind: MediaKind.Audio))
            .Concat(VideoCases.All().Select(c => (Case: c, Kind: MediaKind.Video)))
            .Concat(StillCases.All().Select(c => (Case: c, Kind: MediaKind.Image))).ToList();
        var first = cases.GroupBy(c => Path.GetExtension(c.Case.Name)).SelectMany(g => g.Where((_, i) => i == 0 || i == g.Count() / 2));
        foreach (var (item, kind) in first)
        {
            yield return (item.Name, File.ReadAllBytes(CorpusMaker.Make(samples, item, kind)));
        }

        yield return ("phone.heic", HeifMaker.Grid(samples));
    }
}
