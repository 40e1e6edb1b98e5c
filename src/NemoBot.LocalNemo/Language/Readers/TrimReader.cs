using NemoBot.LocalNemo.Edits;

namespace NemoBot.LocalNemo.Language.Readers;

/// <summary>Reads what of the timeline is kept or cut.</summary>
internal sealed class TrimReader : IClauseReader
{
    public void Read(Clause clause, Reading reading)
    {
        if (!reading.HasMaterial)
        {
            return;
        }

        ReadHighlight(clause, reading);
        if (clause.HasFree(Concept.Title, Concept.FadeIn, Concept.FadeOut, Concept.FadeBoth, Concept.Music, Concept.Logo, Concept.Captions) || clause.Free(TokenKind.Quote).Any()
            || !HasFreeTime(clause) || !IsTrim(clause) || IsAboutFocus(clause, reading))
        {
            return;
        }

        var ranges = TimeReader.ReadRanges(clause);
        if (ranges.Count == 0 && TimeReader.Read(clause) is { } when)
        {
            ranges = [when];
        }

        if (ranges.Count == 0)
        {
            return;
        }

        var edit = Choose(clause, ranges);
        clause.ClaimAll(Concept.Keep, Concept.Trim, Concept.Cut, Concept.Remove, Concept.Voice, Concept.Begin, Concept.End, Concept.Recording, Concept.Episode, Concept.Teaser,
            Concept.Shorts, Concept.Music, Concept.AllOf, Concept.Crop, Concept.Middle);
        clause.ClaimFrame();
        reading.Add(edit, Subject.Video);
    }

    /// <summary>"only for the first 4 seconds" after a title is about the title.</summary>
    private static bool IsAboutFocus(Clause clause, Reading reading) => reading.Focus is Subject.Title or Subject.Logo && clause.Has(Concept.For)
        && !clause.Has(Concept.Keep, Concept.Trim, Concept.Cut, Concept.Remove, Concept.Video, Concept.Voice);

    private static bool HasFreeTime(Clause clause) => clause.HasFree(TokenKind.Duration) || clause.HasFree(TokenKind.Time);

    /// <summary>The chorus, the best part, a teaser of 30 seconds.</summary>
    private static void ReadHighlight(Clause clause, Reading reading)
    {
        var teaser = clause.HasFree(Concept.Teaser);
        if ((!clause.HasFree(Concept.Chorus) && !teaser) || clause.Has(Concept.Remove) || clause.HasFree(Concept.First, Concept.Last) || TimeReader.ReadRanges(clause).Count > 0)
        {
            return;
        }

        var length = clause.Take(TokenKind.Duration)?.Time;
        if (length is null && teaser && !clause.Has(Concept.Chorus))
        {
            length = TimeSpan.FromSeconds(30);
        }

        clause.ClaimAll(Concept.Chorus, Concept.Teaser, Concept.Keep, Concept.Cut, Concept.Trim, Concept.Voice, Concept.Music, Concept.Recording, Concept.Episode);
        clause.ClaimFrame();
        reading.Add(new KeepHighlight(length), Subject.Video);
    }

    private static bool IsTrim(Clause clause) => clause.Has(Concept.Keep, Concept.Trim, Concept.Cut, Concept.Remove) || MakesLength(clause)
        // "make it 30 seconds long", "only the first 30 seconds", "start at 0:10", 时长改成30秒.
        || (clause.Has(Concept.Change, Concept.First, Concept.Last, Concept.From, Concept.To, Concept.Only, Concept.Use, Concept.Crop)
            && clause.FreeIndexOf(
                Concept.Background, Concept.Waveform, Concept.Bars, Concept.Line, Concept.Spectrum, Concept.Visuals, Concept.Volume, Concept.Top,
                Concept.Middle, Concept.Bottom, Concept.Add, Concept.Gradient, Concept.Image, Concept.Circle) < 0);

    /// <summary>"a 30 second video", 做一个30秒的竖屏视频.</summary>
    private static bool MakesLength(Clause clause)
    {
        foreach (var i in clause.Free(TokenKind.Duration))
        {
            var next = i + 1;
            while (next < clause.Tokens.Count && clause.Tokens[next].Concept is Concept.Filler or Concept.Portrait or Concept.Landscape or Concept.Square or Concept.For)
            {
                next++;
            }

            if (next < clause.Tokens.Count && clause.Tokens[next].Concept is Concept.Video)
            {
                return true;
            }
        }

        return false;
    }

    private static Edit Choose(Clause clause, IReadOnlyList<TimeExpression> ranges)
    {
        var only = ranges[0];
        if (ranges.Count == 1 && only.Length is { } length)
        {
            return new KeepRanges([new Span(only.From, (only.From ?? TimeSpan.Zero) + length)]);
        }

        var cuts = clause.Has(Concept.Cut, Concept.Remove) && !clause.Has(Concept.Keep);
        var trims = clause.Has(Concept.Trim) && !clause.Has(Concept.Keep);
        // "cut to 0:30" keeps what is before it; "cut after 0:30" drops what follows.
        var onlyTo = only is { From: null, To: not null } && !clause.Has(Concept.Before);
        var removes = (cuts && !onlyTo) || (trims && only.IsCounted);
        List<Span> spans = [.. ranges.Select(r => r.Span)];
        return removes ? new CutRanges(spans) : new KeepRanges(spans);
    }
}
