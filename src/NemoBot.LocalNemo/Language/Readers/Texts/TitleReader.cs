using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Texts;

/// <summary>Reads titles: new ones, new words for one that is there, another look.</summary>
internal sealed class TitleReader : IClauseReader
{
    public void Read(Clause clause, Reading reading)
    {
        var quotes = QuotedTexts.In(clause, reading);
        if (TitleWords.Read(clause, reading) || SwapTitles(clause, reading) || (quotes.Count > 0 && RemovesCaption(clause)))
        {
            return;
        }

        if (QuotedTexts.AreUnclear(clause, reading, quotes))
        {
            clause.IsUnclear = true;
            return;
        }

        if (quotes.Count > 0 ? ReadQuotes(clause, reading, quotes) : ReadWords(clause, reading))
        {
            reading.Focus = Subject.Title;
            ClaimRest(clause, quotes.Count > 0);
        }
    }

    /// <summary>Where the last title is, or one without a place would be.</summary>
    public static VerticalPlace PlaceNow(Reading reading) =>
        Titles.Unnamed(reading.Project.Titles) is >= 0 and var index ? reading.Project.Titles[index].Place : VerticalPlace.Middle;

    /// <summary>Reads and claims the look that a whole clause asks for.</summary>
    public static TitleLook Look(Clause clause, Reading reading)
    {
        var look = TitleLookReader.Read(clause, 0, clause.Tokens.Count, PlaceNow(reading));
        var isStep = clause.Has(Concept.Upward, Concept.Downward) && !clause.Has(Concept.Middle);
        return isStep && look is { Place: VerticalPlace.Middle, Side: null } && SideNow(reading) is var side and not HorizontalPlace.Middle
            ? look with { Side = side } : look;
    }

    /// <summary>A step up or down leaves it at its side.</summary>
    private static HorizontalPlace SideNow(Reading reading) =>
        Titles.Unnamed(reading.Project.Titles) is >= 0 and var index ? reading.Project.Titles[index].Side : HorizontalPlace.Middle;

    private static bool ReadQuotes(Clause clause, Reading reading, List<int> quotes)
    {
        if (!clause.HasFree(Concept.Title) && QuotedTexts.IsStray(clause, reading))
        {
            return false;
        }

        var atEnds = TitleChanges.EndsOf(clause);
        TitleTexts.WithQuotes(clause, reading, quotes);
        if (atEnds is { } length)
        {
            reading.Add(new ShowTitleAtEnds(TitleRef.Last, length), Subject.Title);
        }

        return true;
    }

    private static bool ReadWords(Clause clause, Reading reading)
    {
        var named = clause.HasFree(Concept.Title);
        if (named ? ReadNamed(clause, reading) : ReadFree(clause, reading))
        {
            return true;
        }

        if (ReadArtist(clause, reading))
        {
            clause.ClaimAll(Concept.Artist, Concept.Called, Concept.ByName);
            return true;
        }

        if (named || UnnamedTitles.AreMeant(clause, reading))
        {
            TitleChanges.Read(clause, reading);
            return true;
        }

        return false;
    }

    /// <summary>"title: Morning Show", 标题叫早安.</summary>
    private static bool ReadNamed(Clause clause, Reading reading)
    {
        var artist = TitleTexts.IsSecondLine(clause) ? null : Artists.TakeFrom(clause);
        if (TitleNumbers.IsLook(clause, reading) || TitleTextReader.Read(clause, reading.TitleTexts.Count > 0) is not { } text)
        {
            return false;
        }

        TitleTexts.AddOrRename(clause, reading, text, artist, Look(clause, reading));
        return true;
    }

    /// <summary>"write HAPPY BIRTHDAY in the center".</summary>
    private static bool ReadFree(Clause clause, Reading reading)
    {
        if (FreeText.Read(clause, reading) is not { } free)
        {
            return false;
        }

        TitleTexts.AddOrRename(clause, reading, free.Text, free.Artist, Look(clause, reading));
        return true;
    }

    /// <summary>"artist: Mira Sol", 歌手陈一: a line of its own under the title.</summary>
    private static bool ReadArtist(Clause clause, Reading reading)
    {
        var by = clause.HasFree(Concept.Artist) ? clause.IndexOf(Concept.Artist) : BeginsWithName(clause) ? 0 : -1;
        var mark = clause.IndexOf(Concept.To) is var to && to > by ? to : by;
        if (by < 0 || clause.Has(Concept.Remove) || FreeText.After(clause, mark) is not { } name)
        {
            return false;
        }

        var above = reading.Edits.OfType<AddTitle>().LastOrDefault()?.Look.Place ?? reading.Edits.OfType<SetTitle>().LastOrDefault()?.Look.Place ?? PlaceNow(reading);
        var look = Look(clause, reading);
        Artists.Name(reading, name, look, Artists.Below(above));
        return true;
    }

    /// <summary>"by Mira Sol".</summary>
    private static bool BeginsWithName(Clause clause) =>
        clause.Tokens[0].Concept == Concept.ByName && clause.Tokens.Count > 1 && char.IsUpper(clause.TextOf(clause.Tokens[1])[0]);

    /// <summary>"swap the two titles": each takes the place of the other.</summary>
    private static bool SwapTitles(Clause clause, Reading reading)
    {
        if (!clause.HasFree(Concept.Swap) || reading.Project.Titles is not [var first, var second]
            || !(clause.HasFree(Concept.Title) || SwapsThem(clause, reading)))
        {
            return false;
        }

        var areColors = clause.ClaimAll(Concept.ColorWord);
        clause.ClaimAll(Concept.Swap, Concept.Title, Concept.AllOf, Concept.Order, Concept.Circle);
        clause.ClaimFrame();
        if (areColors)
        {
            reading.Add(new SetTitle(new TitleRef { Number = 1 }) { Look = new TitleLook { Color = second.Color } }, Subject.Title);
            reading.Add(new SetTitle(new TitleRef { Number = 2 }) { Look = new TitleLook { Color = first.Color } }, Subject.Title);
            return true;
        }

        reading.Add(new SetTitle(new TitleRef { Number = 1 }) { Look = new TitleLook { Place = second.Place } }, Subject.Title);
        reading.Add(new SetTitle(new TitleRef { Number = 2 }) { Look = new TitleLook { Place = first.Place } }, Subject.Title);
        return true;
    }

    /// <summary>"swap them around": the titles, where nothing else comes in pairs.</summary>
    private static bool SwapsThem(Clause clause, Reading reading) => reading.Project is { Clips.Count: < 2, Slides.Count: 0 }
        && clause.Tokens.All(t => t.Concept is Concept.Swap or Concept.It or Concept.AllOf or Concept.Filler
            or Concept.Change or Concept.Order or Concept.CanYou or Concept.ColorWord);

    /// <summary>"remove the subtitle 'see you'": a line of the captions.</summary>
    private static bool RemovesCaption(Clause clause) => clause.Has(Concept.Captions) && clause.HasFree(Concept.Remove) && !clause.HasTime;

    private static void ClaimRest(Clause clause, bool isQuoted)
    {
        if (isQuoted && clause.Has(Concept.Called))
        {
            // "the song is called 'Neon Rain'".
            clause.ClaimAll(Concept.Voice, Concept.Music, Concept.Episode, Concept.Recording);
        }

        if (isQuoted && clause.HasWord(WritingLists.Writing))
        {
            // 封面写“慢慢来”: only the text is asked for.
            clause.ClaimAll(Concept.Cover);
        }

        clause.ClaimAll(
            Concept.Title, Concept.OriginalWord, Concept.Captions, Concept.AllOf, Concept.ColorWord, Concept.Replace, Concept.Keep, Concept.Artist,
            Concept.QuoteCard, Concept.Bold, Concept.Font);
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
}
