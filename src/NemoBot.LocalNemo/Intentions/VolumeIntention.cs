using NemoBot.LocalNemo.Language;

namespace NemoBot.LocalNemo.Intentions;

/// <summary>How loud the main sound is.</summary>
internal sealed class VolumeIntention : IIntention
{
    public void Apply(Clause clause, Workbench bench)
    {
        if (!bench.HasMaterial || !VolumeReader.IsAbout(clause))
        {
            // "remove the sound": the sound goes, the picture stays.
            if (bench.HasMaterial && clause.Has(Concept.Remove) && clause.ClaimAll(Concept.Voice))
            {
                clause.ClaimAll(Concept.Remove, Concept.Video);
                Set(bench, 0);
            }

            return;
        }

        if (VolumeReader.Read(clause, bench.Project.Volume) is { } volume)
        {
            clause.ClaimAll(
                Concept.Voice, Concept.Volume, Concept.Video, Concept.Change, Concept.At, Concept.To, Concept.It, Concept.Whole, Concept.Called, Concept.For);
            Set(bench, volume);
        }
    }

    private static void Set(Workbench bench, double volume)
    {
        bench.Project = bench.Project with { Volume = Math.Clamp(volume, 0, 2) };
        bench.DidTo("volume", "set_volume", bench.Project.Volume > 0 ? "volume.set" : "volume.muted", bench.Project.Volume);
        bench.Last = Subject.Voice;
    }
}
