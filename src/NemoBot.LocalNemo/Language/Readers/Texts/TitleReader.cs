using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Texts;

/// <summary>Reads titles: new ones, new words for one that is there, another look.</summary>
internal sealed partial class TitleReader : IClauseReader
{
    public void Read(Clause clause, Reading reading)
    {
        var quotes = clause.Free(TokenKind.Quote).Where(i => clause.Tokens[i].Content.Length > 0 && !IsFile(reading, clause.Tokens[i])).ToList();
        if (TitleWords.Read(clause, reading) || SwapTitles(clause, reading) || (quotes.Count > 0 && clause.Has(Concept.Captions) && clause.HasFree(Concept.Remove) && !clause.Tokens.Any(t => t.IsTime)))
        {
            return;
        }

        if (quotes.Count > 0 && (IsSpoken(clause, quotes[0]) || IsCutOut(clause, reading, quotes[0])))
        {
            clause.IsUnclear = true;
            return;
        }

        if (quotes is [var wrong, var right] && right == wrong + 2 && clause.Tokens[wrong + 1].Concept == Concept.Called && !reading.TitleTexts.Contains(clause.Tokens[wrong].Content, StringComparer.OrdinalIgnoreCase))
        {
            // "'hello' should be 'hallo'", and neither is shown.
            clause.IsUnclear = true;
            return;
        }

        var named = clause.HasFree(Concept.Title);
        if (quotes.Count > 0 && !named && IsStray(clause, reading))
        {
            return;
        }

        if (quotes.Count > 0)
        {
            var atEnds = TitleChanges.EndsOf(clause);
            TitleTexts.WithQuotes(clause, reading, quotes);
            if (atEnds is { } length)
            {
                reading.Add(new ShowTitleAtEnds(TitleRef.Last, length), Subject.Title);
            }
        }
        else if (named && (TitleTexts.IsSecondLine(clause) ? null : Artists.TakeFrom(clause)) is var artist && !TitleNumbers.IsLook(clause, reading) && TitleTextReader.Read(clause, reading.TitleTexts.Count > 0) is { } text)
        {
            TitleTexts.AddOrRename(clause, reading, text, artist, Look(clause, reading));
        }
        else if (!named && FreeText.Read(clause, reading) is { } free)
        {
            TitleTexts.AddOrRename(clause, reading, free.Text, free.Artist, Look(clause, reading));
        }
        else if (ReadArtist(clause, reading))
        {
            clause.ClaimAll(Concept.Artist, Concept.Called, Concept.ByName);
        }
        else if (named || Artists.IsLookOf(clause, reading) || IsMeant(clause, reading) || IsNumbered(clause, reading) || IsFont(clause, reading) || (reading.TitleTexts.Count > 0 && IsBoxRemoval(clause)))
        {
            TitleChanges.Read(clause, reading);
        }
        else
        {
            return;
        }

        reading.Focus = Subject.Title;
        if (quotes.Count > 0 && clause.Has(Concept.Called))
        {
            // "the song is called 'Neon Rain'".
            clause.ClaimAll(Concept.Voice, Concept.Music, Concept.Episode, Concept.Recording);
        }

        if (quotes.Count > 0 && clause.Tokens.Any(t => WordLists.Writing.Contains(clause.TextOf(t))))
        {
            // 封面写“慢慢来”: only the text is asked for.
            clause.ClaimAll(Concept.Cover);
        }

        clause.ClaimAll(Concept.Title, Concept.OriginalWord, Concept.Captions, Concept.AllOf, Concept.ColorWord, Concept.Replace, Concept.Keep, Concept.Artist, Concept.QuoteCard, Concept.Bold, Concept.Font);
        if (clause.Has(Concept.Plate))
        {
            clause.ClaimAll(Concept.Opacity);
        }

        clause.ClaimFrame();
        foreach (var i in clause.Free(TokenKind.Colon).Concat(clause.Free(TokenKind.Dash)).ToList())
        {
            clause.Claim(i);
        }
    }

    /// <summary>"swap the two titles": each takes the place of the other.</summary>
    private static bool SwapTitles(Clause clause, Reading reading)
    {
        if (!clause.HasFree(Concept.Swap) || reading.Project.Titles is not [var first, var second] || !(clause.HasFree(Concept.Title) || SwapsThem(clause, reading)))
        {
            return false;
        }

        clause.ClaimAll(Concept.Swap, Concept.Title, Concept.AllOf, Concept.Order, Concept.Circle);
        clause.ClaimFrame();
        reading.Add(new SetTitle(new TitleRef { Number = 1 }) { Look = new TitleLook { Place = second.Place } }, Subject.Title);
        reading.Add(new SetTitle(new TitleRef { Number = 2 }) { Look = new TitleLook { Place = first.Place } }, Subject.Title);
        return true;
    }

    /// <summary>"swap them around": the titles, where nothing else comes in pairs.</summary>
    private static bool SwapsThem(Clause clause, Reading reading) => reading.Project is { Clips.Count: < 2, Slides.Count: 0 }
        && clause.Tokens.All(t => t.Concept is Concept.Swap or Concept.It or Concept.AllOf or Concept.Filler or Concept.Change or Concept.Order or Concept.CanYou);

    /// <summary>"make the second one orange", 第二个改成橙色: of two titles, with a look and nothing else named.</summary>
    private static bool IsNumbered(Clause clause, Reading reading) =>
        reading.TitleTexts.Count > 1 && reading.Project.Slides.Count == 0 && reading.Project.Clips.Count < 2
        && (clause.HasFree(TokenKind.Ordinal) || clause.HasFree(Concept.First, Concept.Last, Concept.UpperOne, Concept.LowerOne, Concept.OtherOne))
        && clause.Tokens.All(t => Clause.SubjectOf(t.Concept) == Subject.None && !t.IsTime && t.Kind is not (TokenKind.Unknown or TokenKind.File))
        && (clause.HasFree(TokenKind.Color) || clause.Tokens.Any(t => Verbs.IsLook(t.Concept)))
        && !clause.Has(Concept.Music, Concept.Voice, Concept.Video, Concept.Volume, Concept.Remove, Concept.Cut);

    /// <summary>背景框去掉: a box behind a text, and nothing else.</summary>
    public static bool IsBoxRemoval(Clause clause) => clause.HasFree(Concept.Plate) && clause.HasFree(Concept.Remove, Concept.Not)
        && clause.Tokens.All(t => t.Concept is Concept.Plate or Concept.Remove or Concept.Not or Concept.Filler or Concept.It or Concept.AllOf);

    /// <summary>"font size a bit smaller" is about the title while there are no captions to be meant.</summary>
    private static bool IsFont(Clause clause, Reading reading) => clause.HasFree(Concept.Font) && reading.TitleTexts.Count > 0 && !clause.Has(Concept.Captions)
        && clause.Tokens.Any(t => Verbs.IsLook(t.Concept) || t.Kind == TokenKind.Color);

    /// <summary>"artist: Mira Sol", 歌手陈一: a line of its own under the title.</summary>
    private static bool ReadArtist(Clause clause, Reading reading)
    {
        var by = clause.HasFree(Concept.Artist) ? clause.IndexOf(Concept.Artist) : clause.Tokens[0].Concept == Concept.ByName && clause.Tokens.Count > 1 && char.IsUpper(clause.TextOf(clause.Tokens[1])[0]) ? 0 : -1;
        var mark = clause.IndexOf(Concept.To) is var to && to > by ? to : by;
        if (by < 0 || clause.Has(Concept.Remove) || FreeText.After(clause, mark) is not { } name)
        {
            return false;
        }

        var above = reading.Edits.OfType<AddTitle>().LastOrDefault()?.Look.Place ?? PlaceNow(reading);
        var look = Look(clause, reading);
        Artists.Name(reading, name, look, TitleTexts.Under(above));
        return true;
    }

    private static bool IsFile(Reading reading, Token quote) =>
        reading.Situation.Files.Any(f => string.Equals(f.Name, quote.Content, StringComparison.OrdinalIgnoreCase));

    /// <summary>那句“谢谢大家”之后的都剪掉: what is said there, not a text to show.</summary>
    private static bool IsSpoken(Clause clause, int quote) => !clause.Has(Concept.Title, Concept.Captions, Concept.Called) && (!clause.Has(Concept.Add) || clause.Has(Concept.FadeIn, Concept.FadeOut, Concept.Crossfade)) && quote > 0 && clause.Tokens.Count > quote + 1 && SpokenPart().IsMatch(clause.Text);

    /// <summary>把前面的“喂喂喂”剪掉: where that is said is not known.</summary>
    private static bool IsCutOut(Clause clause, Reading reading, int quote) => clause.Has(Concept.Cut) && clause.TextOf(clause.Tokens[^1])[0] >= 0x2E80 && !clause.Has(Concept.Title, Concept.Captions, Concept.Add, Concept.Called) && !clause.Tokens.Any(t => t.IsTime)
        && !reading.TitleTexts.Contains(clause.Tokens[quote].Content, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex("(?:那|这|最后一?|第一)句(?:话)?(?:是)?[“「\"‘'].*[”」\"’'](?:那里|那儿|那边|那段|之后|以后|后面|之前|以前|前面|开始|为止)|(?:说|讲)(?:到|完|了)?[“「\"‘'].*[”」\"’'](?:的?时候|那里|那段|之后|以后|后面|之前|以前|前面)", RegexOptions.CultureInvariant)]
    private static partial Regex SpokenPart();

    /// <summary>Music video for "Velvet Hour": the only text of a first message is the name of what was sent, unless it is said somewhere.</summary>
    private static bool IsNameOfSound(Clause clause, Reading reading) => reading.Situation.Project is null && reading.TitleTexts.Count == 0 && reading.Clauses.Sum(c => c.Tokens.Count(t => t.Kind == TokenKind.Quote)) == 1
        && clause.Tokens.ToList().FindIndex(t => t.Kind == TokenKind.Quote) is > 0 and var quote && clause.Tokens[quote - 1].Concept is not (Concept.After or Concept.Before or Concept.From or Concept.To or Concept.Not)
        && !Saying().IsMatch(reading.Situation.Text) && !clause.Has(Concept.Remove, Concept.Cut, Concept.Trim, Concept.Keep);

    [GeneratedRegex(@"\b(say|says|said|saying|when|where)\b|说|讲", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Saying();

    /// <summary>A quoted text without a word that asks for it to be shown is no title among unknown words, and never takes the place of one.</summary>
    private static bool IsStray(Clause clause, Reading reading) => !IsNameOfSound(clause, reading) &&
        !(reading.TitleTexts.Count > 0 && clause.Tokens.Any(t => WordLists.Misspelling.Contains(clause.TextOf(t)))) && (clause.Tokens.Any(t => t.Kind == TokenKind.Unknown) || (reading.TitleTexts.Count > 0 && reading.Focus != Subject.Title))
        && !(clause.Tokens[0].Kind == TokenKind.Quote && TitleTexts.IsArrow(clause, 0)) && !clause.Has(Concept.Captions, Concept.Called, Concept.Artist, Concept.QuoteCard) && !clause.Tokens.Any(t => Verbs.IsVerb(t.Concept) || Verbs.IsLook(t.Concept) || t.IsTime);

    /// <summary>Where the last title is, or one without a place would be.</summary>
    public static VerticalPlace PlaceNow(Reading reading) => Titles.Unnamed(reading.Project.Titles) is >= 0 and var index ? reading.Project.Titles[index].Place : VerticalPlace.Middle;

    /// <summary>Reads and claims the look that a whole clause asks for.</summary>
    public static TitleLook Look(Clause clause, Reading reading) => TitleLookReader.Read(clause, 0, clause.Tokens.Count, PlaceNow(reading));

    /// <summary>"let it fade in": about the title if the clause before was. A look alone follows the thing named last.</summary>
    private static bool IsMeant(Clause clause, Reading reading)
    {
        // 3秒就消失 says how long the title is shown.
        var ends = (TitleLookReader.Disappears(clause) || TitleNumbers.IsEnded(clause, reading)) && reading.Focus == Subject.Title && clause.Tokens.Any(t => t.IsTime);
        if (clause.Has(Concept.Remove) && !ends)
        {
            return false;
        }

        if (reading.TitleTexts.Count == 0 || clause.Tokens.Any(t => Clause.SubjectOf(t.Concept) != Subject.None)
            || clause.Has(Concept.Music, Concept.Voice, Concept.Video, Concept.Volume, Concept.Louder, Concept.Cut, Concept.Trim, Concept.Keep,
                Concept.Darker, Concept.Scene))
        {
            return false;
        }

        if (clause.Has(Concept.Quieter) && !clause.Tokens.Any(t => TitleLookReader.IsLower(clause, t)) && !Reduces(clause))
        {
            return false;
        }

        var looks = clause.HasFree(
            Concept.Bigger, Concept.Smaller, Concept.Large, Concept.Small, Concept.Huge, Concept.Tiny, Concept.Top, Concept.Middle, Concept.Bottom, Concept.Upward, Concept.Downward,
            Concept.Left, Concept.Right, Concept.TopLeft, Concept.TopRight, Concept.BottomLeft, Concept.BottomRight, Concept.Plate, Concept.Outline) || clause.HasFree(TokenKind.Color)
            || clause.Tokens.Any(t => TitleLookReader.IsLower(clause, t)) || Reduces(clause) || (clause.HasFree(TokenKind.Percent) && clause.Tokens.Any(t => WordLists.Sizes.Contains(clause.TextOf(t)) || t.Concept == Concept.OriginalWord));
        // Two colors are a scheme, not a look of one text.
        if (clause.Free(TokenKind.Color).Skip(1).Any())
        {
            return false;
        }

        var fades = clause.HasFree(Concept.FadeIn, Concept.FadeOut, Concept.FadeBoth);
        if (fades && !looks && clause.Has(Concept.Begin, Concept.End, Concept.First, Concept.Last) && !clause.Has(Concept.It))
        {
            // 开头5秒淡入: the video fades.
            return false;
        }

        if (clause.HasFree(Concept.FadeOut, Concept.FadeBoth) && !looks && !clause.Has(Concept.It) && !clause.IsLater && FadesAlone(clause) && reading.Edits is [.., var last] && !EndsEarly(last))
        {
            // "title yellow, fade out": what ends is the video.
            return false;
        }

        return reading.Focus == Subject.Title ? looks || fades || TitleNumbers.IsTime(clause, reading) || (clause.Has(Concept.It, Concept.For, Concept.Only, Concept.Add, Concept.Remove) && clause.Tokens.Any(t => t.IsTime)) || IsFirstPart(clause, reading)
            : reading.Focus == Subject.None && looks && (clause.Has(Concept.It) || clause.Text.StartsWith("位置", StringComparison.Ordinal) || reading.Edits is [.., Undo]);
    }

    private static bool FadesAlone(Clause clause) => clause.Text[0] < 0x2E80 && !clause.Text.Split(' ').Contains("it", StringComparer.OrdinalIgnoreCase) && clause.Tokens.All(t => t.IsTime || t.Concept is Concept.FadeIn or Concept.FadeOut or Concept.FadeBoth or Concept.And or Concept.Filler or Concept.For or Concept.Add);

    /// <summary>The title is gone before the video ends, or was just given a fade.</summary>
    private static bool EndsEarly(Edit edit) => (edit as AddTitle)?.Look is { } added ? added.HasTime : edit is SetTitle { Look: var set } && (set.HasTime || set.FadeIn is not null || set.FadeOut is not null);

    /// <summary>标题别一直挂着，前6秒就行: how long the title is shown.</summary>
    private static bool IsFirstPart(Clause clause, Reading reading) => reading.Clauses.Count > 1 && clause.Has(Concept.First, Concept.Last) && clause.Tokens.Any(t => t.IsTime)
        && clause.Tokens.All(t => t.IsTime || t.Concept is Concept.First or Concept.Last or Concept.Filler or Concept.Only);

    /// <summary>"reduce it": a smaller size after a clause about the title.</summary>
    private static bool Reduces(Clause clause) => clause.Tokens.Any(t => t.Concept == Concept.Quieter && clause.TextOf(t).ToLowerInvariant() is "reduce" or "reduce it" or "decrease" or "decrease it" or "减小");
}
