using NemoBot.LocalNemo.Language;

namespace NemoBot.LocalNemo.Intentions;

/// <summary>Fading the whole video in and out.</summary>
internal sealed class FadeIntention : IIntention
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(2);

    public void Apply(Clause clause, Workbench bench)
    {
        if (!bench.HasMaterial || !clause.Has(Concept.FadeIn, Concept.FadeOut, Concept.FadeBoth))
        {
            return;
        }

        var (fadeIn, fadeOut) = FadeReader.Read(clause, Usual);
        clause.ClaimAll(Concept.Video, Concept.Voice, Concept.Whole, Concept.Add, Concept.Begin, Concept.End, Concept.It, Concept.Change, Concept.At);
        var longest = bench.Project.Duration / 2;
        if (fadeIn is { } rise)
        {
            bench.Project = bench.Project with { FadeIn = rise < longest ? rise : longest };
            bench.DidTo("fade in", "set_fade", "fade.in", bench.Project.FadeIn);
        }

        if (fadeOut is { } fall)
        {
            bench.Project = bench.Project with { FadeOut = fall < longest ? fall : longest };
            bench.DidTo("fade out", "set_fade", "fade.out", bench.Project.FadeOut);
        }

        bench.Last = Subject.Video;
    }
}
