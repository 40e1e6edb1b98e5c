using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers.Phrases;
using NemoBot.LocalNemo.Language.Readers.Sounds;
using NemoBot.LocalNemo.Language.Readers.Texts;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Cuts;

/// <summary>Reads what of the timeline is kept or cut.</summary>
internal sealed class TrimReader : IClauseReader
{
    public void Read(Clause clause, Reading reading)
    {
        if (Halving.Read(clause, reading) || OtherTimes.AreOfNewFile(clause, reading))
        {
            return;
        }

        if (!reading.HasMaterial || Songs.AccompanyMaterial(clause, reading))
        {
            return;
        }

        Highlights.ReadBest(clause, reading);
        if (Highlights.ReadMiddle(clause, reading) || OtherTimes.AreOfPictures(clause, reading))
        {
            return;
        }

        LengthComplaints.Read(clause, reading);
        if (BareLengths.ReadWish(clause, reading) || BareLengths.ReadAfterStart(clause, reading) || IsAboutLogo(clause, reading))
        {
            return;
        }

        if (StopMoments.Read(clause, reading) || OpeningLengths.Read(clause, reading))
        {
            return;
        }

        if (Mishaps.Read(clause, reading) || BareLengths.ReadStop(clause, reading) || BareLengths.ReadBesideAnother(clause, reading))
        {
            return;
        }

        if (CutsWithAnother(clause, reading) || IsNoWish(clause, reading) || IsAboutGaps(clause, reading))
        {
            return;
        }

        if (RangesOf(clause) is { Count: > 0 } ranges)
        {
            ReadRanges(clause, reading, ranges);
        }
    }

    /// <summary>logo放片头，3秒后消失: nothing of the video goes.</summary>
    private static bool IsAboutLogo(Clause clause, Reading reading)
    {
        if (reading.Focus != Subject.Logo || !TitleLookReader.Disappears(clause))
        {
            return false;
        }

        clause.IsUnclear = true;
        return true;
    }

    /// <summary>前面有3秒空白，剪掉: the verb is in another clause.</summary>
    private static bool CutsWithAnother(Clause clause, Reading reading)
    {
        if (!TrimWords.HasFreeTime(clause) || !SharedVerbs.IsCutByAnother(clause, reading) || TimeReader.ReadEnds(clause) is not { Count: > 0 } bad)
        {
            return false;
        }

        clause.ClaimEverything();
        reading.Add(new CutRanges([.. bad.Select(b => b.Span)]), Subject.Video);
        return true;
    }

    /// <summary>The times are not those of a part that is to be kept or cut.</summary>
    private static bool IsNoWish(Clause clause, Reading reading)
    {
        if (OtherTimes.AreOfNoise(clause))
        {
            return true;
        }

        if (OtherTimes.AreReason(clause, reading))
        {
            clause.ClaimEverything();
            return true;
        }

        if (clause.TextOf(clause.Tokens[0]).Equals("hide", StringComparison.OrdinalIgnoreCase) && clause.Has(Concept.It))
        {
            // "hide it after 6 seconds", where several things could be meant: not the video.
            clause.IsUnclear = true;
            return true;
        }

        // 前10秒别显示波形 takes nothing out of the video.
        if (clause.Has(Concept.Remove) && clause.Tokens.Any(t => Clause.SubjectOf(t.Concept) == Subject.Visual))
        {
            return true;
        }

        return NamesAnotherThing(clause) || !TrimWords.HasFreeTime(clause) || !TrimWords.AskForPart(clause) || OtherTimes.AreOfFocus(clause, reading);
    }

    private static bool NamesAnotherThing(Clause clause) => clause.Has(Concept.Logo, Concept.Captions, Concept.Freeze)
        || clause.HasFree(Concept.Title, Concept.FadeIn, Concept.FadeOut, Concept.FadeBoth, Concept.Music)
        || clause.HasFree(TokenKind.Quote);

    private static bool IsAboutGaps(Clause clause, Reading reading)
    {
        if (!OtherTimes.AreOfGaps(clause, reading))
        {
            return false;
        }

        clause.IsUnclear = true;
        return true;
    }

    private static IReadOnlyList<TimeExpression> RangesOf(Clause clause)
    {
        var ranges = TimeReader.ReadRanges(clause);
        if (ranges.Count > 0)
        {
            // "0:12-0:15 and the last 4 seconds".
            var alsoEnds = clause.HasFree(TokenKind.Duration) && clause.HasFree(Concept.First, Concept.Last, Concept.Begin, Concept.End);
            return WithOpen(clause, alsoEnds ? [.. ranges, .. TimeReader.ReadEnds(clause)] : ranges);
        }

        if (TimeReader.ReadEnds(clause) is { Count: > 0 } ends)
        {
            return WithOpen(clause, ends);
        }

        return TimeReader.Read(clause) is { } when ? [when] : [];
    }

    /// <summary>"cut the first 5 seconds and everything after 0:50".</summary>
    private static IReadOnlyList<TimeExpression> WithOpen(Clause clause, IReadOnlyList<TimeExpression> ranges) =>
        clause.HasFree(TokenKind.Time) && clause.HasFree(Concept.After, Concept.Before) && clause.Has(Concept.Cut, Concept.Remove, Concept.Trim)
            && TimeReader.Read(clause) is { } open ? [.. ranges, open] : ranges;

    private static void ReadRanges(Clause clause, Reading reading, IReadOnlyList<TimeExpression> ranges)
    {
        if (AsksWhich(clause, reading, ranges))
        {
            return;
        }

        // 第二段太长，只要前5秒: of that clip, or of the whole?
        reading.IsDoubtful |= reading.Project.Clips.Count > 1 && reading.Clauses.Any(c => c != clause && c.Tokens.Any(t => t.Kind == TokenKind.Ordinal));
        // 从20秒剪到30秒: is it taken out, or what is left?
        reading.IsDoubtful |= !clause.Has(Concept.Keep, Concept.Remove, Concept.Cut)
            && clause.Has(Concept.From)
            && clause.Tokens.Any(t => TimeRanges.IsCutTo(clause, t));
        var edit = CutOrKeep.Choose(clause, WithClauseBefore(clause, reading, ranges));
        clause.ClaimAll(
            Concept.Keep, Concept.Trim, Concept.Cut, Concept.Remove, Concept.Voice, Concept.Begin, Concept.End, Concept.Recording, Concept.Episode,
            Concept.Teaser, Concept.Shorts, Concept.Music, Concept.QuestionWord, Concept.AllOf, Concept.Crop, Concept.Middle, Concept.Useless,
            Concept.Under, Concept.TooLong, Concept.Quieter, Concept.Louder, Concept.Mute, Concept.Chorus);
        clause.ClaimFrame();
        if (clause.Has(Concept.Keep, Concept.Cut, Concept.Trim, Concept.Remove) && ranges.All(r => r.IsCounted || r is { From: not null, To: not null }))
        {
            // "cut 0:33 to 0:37 where I sneeze": the other words describe what is there.
            clause.Free(TokenKind.Unknown).ToList().ForEach(i => clause.Claim(i));
        }

        reading.Add(edit, Subject.Video);
    }

    /// <summary>剪一段15秒的，从10秒开始; 从10秒开始，留15秒: one clause says how long, the other from where.</summary>
    private static IReadOnlyList<TimeExpression> WithClauseBefore(Clause clause, Reading reading, IReadOnlyList<TimeExpression> ranges)
    {
        if (ranges is not [{ To: null, IsCounted: false, ReachesEnd: false } said] || reading.Edits is not [.., KeepRanges { Parts: [var before] }])
        {
            return ranges;
        }

        return (said, before) switch
        {
            ({ From: { Ticks: > 0 } from, Length: null }, { From: null or { Ticks: 0 }, To: { } length })
                when reading.Clauses.TakeWhile(c => c != clause).Any(c => SaysLength(c, length)) => [new TimeExpression(from, null, length)],
            ({ From: null, Length: { } length }, { From: { Ticks: > 0 } from, To: null }) when SaysLength(clause, length) && !clause.Has(Concept.Cut, Concept.Remove) =>
                [new TimeExpression(from, null, length)],
            _ => ranges,
        };
    }

    private static bool SaysLength(Clause clause, TimeSpan length) =>
        clause.Tokens.Any(t => t.Kind == TokenKind.Duration && t.Time == length) && !clause.Has(Concept.To, Concept.Before, Concept.First);

    /// <summary>"cut 3 seconds" does not say which: cutting the wrong ones is worse than asking.</summary>
    private static bool AsksWhich(Clause clause, Reading reading, IReadOnlyList<TimeExpression> ranges)
    {
        if (ranges is not [{ From: null, To: null, Length: { } unplaced }])
        {
            return false;
        }

        var cutsSome = clause.Has(Concept.Cut, Concept.Remove) && !TrimWords.AskForPiece(clause);
        if (!cutsSome && !TrimWords.SayReduction(clause))
        {
            return false;
        }

        reading.Choice = new Choice(
            new Note("choice.cut", [unplaced]),
            [new Note("offer.cut-first", [unplaced]), new Note("offer.cut-last", [unplaced]), new Note("offer.keep-first", [unplaced])]);
        clause.ClaimAll(Concept.Cut, Concept.Remove, Concept.Trim);
        clause.ClaimFrame();
        return true;
    }
}
