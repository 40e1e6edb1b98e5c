using NemoBot.LocalNemo.Language;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Intentions;

/// <summary>Taking things away: titles, music, the waveform, a background, fades.</summary>
internal sealed class RemovalIntention : IIntention
{
    public void Apply(Clause clause, Workbench bench)
    {
        if (!clause.Has(Concept.Remove, Concept.Cut) || clause.Tokens.Any(t => t.IsTime))
        {
            return;
        }

        var any = RemoveFades(clause, bench);
        any |= RemoveTitles(clause, bench);
        any |= clause.ClaimAll(Concept.Music) && RemoveMusic(bench);
        any |= clause.ClaimAll(Concept.Waveform, Concept.Bars, Concept.Line, Concept.Spectrum, Concept.Visuals) && RemoveVisual(bench);
        any |= clause.ClaimAll(Concept.Background, Concept.Image, Concept.Cover, Concept.Gradient) && RemoveBackground(bench);
        any |= RemoveCaptions(clause, bench);
        if (any)
        {
            clause.ClaimAll(Concept.Remove, Concept.Cut, Concept.AllOf, Concept.Change, Concept.And);
        }
    }

    private static bool RemoveFades(Clause clause, Workbench bench)
    {
        if (!clause.Has(Concept.FadeIn, Concept.FadeOut, Concept.FadeBoth))
        {
            return false;
        }

        var both = clause.ClaimAll(Concept.FadeBoth);
        var fadeIn = clause.ClaimAll(Concept.FadeIn) || both;
        var fadeOut = clause.ClaimAll(Concept.FadeOut) || both;
        var ofTitle = clause.ClaimAll(Concept.Title);
        var project = bench.Project;
        bench.Project = ofTitle
            ? project with
            {
                Titles = [.. project.Titles.Select(t => t with
                {
                    FadeIn = fadeIn ? TimeSpan.Zero : t.FadeIn,
                    FadeOut = fadeOut ? TimeSpan.Zero : t.FadeOut,
                })],
            }
            : project with { FadeIn = fadeIn ? TimeSpan.Zero : project.FadeIn, FadeOut = fadeOut ? TimeSpan.Zero : project.FadeOut };
        bench.Did("set_fade", "fade.removed");
        return true;
    }

    private static bool RemoveTitles(Clause clause, Workbench bench)
    {
        var quotes = clause.Free(TokenKind.Quote).Where(i => bench.Project.Titles.Any(t => Same(t, clause.Tokens[i]))).ToList();
        if (!clause.ClaimAll(Concept.Title) && quotes.Count == 0)
        {
            return false;
        }

        var named = quotes.Select(clause.Claim).ToList();
        var gone = named.Count > 0 ? bench.Project.Titles.Where(t => named.Any(q => Same(t, q))).ToList() : [.. bench.Project.Titles];
        if (gone.Count == 0)
        {
            bench.Note("title.none");
            return true;
        }

        bench.Project = bench.Project with { Titles = [.. bench.Project.Titles.Except(gone)] };
        bench.Did("remove_title", "title.removed", bench.Speech.List(gone.Select(t => bench.Speech.Say("quoted", t.Text))));
        bench.Last = Subject.Title;
        return true;
    }

    private static bool Same(Title title, Token quote) => string.Equals(title.Text, quote.Content, StringComparison.OrdinalIgnoreCase);

    private static bool RemoveMusic(Workbench bench)
    {
        if (bench.Project.Music.Count == 0)
        {
            bench.Note("music.none");
            return true;
        }

        bench.Project = bench.Project with { Music = [] };
        bench.Did("remove_bgm", "music.removed");
        return true;
    }

    private static bool RemoveVisual(Workbench bench)
    {
        bench.Project = bench.Project with { Visual = bench.Project.Visual with { Style = VisualStyle.None } };
        bench.Did("set_visual", "visual.removed");
        return true;
    }

    private static bool RemoveBackground(Workbench bench)
    {
        bench.Project = bench.Project with { Background = new Project().Background };
        bench.Did("set_background", "background.removed");
        return true;
    }

    private static bool RemoveCaptions(Clause clause, Workbench bench)
    {
        if (!clause.ClaimAll(Concept.Captions))
        {
            return false;
        }

        bench.Note("captions.none");
        return true;
    }
}
