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
        var named = clause.HasFree(Concept.Title);
        if (quotes.Count > 0 && !named && IsStray(clause, reading))
        {
            return;
        }

        if (quotes.Count > 0)
        {
            WithQuotes(clause, reading, quotes);
        }
        else if (named && Artists.TakeFrom(clause) is var artist && TitleTextReader.Read(clause, reading.TitleTexts.Count > 0) is { } text)
        {
            AddOrRename(clause, reading, text, artist, Look(clause, reading));
        }
        else if (named || IsMeant(clause, reading))
        {
            ChangeLook(clause, reading);
        }
        else
        {
            return;
        }

        reading.Focus = Subject.Title;
        clause.ClaimAll(Concept.Title, Concept.Captions, Concept.AllOf, Concept.ColorWord, Concept.Replace, Concept.Keep, Concept.Artist, Concept.QuoteCard, Concept.Bold);
        clause.ClaimFrame();
        foreach (var i in clause.Free(TokenKind.Colon).Concat(clause.Free(TokenKind.Dash)).ToList())
        {
            clause.Claim(i);
        }
    }

    private static bool IsFile(Reading reading, Token quote) =>
        reading.Situation.Files.Any(f => string.Equals(f.Name, quote.Content, StringComparison.OrdinalIgnoreCase));

    /// <summary>A quoted text without a word that asks for it to be shown is no title among unknown words, and never takes the place of one.</summary>
    private static bool IsStray(Clause clause, Reading reading) =>
        (clause.Tokens.Any(t => t.Kind == TokenKind.Unknown) || (reading.TitleTexts.Count > 0 && reading.Focus != Subject.Title))
        && !clause.Has(Concept.Captions, Concept.Called, Concept.Artist, Concept.QuoteCard) && !clause.Tokens.Any(t => Verbs.IsVerb(t.Concept) || Verbs.IsLook(t.Concept) || t.IsTime);

    private static VerticalPlace PlaceNow(Reading reading) => reading.Project.Titles.Count > 0 ? reading.Project.Titles[^1].Place : VerticalPlace.Middle;

    private static TitleLook Look(Clause clause, Reading reading) => TitleLookReader.Read(clause, 0, clause.Tokens.Count, PlaceNow(reading));

    /// <summary>"let it fade in": about the title if the clause before was. A look alone follows the thing named last.</summary>
    private static bool IsMeant(Clause clause, Reading reading)
    {
        if (reading.TitleTexts.Count == 0 || clause.Tokens.Any(t => Clause.SubjectOf(t.Concept) != Subject.None)
            || clause.Has(Concept.Music, Concept.Voice, Concept.Video, Concept.Volume, Concept.Louder, Concept.Remove, Concept.Cut, Concept.Trim, Concept.Keep,
                Concept.Darker, Concept.Scene))
        {
            return false;
        }

        if (clause.Has(Concept.Quieter) && !clause.Tokens.Any(t => TitleLookReader.IsLower(clause, t)))
        {
            return false;
        }

        var looks = clause.HasFree(
            Concept.Bigger, Concept.Smaller, Concept.Large, Concept.Small, Concept.Huge, Concept.Tiny, Concept.Top, Concept.Middle, Concept.Bottom, Concept.Upward, Concept.Downward,
            Concept.Plate) || clause.HasFree(TokenKind.Color) || clause.Tokens.Any(t => TitleLookReader.IsLower(clause, t));
        // Two colors are a scheme, not a look of one text.
        if (clause.Free(TokenKind.Color).Skip(1).Any())
        {
            return false;
        }

        var fades = clause.HasFree(Concept.FadeIn, Concept.FadeOut, Concept.FadeBoth);
        return reading.Focus == Subject.Title ? looks || fades || (clause.Has(Concept.It, Concept.For, Concept.Only) && clause.Tokens.Any(t => t.IsTime))
            : reading.Focus == Subject.None && looks && clause.Has(Concept.It);
    }

    private static void WithQuotes(Clause clause, Reading reading, List<int> quotes)
    {
        var artist = quotes.Count == 1 ? Artists.TakeAfter(clause, quotes[0]) : Artists.IsQuoted(clause, quotes[0], quotes[^1]) ? clause.Tokens[quotes[^1]].Content : null;
        var texts = quotes.Select(i => clause.Claim(i).Content).ToList();
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

    private static void AddOrRename(Clause clause, Reading reading, string text, string? artist, TitleLook look)
    {
        var caption = clause.Has(Concept.Captions);
        var same = reading.TitleTexts.FirstOrDefault(t => string.Equals(t, text, StringComparison.OrdinalIgnoreCase));
        var number = References.Number(clause, Concept.Title);
        if (same is not null && !clause.Has(Concept.Another) && !caption)
        {
            reading.Add(new SetTitle(new TitleRef { Text = same }) { Look = look });
        }
        else if (reading.TitleTexts.Count > 0 && !caption && !clause.Has(Concept.Add, Concept.Another) && !clause.IsLater && !look.HasTime)
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

    private static VerticalPlace Under(VerticalPlace place) => place == VerticalPlace.Bottom ? VerticalPlace.Middle : place + 1;

    private static void ChangeLook(Clause clause, Reading reading)
    {
        var number = References.Number(clause, Concept.Title);
        var look = Look(clause, reading);
        if (clause.ClaimAll(Concept.Remove) && look is { From: { } gone, To: null, Length: null })
        {
            // "hide the title after 10 seconds" says when it ends.
            look = look with { From = null, To = gone };
        }

        var which = clause.Has(Concept.AllOf) ? TitleRef.Every : number is null ? TitleRef.Last : new TitleRef { Number = number };
        if (look == new TitleLook() && !Declines.Any(clause))
        {
            reading.Suggest(Suggestion.Title);
        }

        if (look != new TitleLook() || !Declines.Any(clause))
        {
            reading.Add(new SetTitle(which) { Look = look });
        }
    }
}
