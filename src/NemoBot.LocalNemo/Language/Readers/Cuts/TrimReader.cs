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
        if (Halving.Read(clause, reading) || IsAboutNewFile(clause, reading))
        {
            return;
        }

        if (!reading.HasMaterial || MusicReader.AccompaniesMaterial(clause, reading))
        {
            return;
        }

        Highlights.ReadBest(clause, reading);
        if (Highlights.ReadMiddle(clause, reading) || IsAboutPictures(clause, reading))
        {
            return;
        }

        LengthComplaints.Read(clause, reading);
        if (reading.Situation.Project is null && reading.Clauses.Count > 1 && clause.Free(TokenKind.Duration).ToList() is [var asked] && clause.Tokens.All(t => t.Kind == TokenKind.Duration || t.Concept is Concept.Filler or Concept.Only)
            && !reading.Says(Concept.Chorus, Concept.Teaser, Concept.SpotifyCanvas, Concept.Loop, Concept.FadeIn, Concept.FadeOut, Concept.FadeBoth, Concept.Each) && reading.Focus is not (Subject.Title or Subject.Music or Subject.Logo or Subject.Slides))
        {
            // "16:9, white circle, 10 seconds".
            reading.Add(new KeepRanges([new Span(null, clause.Claim(asked).Time)]), Subject.Video);
            return;
        }

        if (reading.Focus == Subject.Logo && TitleLookReader.Disappears(clause))
        {
            // logo放片头，3秒后消失: nothing of the video goes.
            clause.IsUnclear = true;
            return;
        }

        if (Mishaps.Read(clause, reading) || ReadStop(clause, reading) || ReadLengthAlone(clause, reading))
        {
            return;
        }

        if (HasFreeTime(clause) && SharedVerbs.IsCutByAnother(clause, reading) && TimeReader.ReadEnds(clause) is { Count: > 0 } bad)
        {
            clause.ClaimEverything();
            reading.Add(new CutRanges([.. bad.Select(b => b.Span)]), Subject.Video);
            return;
        }

        if (HasFreeTime(clause) && clause.Has(Concept.SilenceNoun, Concept.Noise) && clause.Text[0] >= 0x2E80 && !clause.Has(Concept.Keep, Concept.Cut, Concept.Remove, Concept.Trim, Concept.Only))
        {
            // 开头有3秒杂音: what is there, not what is kept.
            return;
        }

        if (clause.HasFree(Concept.Useless) && !clause.Has(Concept.Cut, Concept.Remove, Concept.Trim) && HasFreeTime(clause) && reading.Clauses.Any(c => c != clause && c.Has(Concept.Cut, Concept.Remove, Concept.Trim, Concept.Keep) && c.Tokens.Any(t => t.IsTime)))
        {
            // 开头那几秒没人说话，剪掉前4秒: only the reason.
            clause.ClaimEverything();
            return;
        }
        // 前10秒别显示波形 takes nothing out of the video.
        if (clause.Has(Concept.Remove) && clause.Tokens.Any(t => Clause.SubjectOf(t.Concept) == Subject.Visual))
        {
            return;
        }

        if (clause.Has(Concept.Logo, Concept.Captions) || clause.HasFree(Concept.Title, Concept.FadeIn, Concept.FadeOut, Concept.FadeBoth, Concept.Music, Concept.Logo, Concept.Captions) || clause.Free(TokenKind.Quote).Any()
            || !HasFreeTime(clause) || !IsTrim(clause) || IsAboutFocus(clause, reading))
        {
            return;
        }

        if ((reading.Project.Slides.Count > 1 || reading.Situation.NewFiles.Count(f => f.Facts.Kind == Core.Media.MediaKind.Image) > 1) && clause.Has(Concept.To) && (clause.HasFree(TokenKind.Ordinal) || clause.Has(Concept.First)) && !clause.Tokens.Any(t => Verbs.IsVerb(t.Concept)))
        {
            // "first map till 0:20, second till 0:40": times of pictures.
            clause.ClaimEverything();
            reading.Add(new Decline(Inability.SlideTime), Subject.Slides);
            return;
        }

        if (reading.Edits.Any(e => e is RemoveSilence) && (clause.Has(Concept.Not) || clause.Tokens.Any(t => clause.TextOf(t).Contains("more than", StringComparison.OrdinalIgnoreCase))))
        {
            // "tighten the gaps, but not more than half a second off": of each gap, not of the video.
            clause.IsUnclear = true;
            return;
        }

        var ranges = TimeReader.ReadRanges(clause);
        if (ranges.Count > 0 && clause.HasFree(TokenKind.Duration) && clause.HasFree(Concept.First, Concept.Last, Concept.Begin, Concept.End))
        {
            // "0:12-0:15 and the last 4 seconds".
            ranges = [.. ranges, .. TimeReader.ReadEnds(clause)];
        }

        if (ranges.Count == 0)
        {
            ranges = TimeReader.ReadEnds(clause) is { Count: > 0 } ends ? ends : TimeReader.Read(clause) is { } when ? [when] : [];
        }

        if (ranges.Count == 0)
        {
            return;
        }

        // "cut 3 seconds" does not say which: cutting the wrong ones is worse than asking.
        if (ranges is [{ From: null, To: null, Length: { } unplaced }] && ((clause.Has(Concept.Cut, Concept.Remove) && !IsPiece(clause)) || IsReduction(clause)))
        {
            reading.Choice = new Choice(
                new Note("choice.cut", [unplaced]), [new Note("offer.cut-first", [unplaced]), new Note("offer.cut-last", [unplaced]), new Note("offer.keep-first", [unplaced])]);
            clause.ClaimAll(Concept.Cut, Concept.Remove, Concept.Trim);
            clause.ClaimFrame();
            return;
        }

        // 第二段太长，只要前5秒: of that clip, or of the whole?
        reading.IsDoubtful |= reading.Project.Clips.Count > 1 && reading.Clauses.Any(c => c != clause && c.Tokens.Any(t => t.Kind == TokenKind.Ordinal));
        // 从20秒剪到30秒: is it taken out, or what is left?
        reading.IsDoubtful |= !clause.Has(Concept.Keep, Concept.Remove, Concept.Cut) && clause.Has(Concept.From) && clause.Tokens.Any(t => TimeRanges.IsCutTo(clause, t));
        var edit = CutOrKeep.Choose(clause, ranges);
        clause.ClaimAll(Concept.Keep, Concept.Trim, Concept.Cut, Concept.Remove, Concept.Voice, Concept.Begin, Concept.End, Concept.Recording, Concept.Episode, Concept.Teaser,
            Concept.Shorts, Concept.Music, Concept.QuestionWord, Concept.AllOf, Concept.Crop, Concept.Middle, Concept.Useless, Concept.Under, Concept.TooLong, Concept.Quieter, Concept.Louder, Concept.Mute, Concept.Chorus);
        clause.ClaimFrame();
        if (clause.Has(Concept.Keep, Concept.Cut, Concept.Trim, Concept.Remove) && ranges.All(r => r.IsCounted || r is { From: not null, To: not null }))
        {
            // "cut 0:33 to 0:37 where I sneeze": the other words describe what is there.
            clause.Free(TokenKind.Unknown).ToList().ForEach(i => clause.Claim(i));
        }

        reading.Add(edit, Subject.Video);
    }

    /// <summary>"use this only for the first 10 seconds" beside a file that has just come: how long it is shown, not what is kept.</summary>
    private static bool IsAboutNewFile(Clause clause, Reading reading) => reading.Situation is { HasMaterial: true, NewFiles.Count: > 0 } && clause.Has(Concept.Use, Concept.Add) && clause.Has(Concept.Only)
        && clause.Has(Concept.It, Concept.Image, Concept.Cover) && !clause.Has(Concept.Keep, Concept.Cut, Concept.Trim, Concept.Remove);

    /// <summary>"5 seconds shorter", 缩短5秒: by how much, not to what length.</summary>
    private static bool IsReduction(Clause clause) => !clause.Tokens.Any(t => clause.TextOf(t).Equals("than", StringComparison.OrdinalIgnoreCase)) && clause.IndexOf(Concept.Trim) is >= 0 and var trim && clause.Tokens.ToList().FindIndex(t => t.Kind == TokenKind.Duration) is >= 0 and var by
        && ((by < trim && clause.TextOf(clause.Tokens[trim]).EndsWith("shorter", StringComparison.OrdinalIgnoreCase)) || clause.Tokens.Any(t => clause.TextOf(t).Equals("by", StringComparison.OrdinalIgnoreCase)) || (by == trim + 1 && clause.TextOf(clause.Tokens[trim]) is "缩短" or "剪短" or "缩减" or "截短"));

    /// <summary>45秒就收尾: a moment and the end, with nothing else that could end there.</summary>
    private static bool ReadStop(Clause clause, Reading reading)
    {
        if (clause.Free(TokenKind.Duration).ToList() is not [var at] || at + 1 >= clause.Tokens.Count || reading.Focus is Subject.Music or Subject.Title || !clause.Tokens.Skip(at + 1).Any(t => t.Concept == Concept.End && clause.TextOf(t) is "收尾" or "结束")
            || !clause.Tokens.All(t => t.IsTime || t.Concept is Concept.End or Concept.At or Concept.To or Concept.Filler or Concept.It or Concept.Video))
        {
            return false;
        }

        reading.Add(new KeepRanges([new Span(null, clause.Tokens[at].Time)]), Subject.Video);
        clause.ClaimEverything();
        return true;
    }

    /// <summary>"switch from pic1 to pic2 at 20 seconds" is about pictures, whatever time it names.</summary>
    private static bool IsAboutPictures(Clause clause, Reading reading) => !clause.Has(Concept.Cut, Concept.Trim)
        && (clause.Has(Concept.Swap) || clause.Tokens.Any(t => t.Kind == TokenKind.File && reading.Situation.Files.Any(f => f.Id == t.Content && f.Facts.Kind == Core.Media.MediaKind.Image)))
        && clause.Tokens.All(t => t.Kind != TokenKind.Dash);

    /// <summary>"only for the first 4 seconds" after a title is about the title.</summary>
    private static bool IsAboutFocus(Clause clause, Reading reading) => (reading.Focus == Subject.Title && (TitleLookReader.Disappears(clause) || TitleNumbers.IsEnded(clause, reading))) || (reading.Focus is Subject.Title or Subject.Logo && clause.Has(Concept.For)
        && !clause.Has(Concept.Keep, Concept.Trim, Concept.Cut, Concept.Remove, Concept.Video, Concept.Voice)) || (reading.Focus is Subject.Music or Subject.Title or Subject.Logo && reading.Clauses.Count > 1 && !StartsPiece(clause, reading) && !clause.Tokens.Any(t => Verbs.IsVerb(t.Concept) && !(reading.Focus == Subject.Music && WordLists.Playing.Contains(clause.TextOf(t))))
        && !clause.Has(Concept.Keep, Concept.Trim, Concept.Cut, Concept.Remove, Concept.Video, Concept.Voice));

    /// <summary>"start from 0:32 and keep it to 15 secs": of the video, whatever was spoken of before.</summary>
    private static bool StartsPiece(Clause clause, Reading reading) => reading.Edits.Count == 0 && clause.Has(Concept.From, Concept.Begin) && reading.Clauses.Any(c => c != clause && c.Has(Concept.Keep, Concept.Trim, Concept.Cut) && c.Tokens.Any(t => t.IsTime));

    /// <summary>剪30秒, 剪个30秒的: a piece of that length is asked for, unless 掉 or the like says that it goes.</summary>
    private static bool IsPiece(Clause clause) => !clause.Has(Concept.Remove) && clause.IndexOf(Concept.Cut) is >= 0 and var cut && clause.TextOf(clause.Tokens[cut]) is "剪" or "裁" or "切"
        // 再剪5秒 takes that much away.
        && !clause.Tokens.Take(cut).Any(t => clause.TextOf(t) is "再" or "多" or "再多" or "还要" or "还" or "再给我" or "再帮我");

    /// <summary>"shorter! 30 seconds max", "version for reels, 30 secs": the other clause says it, or what it is for.</summary>
    private static bool ReadLengthAlone(Clause clause, Reading reading)
    {
        if (clause.Tokens.All(t => t.Concept is Concept.Trim or Concept.Filler or Concept.It or Concept.Change) && clause.Has(Concept.Trim) && reading.Clauses.Any(c => c != clause && c.Has(Concept.Trim, Concept.Keep) && c.Tokens.Any(t => t.IsTime)))
        {
            clause.ClaimEverything();
            return true;
        }

        var isForPlatform = reading.Situation.HasMaterial && reading.Focus is not (Subject.Title or Subject.Music or Subject.Logo or Subject.Slides) && reading.Says(Concept.Story, Concept.Reels, Concept.Shorts, Concept.TikTok);
        if (!isForPlatform || clause.Free(TokenKind.Duration).ToList() is not [var length] || !clause.Tokens.All(t => t.Kind == TokenKind.Duration || t.Concept is Concept.Filler or Concept.Only or Concept.Trim) || reading.Edits.Any(e => e is KeepRanges or KeepHighlight))
        {
            return false;
        }

        reading.Add(new KeepRanges([new Span(null, clause.Tokens[length].Time)]), Subject.Video);
        clause.ClaimEverything();
        return true;
    }

    private static bool HasFreeTime(Clause clause) => clause.HasFree(TokenKind.Duration) || clause.HasFree(TokenKind.Time) || TimeRanges.AreSeconds(clause);

    private static bool IsTrim(Clause clause) => clause.Has(Concept.Keep, Concept.Trim, Concept.Cut, Concept.Remove, Concept.BothEnds, Concept.Useless) || MakesLength(clause) || IsPieceAlone(clause)
        || (clause.Has(Concept.Under) && !clause.Has(Concept.Music, Concept.Add)) || (clause.Has(Concept.Begin) && clause.Has(Concept.At))
        // "make it 30 seconds long", "only the first 30 seconds", "start at 0:10", 时长改成30秒.
        || (!IsStatement(clause) && clause.Has(Concept.Change, Concept.First, Concept.Last, Concept.From, Concept.To, Concept.Only, Concept.Use, Concept.Crop)
            && clause.FreeIndexOf(
                Concept.Background, Concept.Waveform, Concept.Bars, Concept.Line, Concept.Spectrum, Concept.Visuals, Concept.Volume, Concept.Top,
                Concept.Middle, Concept.Bottom, Concept.Add, Concept.Gradient, Concept.Image, Concept.Circle) < 0);

    /// <summary>"gimme 0:20-0:35 as a short": a range and nothing else that it could be about.</summary>
    private static bool IsPieceAlone(Clause clause) => clause.Tokens.Count(t => t.IsTime) == 2 && clause.Has(Concept.Shorts, Concept.Teaser, Concept.Reels, Concept.Video, Concept.Add)
        && clause.Tokens.All(t => t.IsTime || t.Kind == TokenKind.Dash || t.Concept is Concept.Filler or Concept.Add or Concept.To or Concept.From or Concept.Video or Concept.Shorts or Concept.Teaser or Concept.Reels or Concept.TikTok or Concept.Portrait or Concept.Square);

    /// <summary>第5秒到第8秒手机响了: says what happens there, not what is to be done.</summary>
    private static bool IsStatement(Clause clause) => clause.Tokens.Any(t => t.Kind == TokenKind.Unknown) && !clause.Has(Concept.From, Concept.Begin) && !clause.Tokens.Any(t => Verbs.IsVerb(t.Concept) || t.Concept is Concept.Only or Concept.Video or Concept.Reels or Concept.Teaser);

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

            if (next < clause.Tokens.Count && clause.Tokens[next].Concept is Concept.Video or Concept.VersionWord)
            {
                return true;
            }
        }

        return false;
    }
}
