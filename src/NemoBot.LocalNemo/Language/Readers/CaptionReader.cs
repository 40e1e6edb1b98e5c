using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers;

/// <summary>Reads captions: from speech, a file or pasted lines; their look; their words.</summary>
internal sealed class CaptionReader : IClauseReader
{
    private const double Step = 1.3;

    public void Read(Clause clause, Reading reading)
    {
        if (ReadWords(clause, reading))
        {
            return;
        }

        if (clause.HasFree(Concept.Translate) || (clause.HasFree(TokenKind.Duration) && clause.HasFree(Concept.Later, Concept.Earlier, Concept.Move)))
        {
            return;
        }

        var named = clause.HasFree(Concept.Captions, Concept.Lyrics);
        var meant = reading.Focus == Subject.Captions && (reading.Project.Captions is not null || reading.Edits.OfType<AddCaptions>().Any()) && !clause.HasFree(TokenKind.Quote)
            && clause.Tokens.All(t => Clause.SubjectOf(t.Concept) == Subject.None) && !clause.Has(Concept.Music, Concept.Voice, Concept.Volume, Concept.Remove);
        // "highlight each word as I say it" needs no word for the captions that are there.
        meant |= !named && reading.Project.Captions is not null && clause.HasFree(Concept.Karaoke);
        // "karaoke style please" beside a caption file.
        named |= !meant && clause.HasFree(Concept.Karaoke) && reading.Unused(CaptionFiles.Is) is not null;
        meant |= !named && (IsBareSize(clause, reading) || AreThey(clause, reading));
        // A quoted text called a caption is a text of its own.
        if ((!named && !meant) || clause.Free(TokenKind.Quote).Any())
        {
            return;
        }

        if (reading.Project.Captions is not null && (named || !IsPartOfVideo(clause)) && clause.Tokens.Any(t => t.IsTime) && clause.Has(Concept.Only, Concept.First, Concept.Last, Concept.From, Concept.For, Concept.Remove) && !clause.Has(Concept.Later, Concept.Earlier))
        {
            clause.ClaimEverything();
            reading.Add(new Decline(Inability.CaptionPart), Subject.Captions);
            return;
        }

        if (clause.Has(Concept.Remove) && (clause.Tokens.Any(t => t.IsTime) || clause.HasFree(Concept.FillerWords)))
        {
            // "no captions during the first 5 seconds", 字幕里的“嗯”删掉: removing all of them would do harm.
            return;
        }

        if (clause.Has(Concept.Remove) && !clause.HasFree(Concept.Boxed, Concept.Plate, Concept.Karaoke, Concept.Bold))
        {
            Finish(clause, reading, new RemoveCaptions());
            return;
        }

        var style = StyleOf(clause) ?? GroundStyle(clause);
        var look = new SetCaptions { Style = style, Place = PlaceOf(clause), Scale = ScaleOf(clause, style), Color = ColorOf(clause, named), Bold = BoldOf(clause) };
        if (look.Style == CaptionStyle.Big && reading.Edits.Any(e => e is SetCaptions { Style: CaptionStyle.Karaoke } or AddCaptions { Style: CaptionStyle.Karaoke }))
        {
            // "one word at a time, big": larger, and still word by word.
            look = look with { Style = null, Scale = look.Scale ?? Step };
        }

        if (SidePlace(clause) is { } corner)
        {
            // "captions bottom left": they are centered at the bottom.
            look = look with { Place = corner };
            reading.Add(new Decline(Inability.Sideways));
        }

        var exists = reading.Project.Captions is not null || reading.Edits.OfType<AddCaptions>().Any();
        if (look != new SetCaptions() && exists && CaptionFiles.Waiting(reading) is null)
        {
            Finish(clause, reading, look);
        }
        else if (named)
        {
            AddLines(clause, reading, look, exists);
        }
    }

    /// <summary>只要前30秒 keeps that much of the video, whatever was spoken of before.</summary>
    private static bool IsPartOfVideo(Clause clause) => clause.Tokens.Any(t => t.Concept is Concept.Keep or Concept.Only && clause.TextOf(t)[0] >= 0x2E80);

    /// <summary>"make it bigger" where the captions are the only text.</summary>
    private static bool IsBareSize(Clause clause, Reading reading) => reading is { Focus: Subject.None, Project: { Captions: not null, Titles.Count: 0, Overlays.Count: 0 } } && clause.HasFree(Concept.Bigger, Concept.Smaller)
        && clause.Tokens.All(t => t.Concept is Concept.Bigger or Concept.Smaller or Concept.Filler or Concept.It or Concept.Change or Concept.CanYou);

    /// <summary>"make em yellow w black box" where the captions are the only text.</summary>
    private static bool AreThey(Clause clause, Reading reading) => reading is { Focus: Subject.None, Project: { Captions: not null, Titles.Count: 0 } } && clause.Tokens.Any(t => clause.TextOf(t).ToLowerInvariant() is "em" or "them")
        && (clause.HasFree(TokenKind.Color) || clause.HasFree(Concept.Boxed, Concept.Plate, Concept.Top, Concept.Bottom, Concept.Middle, Concept.Karaoke, Concept.Upward, Concept.Downward, Concept.Bigger, Concept.Smaller))
        && clause.Tokens.All(t => Clause.SubjectOf(t.Concept) == Subject.None && !t.IsTime && t.Kind != TokenKind.Quote);

    private static void AddLines(Clause clause, Reading reading, SetCaptions look, bool exists)
    {
        var file = CaptionFiles.Waiting(reading);
        var pasted = reading.PastedLines;
        if (reading.Placed.Any(id => reading.Situation.Files.Any(f => f.Id == id && CaptionFiles.Is(f))) || (exists && !(clause.Has(Concept.Add) && !clause.Tokens.Any(t => t.Concept == Concept.Add && clause.TextOf(t).ToLowerInvariant() is "show" or "display" or "显示")) && file is null && pasted.Length == 0))
        {
            Finish(clause, reading, null);
            return;
        }

        if (file is not null)
        {
            Finish(clause, reading, new PlaceFile(file.Id, FileRole.Captions));
        }
        else if (pasted.Length > 0)
        {
            Finish(clause, reading, new AddCaptions(CaptionSource.Pasted) { Text = pasted });
        }
        else
        {
            Finish(clause, reading, new AddCaptions(CaptionSource.Speech) { Style = look.Style ?? (clause.Has(Concept.Lyrics) ? CaptionStyle.Karaoke : null) });
        }

        if (look with { Style = null } != new SetCaptions() || (look.Style is not null && file is not null))
        {
            reading.Add(look);
        }
    }

    private static void Finish(Clause clause, Reading reading, Edit? edit)
    {
        clause.ClaimAll(Concept.Captions, Concept.Lyrics, Concept.Remove, Concept.AllOf, Concept.Voice, Concept.Recording, Concept.Episode, Concept.ColorWord, Concept.Everywhere,
            Concept.Another, Concept.Not, Concept.Each, Concept.Bold, Concept.Chorus, Concept.LineWord);
        clause.ClaimFrame();
        if (edit is not null)
        {
            reading.Add(edit, Subject.Captions);
        }

        reading.Focus = Subject.Captions;
    }

    /// <summary>"line 3: new text", "change 'Nemo' to 'NEMO' everywhere".</summary>
    private static bool ReadWords(Clause clause, Reading reading)
    {
        if (reading.Project.Captions is null)
        {
            return false;
        }

        if (clause.Has(Concept.Remove) && clause.Has(Concept.Captions, Concept.LineWord) && clause.Free(TokenKind.Quote).ToList() is [var quote]
            && reading.Project.Captions.Lines.ToList().FindIndex(l => l.Text.Contains(clause.Tokens[quote].Content, StringComparison.OrdinalIgnoreCase)) is >= 0 and var gone)
        {
            // "get rid of 'second line' in the captions".
            clause.ClaimEverything();
            reading.Add(new EditCaption("") { Line = gone + 1 }, Subject.Captions);
            return true;
        }

        var at = clause.FreeIndexOf(Concept.Line, Concept.LineWord, Concept.Captions);
        var number = at >= 0 ? References.Number(clause, Concept.Line, Concept.LineWord, Concept.Captions) ?? NumberBefore(clause, at) : null;
        if (number is { } numbered && clause.Free(TokenKind.Quote).ToList() is [var was, var now] && reading.Project.Captions.Lines.ElementAtOrDefault(numbered - 1) is { } spoken
            && spoken.Text.Contains(clause.Tokens[was].Content, StringComparison.OrdinalIgnoreCase))
        {
            // "in line 2 replace 'second' by '2nd'".
            reading.Add(new EditCaption(spoken.Text.Replace(clause.Tokens[was].Content, clause.Tokens[now].Content, StringComparison.OrdinalIgnoreCase)) { Line = numbered }, Subject.Captions);
            clause.ClaimEverything();
            return true;
        }

        if (number is { } line)
        {
            var colon = clause.Free(TokenKind.Colon).Cast<int?>().FirstOrDefault();
            var text = clause.Take(TokenKind.Quote)?.Content
                ?? (colon is { } mark && mark + 1 < clause.Tokens.Count ? clause.TextBetween(clause.Tokens[mark + 1].Start, clause.Tokens[^1].End).Trim() : clause.Has(Concept.Remove) ? "" : null);
            if (text is not null)
            {
                clause.ClaimEverything();
                reading.Add(new EditCaption(text) { Line = line }, Subject.Captions);
                return true;
            }
        }

        var quotes = clause.Free(TokenKind.Quote).ToList();
        if (quotes.Count == 2 && (clause.Has(Concept.Everywhere, Concept.Captions) || (clause.Has(Concept.Not) && IsInLines(reading, clause.Tokens[quotes[1]].Content) && !IsInLines(reading, clause.Tokens[quotes[0]].Content)) || (!clause.Has(Concept.Title) && (reading.Focus == Subject.Captions || (clause.Has(Concept.Change, Concept.Replace, Concept.Called) && IsInLines(reading, clause.Tokens[quotes[0]].Content) && !reading.TitleTexts.Contains(clause.Tokens[quotes[0]].Content, StringComparer.OrdinalIgnoreCase))))))
        {
            var (old, text) = (clause.Tokens[quotes[0]].Content, clause.Tokens[quotes[1]].Content);
            if (clause.Has(Concept.Not, Concept.InsteadOf) && !IsInLines(reading, old) && IsInLines(reading, text))
            {
                // "it's Nimo, not Nemo" names the right word first.
                (old, text) = (text, old);
            }

            clause.ClaimEverything();
            reading.Add(new EditCaption(text) { Old = old }, Subject.Captions);
            return true;
        }

        return ReplaceUnquoted(clause, reading);
    }

    /// <summary>把字幕里的Nemo改成NEMO, "change Nemo to NEMO in the captions".</summary>
    private static bool ReplaceUnquoted(Clause clause, Reading reading)
    {
        var mark = clause.HasFree(Concept.Captions, Concept.Lyrics) && clause.Tokens.Count > 3 && clause.Has(Concept.Change, Concept.Replace, Concept.Called) ? Enumerable.Range(1, clause.Tokens.Count - 1).FirstOrDefault(i => IsReplacing(clause, i)) : 0;
        if (mark == 0)
        {
            return false;
        }

        var (first, last) = (mark - 1, mark + 1);
        while (first > 0 && clause.Tokens[first].Concept is Concept.AllOf or Concept.Everywhere)
        {
            first--;
        }

        var end = first;
        bool IsSaid(int from) => reading.Project.Captions!.Lines.Any(l => l.Text.Contains(clause.TextBetween(clause.Tokens[from].Start, clause.Tokens[end].End), StringComparison.OrdinalIgnoreCase));
        if (!(IsUnknown(clause, first) || IsSaid(first)) || !(IsUnknown(clause, last) || last == clause.Tokens.Count - 1))
        {
            return false;
        }

        while (first > 0 && (IsUnknown(clause, first - 1) || IsSaid(first - 1)))
        {
            first--;
        }

        while (last + 1 < clause.Tokens.Count && IsUnknown(clause, last + 1))
        {
            last++;
        }

        var old = clause.TextBetween(clause.Tokens[first].Start, clause.Tokens[end].End);
        var text = clause.TextBetween(clause.Tokens[mark + 1].Start, clause.Tokens[last].End);
        clause.ClaimEverything();
        reading.Add(new EditCaption(text) { Old = old }, Subject.Captions);
        return true;
    }

    private static bool IsInLines(Reading reading, string words) => reading.Project.Captions!.Lines.Any(l => l.Text.Contains(words, StringComparison.OrdinalIgnoreCase));

    private static bool IsReplacing(Clause clause, int index) => index + 1 < clause.Tokens.Count && (clause.Tokens[index].Concept is Concept.To
        || (clause.Tokens[index].Concept is Concept.Change or Concept.Replace && clause.TextOf(clause.Tokens[index])[0] >= 0x2E80) || clause.TextOf(clause.Tokens[index]).ToLowerInvariant() is "with" or "should be" or "should say" or "should read" or "应该是" or "应为");

    private static bool IsUnknown(Clause clause, int index) => clause.Tokens[index].Kind is TokenKind.Unknown || clause.Tokens[index].IsGuess;

    /// <summary>第3行 is an ordinal before the word.</summary>
    private static int? NumberBefore(Clause clause, int at) =>
        at > 0 && clause.Tokens[at - 1].Kind is TokenKind.Ordinal or TokenKind.Number && !clause.IsClaimed(at - 1) ? (int)clause.Claim(at - 1).Value : null;

    /// <summary>"like tiktok captions", 抖音那种字幕: the highlighted words that these platforms made usual, not the shape of their videos.</summary>
    private static bool IsLikePlatform(Clause clause) => clause.Tokens.Any(t => clause.TextOf(t).ToLowerInvariant() is "like" or "style" or "那种" or "风格" or "那样" or "一样" or "像" or "kind")
        && clause.ClaimAll(Concept.TikTok, Concept.Reels, Concept.Shorts, Concept.YouTube, Concept.Instagram);

    private static CaptionStyle? StyleOf(Clause clause) =>
        clause.ClaimAll(Concept.Karaoke) | IsLikePlatform(clause) ? CaptionStyle.Karaoke
        : clause.Has(Concept.Remove, Concept.Not, Concept.No) && clause.ClaimAll(Concept.Boxed, Concept.Plate) ? CaptionStyle.Classic
        : clause.ClaimAll(Concept.Boxed, Concept.Plate) ? CaptionStyle.Box
        : !clause.Has(Concept.Not) && clause.ClaimAll(Concept.Large, Concept.Huge) ? CaptionStyle.Big
        : clause.ClaimAll(Concept.Classic) ? CaptionStyle.Classic : null;

    /// <summary>"white on black": the second color is that of a box.</summary>
    private static CaptionStyle? GroundStyle(Clause clause)
    {
        if (clause.Free(TokenKind.Color).ToList() is not [var text, var ground] || ground != text + 2 || !clause.TextOf(clause.Tokens[text + 1]).Equals("on", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        clause.Claim(ground);
        return CaptionStyle.Box;
    }

    private static VerticalPlace? PlaceOf(Clause clause) => clause.ClaimAll(Concept.Top, Concept.Upward) ? VerticalPlace.Top
        : clause.ClaimAll(Concept.Middle) ? VerticalPlace.Middle : clause.ClaimAll(Concept.Bottom, Concept.Downward) | ClaimLower(clause) ? VerticalPlace.Bottom : null;

    private static VerticalPlace? SidePlace(Clause clause) => clause.ClaimAll(Concept.TopLeft, Concept.TopRight) ? VerticalPlace.Top : clause.ClaimAll(Concept.BottomLeft, Concept.BottomRight) ? VerticalPlace.Bottom : null;

    private static bool ClaimLower(Clause clause)
    {
        var at = Enumerable.Range(0, clause.Tokens.Count).FirstOrDefault(i => !clause.IsClaimed(i) && TitleLookReader.IsLower(clause, clause.Tokens[i]), -1);
        return at >= 0 && clause.Claim(at) is not null;
    }

    private static double? ScaleOf(Clause clause, CaptionStyle? style) => SizeWords.ReadRelative(clause) is { } relative ? relative
        : clause.HasFree(Concept.Large, Concept.Huge) && style == CaptionStyle.Karaoke && clause.ClaimAll(Concept.Large, Concept.Huge) ? Step
        : clause.HasFree(TokenKind.Factor) && !clause.Has(Concept.SpeedWord, Concept.Faster, Concept.Slower) ? clause.Take(TokenKind.Factor)!.Value
        : clause.ClaimAll(Concept.Half) ? 0.5 : clause.ClaimAll(Concept.Double) ? 2
        : clause.ClaimAll(Concept.Bigger) || (!IsThick(clause) && clause.ClaimAll(Concept.Taller)) ? Step
        : clause.ClaimAll(Concept.Smaller, Concept.Small, Concept.Thinner, Concept.Tiny) ? 1 / Step : null;

    /// <summary>那加粗, about the captions: bold letters, not larger ones.</summary>
    private static bool IsThick(Clause clause) => clause.Tokens.Any(t => t.Concept == Concept.Taller && clause.TextOf(t).Contains('粗', StringComparison.Ordinal));

    private static bool? BoldOf(Clause clause) => clause.ClaimAll(Concept.Bold) || (IsThick(clause) && clause.ClaimAll(Concept.Taller)) ? !clause.Has(Concept.Not, Concept.No, Concept.Remove) : null;

    private static string? ColorOf(Clause clause, bool named)
    {
        var index = clause.Free(TokenKind.Color).Cast<int?>().FirstOrDefault(i => clause.OwnerOf(i!.Value) is Subject.Captions || (!named && clause.OwnerOf(i.Value) == Subject.None));
        return index is { } at ? clause.Claim(at).Content : null;
    }
}
