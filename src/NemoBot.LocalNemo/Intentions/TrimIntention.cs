using NemoBot.LocalNemo.Language;

namespace NemoBot.LocalNemo.Intentions;

/// <summary>Making the video shorter.</summary>
internal sealed class TrimIntention : IIntention
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(0.1);

    public void Apply(Clause clause, Workbench bench)
    {
        if (!bench.HasMaterial || clause.Has(Concept.Title, Concept.FadeIn, Concept.FadeOut, Concept.FadeBoth, Concept.Music)
            || clause.Free(TokenKind.Quote).Any() || !clause.Tokens.Any(t => t.IsTime))
        {
            return;
        }

        var total = bench.Project.Duration;
        if (!IsTrim(clause) || WhenReader.Read(clause, total) is not { } when)
        {
            return;
        }

        var (from, to, keep) = Choose(clause, when, total);
        clause.ClaimAll(
            Concept.Keep, Concept.Trim, Concept.Cut, Concept.Remove, Concept.Change, Concept.Video, Concept.Voice, Concept.It, Concept.To, Concept.For,
            Concept.From, Concept.At, Concept.Whole, Concept.Begin, Concept.End);
        if (from >= total)
        {
            bench.Note("trim.beyond", total);
            return;
        }

        Cut(bench, from, to < total ? to : total, keep);
        bench.Last = Subject.Video;
    }

    private static bool IsTrim(Clause clause) => clause.Has(Concept.Keep, Concept.Trim, Concept.Cut, Concept.Remove)
        || MakesLength(clause)
        // "make it 30 seconds long", "only the first 30 seconds", "start at 0:10", 时长改成30秒.
        || (clause.Has(Concept.Change, Concept.First, Concept.Last, Concept.From, Concept.To)
            && clause.IndexOf(
                Concept.Background, Concept.Waveform, Concept.Bars, Concept.Line, Concept.Spectrum, Concept.Visuals, Concept.Volume, Concept.Top,
                Concept.Middle, Concept.Bottom, Concept.Add, Concept.Gradient) < 0);

    /// <summary>"a 30 second video".</summary>
    private static bool MakesLength(Clause clause) =>
        clause.Free(TokenKind.Duration).Any(i => i + 1 < clause.Tokens.Count && clause.Tokens[i + 1].Concept == Concept.Video);

    private static (TimeSpan From, TimeSpan To, bool Keep) Choose(Clause clause, When when, TimeSpan total)
    {
        var cuts = clause.Has(Concept.Cut, Concept.Remove) && !clause.Has(Concept.Keep);
        var trims = clause.Has(Concept.Trim) && !clause.Has(Concept.Keep);
        if (when.Length is { } length)
        {
            return (TimeSpan.Zero, length, true);
        }

        var from = when.From ?? TimeSpan.Zero;
        var to = when.To ?? total;
        // "cut to 0:30" keeps what is before it; "cut after 0:30" drops what follows.
        var onlyTo = when is { From: null, To: not null } && !clause.Has(Concept.Before);
        var toStartOrEnd = from == TimeSpan.Zero || to >= total;
        return (from, to, Keep: !((cuts && !onlyTo) || (trims && when is { From: not null, To: not null } && toStartOrEnd && Counted(clause))));
    }

    /// <summary>"trim the first 5 seconds" takes them away; "trim from 0:00 to 0:05" keeps them.</summary>
    private static bool Counted(Clause clause) => !clause.Has(Concept.To) && clause.Tokens.All(t => t.Kind != TokenKind.Dash);

    private static void Cut(Workbench bench, TimeSpan from, TimeSpan to, bool keep)
    {
        var cut = keep ? Timing.Keep(bench.Project, from, to) : Timing.Remove(bench.Project, from, to);
        if (cut is null)
        {
            bench.Note("trim.voice");
            return;
        }

        if (cut.Duration < Shortest)
        {
            bench.Note("trim.nothing");
            return;
        }

        bench.Project = cut;
        bench.Did("trim", keep ? "trim.kept" : "trim.removed", from, to, cut.Duration);
    }
}
