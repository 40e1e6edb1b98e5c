using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers;

/// <summary>Reads titles: new ones, new words for one that is there, another look.</summary>
internal sealed class TitleReader : IClauseReader
{
    private const double CaptionSize = 0.06;

    public void Read(Clause clause, Reading reading)
    {
        var quotes = clause.Free(TokenKind.Quote).Where(i => clause.Tokens[i].Content.Length > 0 && !IsFile(reading, clause.Tokens[i])).ToList();
        if (SwapTitles(clause, reading))
        {
            return;
        }

        var named = clause.HasFree(Concept.Title);
        if (quotes.Count > 0 && !named && IsStray(clause, reading))
        {
            return;
        }

        if (quotes.Count > 0)
        {
            WithQuotes(clause, reading, quotes);
        }
        else if (named && (IsSecondLine(clause) ? null : Artists.TakeFrom(clause)) is var artist && !TitleNumbers.IsLook(clause, reading) && TitleTextReader.Read(clause, reading.TitleTexts.Count > 0) is { } text)
        {
            AddOrRename(clause, reading, text, artist, Look(clause, reading));
        }
        else if (!named && FreeText.Read(clause, reading) is { } free)
        {
            AddOrRename(clause, reading, free.Text, free.Artist, Look(clause, reading));
        }
        else if (ReadArtist(clause, reading))
        {
            clause.ClaimAll(Concept.Artist, Concept.Called, Concept.ByName);
        }
        else if (named || IsMeant(clause, reading) || IsNumbered(clause, reading) || IsFont(clause, reading))
        {
            ChangeLook(clause, reading);
        }
        else
        {
            return;
        }

        reading.Focus = Subject.Title;
        if (quotes.Count > 0 && clause.Tokens.Any(t => WordLists.Writing.Contains(clause.TextOf(t))))
        {
            // 封面写“慢慢来”: only the text is asked for.
            clause.ClaimAll(Concept.Cover);
        }

        clause.ClaimAll(Concept.Title, Concept.Captions, Concept.AllOf, Concept.ColorWord, Concept.Replace, Concept.Keep, Concept.Artist, Concept.QuoteCard, Concept.Bold, Concept.Font);
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
        if (!clause.HasFree(Concept.Swap) || !clause.HasFree(Concept.Title) || reading.Project.Titles is not [var first, var second])
        {
            return false;
        }

        clause.ClaimAll(Concept.Swap, Concept.Title, Concept.AllOf, Concept.Order, Concept.Circle);
        clause.ClaimFrame();
        reading.Add(new SetTitle(new TitleRef { Number = 1 }) { Look = new TitleLook { Place = second.Place } }, Subject.Title);
        reading.Add(new SetTitle(new TitleRef { Number = 2 }) { Look = new TitleLook { Place = first.Place } }, Subject.Title);
        return true;
    }

    /// <summary>"make the second one orange", 第二个改成橙色: of two titles, with a look and nothing else named.</summary>
    private static bool IsNumbered(Clause clause, Reading reading) =>
        reading.TitleTexts.Count > 1 && reading.Project.Slides.Count == 0 && reading.Project.Clips.Count < 2
        && (clause.HasFree(TokenKind.Ordinal) || clause.HasFree(Concept.First, Concept.Last, Concept.UpperOne, Concept.LowerOne, Concept.OtherOne))
        && clause.Tokens.All(t => Clause.SubjectOf(t.Concept) == Subject.None && !t.IsTime && t.Kind is not (TokenKind.Unknown or TokenKind.File))
        && (clause.HasFree(TokenKind.Color) || clause.Tokens.Any(t => Verbs.IsLook(t.Concept)))
        && !clause.Has(Concept.Music, Concept.Voice, Concept.Video, Concept.Volume, Concept.Remove, Concept.Cut);

    /// <summary>"font size a bit smaller" is about the title while there are no captions to be meant.</summary>
    private static bool IsFont(Clause clause, Reading reading) => clause.HasFree(Concept.Font) && reading.TitleTexts.Count > 0 && !clause.Has(Concept.Captions)
        && clause.Tokens.Any(t => Verbs.IsLook(t.Concept) || t.Kind == TokenKind.Color);

    /// <summary>"artist: Mira Sol", 歌手陈一: a line of its own under the title.</summary>
    private static bool ReadArtist(Clause clause, Reading reading)
    {
        if (!clause.HasFree(Concept.Artist) || clause.Has(Concept.Remove) || FreeText.After(clause, clause.IndexOf(Concept.Artist)) is not { } name)
        {
            return false;
        }

        var above = reading.Edits.OfType<AddTitle>().LastOrDefault()?.Look.Place ?? PlaceNow(reading);
        var look = Look(clause, reading);
        reading.Add(new AddTitle(name) { Role = TitleRole.Artist, Look = look with { Place = look.Place ?? Under(above) } }, Subject.Title);
        return true;
    }

    private static bool IsFile(Reading reading, Token quote) =>
        reading.Situation.Files.Any(f => string.Equals(f.Name, quote.Content, StringComparison.OrdinalIgnoreCase));

    /// <summary>A quoted text without a word that asks for it to be shown is no title among unknown words, and never takes the place of one.</summary>
    private static bool IsStray(Clause clause, Reading reading) =>
        (clause.Tokens.Any(t => t.Kind == TokenKind.Unknown) || (reading.TitleTexts.Count > 0 && reading.Focus != Subject.Title))
        && !(clause.Tokens[0].Kind == TokenKind.Quote && IsArrow(clause, 0)) && !clause.Has(Concept.Captions, Concept.Called, Concept.Artist, Concept.QuoteCard) && !clause.Tokens.Any(t => Verbs.IsVerb(t.Concept) || Verbs.IsLook(t.Concept) || t.IsTime);

    private static VerticalPlace PlaceNow(Reading reading) => reading.Project.Titles.Count > 0 ? reading.Project.Titles[^1].Place : VerticalPlace.Middle;

    private static TitleLook Look(Clause clause, Reading reading) => TitleLookReader.Read(clause, 0, clause.Tokens.Count, PlaceNow(reading));

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
            Concept.Left, Concept.Right, Concept.TopLeft, Concept.TopRight, Concept.BottomLeft, Concept.BottomRight, Concept.Plate) || clause.HasFree(TokenKind.Color)
            || clause.Tokens.Any(t => TitleLookReader.IsLower(clause, t)) || Reduces(clause) || (clause.HasFree(TokenKind.Percent) && clause.Tokens.Any(t => WordLists.Sizes.Contains(clause.TextOf(t))));
        // Two colors are a scheme, not a look of one text.
        if (clause.Free(TokenKind.Color).Skip(1).Any())
        {
            return false;
        }

        var fades = clause.HasFree(Concept.FadeIn, Concept.FadeOut, Concept.FadeBoth);
        return reading.Focus == Subject.Title ? looks || fades || TitleNumbers.IsTime(clause, reading) || (clause.Has(Concept.It, Concept.For, Concept.Only, Concept.Add, Concept.Remove) && clause.Tokens.Any(t => t.IsTime))
            : reading.Focus == Subject.None && looks && (clause.Has(Concept.It) || reading.Edits is [.., Undo]);
    }

    /// <summary>"reduce it": a smaller size after a clause about the title.</summary>
    private static bool Reduces(Clause clause) => clause.Tokens.Any(t => t.Concept == Concept.Quieter && clause.TextOf(t).ToLowerInvariant() is "reduce" or "reduce it" or "decrease" or "decrease it" or "减小");

    private static void WithQuotes(Clause clause, Reading reading, List<int> quotes)
    {
        var artist = quotes.Count == 1 ? Artists.TakeAfter(clause, quotes[0]) : Artists.IsQuoted(clause, quotes[0], quotes[^1]) ? clause.Tokens[quotes[^1]].Content : null;
        var texts = quotes.Select(i => clause.Claim(i).Content).ToList();
        if (texts.Count == 1 && reading.TitleTexts.Contains(texts[0], StringComparer.OrdinalIgnoreCase) && (clause.Has(Concept.Change, Concept.Replace) || IsArrow(clause, quotes[0]))
            && (IsArrow(clause, quotes[0]) || clause.Tokens.Skip(quotes[0]).Any(t => t.Concept is Concept.To or Concept.Change)) && NewText(clause, quotes[0]) is { } renamed)
        {
            reading.Add(new SetTitle(new TitleRef { Text = texts[0] }) { Text = renamed, Look = Look(clause, reading) });
            return;
        }

        if (artist is not null || texts.Count == 1)
        {
            AddOrRename(clause, reading, texts[0], artist, Look(clause, reading));
            return;
        }

        if (reading.TitleTexts.Contains(texts[0], StringComparer.OrdinalIgnoreCase) && !clause.Has(Concept.Another, Concept.Add))
        {
            reading.Add(new SetTitle(new TitleRef { Text = texts[0] }) { Text = texts[1], Look = Look(clause, reading) });
            return;
        }

        for (var q = 0; q < quotes.Count; q++)
        {
            var end = q + 1 < quotes.Count ? quotes[q + 1] : clause.Tokens.Count;
            var look = TitleLookReader.Read(clause, q == 0 ? 0 : quotes[q], end, PlaceNow(reading));
            // Two titles without a place would cover each other.
            reading.Add(new AddTitle(texts[q]) { Look = look with { Place = look.Place ?? (VerticalPlace)(q % 3) } });
        }
    }

    /// <summary>"Morning Show -> Evening Show".</summary>
    private static bool IsArrow(Clause clause, int quote) => quote + 2 < clause.Tokens.Count && clause.Tokens[quote + 1].Kind == TokenKind.Dash && clause.TextBetween(clause.Tokens[quote].End, clause.Tokens[quote + 2].Start).Trim() is "->" or "=>" or "→" or "-->";

    /// <summary>"change Morning Show to Evening Show".</summary>
    private static string? NewText(Clause clause, int quote)
    {
        var mark = Enumerable.Range(quote + 1, clause.Tokens.Count - quote - 1).FirstOrDefault(i => clause.Tokens[i].Concept is Concept.To or Concept.Change || (i == quote + 1 && IsArrow(clause, quote)), -1);
        return mark < 0 ? null : FreeText.After(clause, mark);
    }

    private static void AddOrRename(Clause clause, Reading reading, string text, string? artist, TitleLook look)
    {
        var caption = clause.Has(Concept.Captions);
        var same = reading.TitleTexts.FirstOrDefault(t => string.Equals(t, text, StringComparison.OrdinalIgnoreCase));
        var number = References.Number(clause, Concept.Title) ?? TitleNumbers.ByPlace(clause, reading);
        if (same is not null && !clause.Has(Concept.Another) && !caption)
        {
            reading.Add(new SetTitle(new TitleRef { Text = same }) { Look = look });
        }
        else if ((IsSecondLine(clause) || IsUnderTitle(clause)) && reading.TitleTexts.Count > 0)
        {
            reading.Add(new AddTitle(text) { Role = TitleRole.Text, Look = look with { Place = look.Place ?? Under(PlaceNow(reading)), Size = look.Size ?? CaptionSize } });
        }
        else if (reading.TitleTexts.Count > 0 && !(reading.Project.Titles.Count == 0 && reading.Edits[^1] is AddTitle { Role: TitleRole.Artist }) && !caption && !IsAdded(clause) && !clause.IsLater && !look.HasTime)
        {
            reading.Add(new SetTitle(number is null ? TitleRef.Last : new TitleRef { Number = number }) { Text = text, Look = look });
        }
        else
        {
            reading.Add(new AddTitle(text)
            {
                Role = clause.Has(Concept.Title) && reading.TitleTexts.Count == 0 ? TitleRole.Title : TitleRole.Text,
                Look = caption ? look with { Place = look.Place ?? VerticalPlace.Bottom, Size = look.Size ?? CaptionSize } : look,
            });
        }

        if (artist is not null)
        {
            reading.Add(new AddTitle(artist) { Role = TitleRole.Artist, Look = new TitleLook { Place = Under(look.Place ?? VerticalPlace.Middle) } });
        }
    }

    /// <summary>The clause asks for one more; "it should say Evening Show" has the word only in its text.</summary>
    private static bool IsAdded(Clause clause) => clause.Inherited == Concept.Add || clause.Tokens.Index().Any(t => t.Item.Concept is Concept.Add or Concept.Another && !(t.Index > 0 && char.IsUpper(clause.TextOf(t.Item)[0])));

    /// <summary>"subtitle: with Anna", 副标题：第二期.</summary>
    private static bool IsSecondLine(Clause clause) => clause.Tokens.Any(t => t.Concept == Concept.Title && clause.TextOf(t).ToLowerInvariant() is "subtitle" or "副标题" or "小标题" or "tagline" or "second line");

    /// <summary>"put 'with Ana' underneath the title".</summary>
    private static bool IsUnderTitle(Clause clause) => clause.ClaimAll(Concept.Under) && clause.Tokens.Any(t => t.Kind == TokenKind.Quote) && clause.Has(Concept.Title);

    private static VerticalPlace Under(VerticalPlace place) => place == VerticalPlace.Bottom ? VerticalPlace.Middle : place + 1;

    /// <summary>标题延后2秒出现: when the title begins after the shift; null if none is said.</summary>
    private static TimeSpan? Shift(Clause clause, Reading reading)
    {
        if (!clause.HasFree(Concept.Later, Concept.Earlier) || reading.Project.Titles.Count == 0 || clause.Take(TokenKind.Duration) is not { } by)
        {
            return null;
        }

        var start = reading.Project.Titles[^1].Start + (clause.Has(Concept.Earlier) ? -by.Time : by.Time);
        clause.ClaimAll(Concept.Later, Concept.Earlier);
        return start > TimeSpan.Zero ? start : TimeSpan.Zero;
    }

    /// <summary>"title in caps": the same words in capitals.</summary>
    private static string? InCapitals(Clause clause, Reading reading, int? number)
    {
        var at = number is { } n ? n > 0 ? n - 1 : reading.TitleTexts.Count + n : reading.TitleTexts.Count - 1;
        return clause.ClaimAll(Concept.Capitals) && at >= 0 && at < reading.TitleTexts.Count ? reading.TitleTexts[at].ToUpperInvariant() : null;
    }

    private static void ChangeLook(Clause clause, Reading reading)
    {
        var number = References.Number(clause, Concept.Title) ?? TitleNumbers.ByPlace(clause, reading) ?? (clause.Has(Concept.Title) ? null : TitleNumbers.Alone(clause));
        var capitals = clause.Has(Concept.AllOf) && reading.TitleTexts.Count > 1 ? null : InCapitals(clause, reading, number);
        var shift = Shift(clause, reading);
        var look = shift is { } start ? new TitleLook { From = start } : Look(clause, reading);
        if (clause.ClaimAll(Concept.Remove) && look is { From: { } gone, To: null, Length: null })
        {
            // "hide the title after 10 seconds" says when it ends.
            look = look with { From = null, To = gone };
        }
        else if (clause.Has(Concept.Remove) && !clause.Has(Concept.After) && look is { From: { Ticks: 0 }, To: { } hidden, Length: null })
        {
            // "no title for the first 5 seconds" says when it begins.
            look = look with { From = hidden, To = null };
        }

        // After a title and its artist the title is meant.
        var main = reading.Edits is [.., AddTitle { Role: not TitleRole.Artist } title, AddTitle { Role: TitleRole.Artist }] ? new TitleRef { Text = title.Text } : TitleRef.Last;
        var which = clause.Has(Concept.AllOf) ? TitleRef.Every : number is null ? main : new TitleRef { Number = number };
        if (look == new TitleLook() && capitals is null && !Declines.Any(clause))
        {
            reading.Suggest(Suggestion.Title);
        }

        if (look != new TitleLook() || capitals is not null || (!Declines.Any(clause) && reading.Clauses.Count == 1))
        {
            reading.Add(new SetTitle(which) { Text = capitals, Look = look });
        }
    }
}
