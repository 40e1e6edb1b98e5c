using NemoBot.LocalNemo.Language;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Intentions;

/// <summary>The picture of the sound: which, in what colour, where.</summary>
internal sealed class VisualIntention : IIntention
{
    public void Apply(Clause clause, Workbench bench)
    {
        var style = ReadStyle(clause, bench.Project.Visual.Style);
        var follows = bench.Last == Subject.Visual;
        var color = clause.Free(TokenKind.Color).Where(i => Belongs(clause, i, follows)).Select(i => clause.Claim(i).Content).LastOrDefault();
        var place = ReadPlace(clause, follows);
        Explain(clause, bench);
        if (style is null && color is null && place is null)
        {
            return;
        }

        clause.ClaimAll(
            Concept.Waveform, Concept.Bars, Concept.Line, Concept.Spectrum, Concept.Visuals, Concept.ColorWord, Concept.Change, Concept.Add,
            Concept.And, Concept.It, Concept.At, Concept.To, Concept.Video, Concept.Voice, Concept.For, Concept.Replace, Concept.Whole, Concept.Called);
        var before = bench.Project.Visual;
        var shown = before.Style == VisualStyle.None ? VisualStyle.Bars : before.Style;
        var visual = new Visual(style ?? shown, color ?? before.Color, place ?? before.Place);
        bench.Project = bench.Project with { Visual = visual };
        bench.DidTo("visual", "set_visual", visual == before ? "visual.same" : "visual.set", visual.Style, bench.Speech.Color(visual.Color), visual.Place);
        bench.Last = Subject.Visual;
    }

    private static VisualStyle? ReadStyle(Clause clause, VisualStyle now)
    {
        bool Free(Concept concept) => clause.IndexOf(concept) is >= 0 and var at && !clause.IsClaimed(at);
        return Free(Concept.Spectrum) ? VisualStyle.Spectrum
            : Free(Concept.Line) ? VisualStyle.Line
            : Free(Concept.Bars) ? VisualStyle.Bars
            : Free(Concept.Visuals) ? now is VisualStyle.None or VisualStyle.Bars ? VisualStyle.Spectrum : now
            : Free(Concept.Waveform) ? now == VisualStyle.None ? VisualStyle.Bars : now
            : null;
    }

    private static bool Belongs(Clause clause, int index, bool follows) =>
        clause.OwnerOf(index) == Subject.Visual || (follows && clause.OwnerOf(index) == Subject.None);

    private static VerticalPlace? ReadPlace(Clause clause, bool follows)
    {
        VerticalPlace? place = null;
        for (var i = 0; i < clause.Tokens.Count; i++)
        {
            if (clause.Tokens[i].Concept is Concept.Top or Concept.Middle or Concept.Bottom && !clause.IsClaimed(i) && Belongs(clause, i, follows))
            {
                place = clause.Claim(i).Concept switch
                {
                    Concept.Top => VerticalPlace.Top,
                    Concept.Middle => VerticalPlace.Middle,
                    _ => VerticalPlace.Bottom,
                };
            }
        }

        return place;
    }

    private static void Explain(Clause clause, Workbench bench)
    {
        if (clause.ClaimAll(Concept.Mood))
        {
            bench.Note("mood");
        }

        if (clause.ClaimAll(Concept.Chorus))
        {
            clause.ClaimAll(Concept.From);
            bench.Note("chorus");
        }

        if (clause.ClaimAll(Concept.Beat))
        {
            clause.ClaimAll(Concept.Voice, Concept.Music, Concept.And, Concept.For);
            bench.Note("beat");
        }
    }
}
