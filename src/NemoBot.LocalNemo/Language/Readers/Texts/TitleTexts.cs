using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Readers.Phrases;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Texts;

/// <summary>Gives titles their texts: new ones, other words for one that is there, an artist under it.</summary>
internal static class TitleTexts
{
    private const double CaptionSize = 0.06;

    /// <summary>Adds the quoted texts, or gives a title another one.</summary>
    public static void WithQuotes(Clause clause, Reading reading, List<int> quotes)
    {
        if (quotes.Count <= 2 && quotes.FindIndex(q => Artists.IsNamed(clause, q)) is >= 0 and var named)
        {
            WithArtist(clause, reading, quotes, named);
            return;
        }

        var artist = quotes.Count == 1 ? Artists.TakeAfter(clause, quotes[0]) : Artists.IsQuoted(clause, quotes[0], quotes[^1]) ? clause.Tokens[quotes[^1]].Content : null;
        var texts = quotes.Select(i => clause.Claim(i).Content).ToList();
        if (texts.Count == 1 && reading.TitleTexts.Contains(texts[0], StringComparer.OrdinalIgnoreCase) && (clause.Has(Concept.Change, Concept.Replace) || IsArrow(clause, quotes[0]))
            && (IsArrow(clause, quotes[0]) || clause.Tokens.Skip(quotes[0]).Any(t => t.Concept is Concept.To or Concept.Change)) && NewText(clause, quotes[0]) is { } renamed)
        {
            reading.Add(new SetTitle(new TitleRef { Text = texts[0] }) { Text = renamed, Look = TitleReader.Look(clause, reading) });
            return;
        }

        if (artist is not null || texts.Count == 1)
        {
            AddOrRename(clause, reading, texts[0], artist, TitleReader.Look(clause, reading));
            return;
        }

        if (reading.TitleTexts.Contains(texts[0], StringComparer.OrdinalIgnoreCase) && !clause.Has(Concept.Another, Concept.Add))
        {
            reading.Add(new SetTitle(new TitleRef { Text = texts[0] }) { Text = texts[1], Look = TitleReader.Look(clause, reading) });
            return;
        }

        if (texts.Count == 2 && clause.Has(Concept.Change, Concept.Replace) && reading.TitleTexts.FirstOrDefault(t => t.Contains(texts[0], StringComparison.OrdinalIgnoreCase)) is { } whole)
        {
            // "change 'Morning' to 'Evening' in the title".
            reading.Add(new SetTitle(new TitleRef { Text = whole }) { Text = whole.Replace(texts[0], texts[1], StringComparison.OrdinalIgnoreCase), Look = TitleReader.Look(clause, reading) });
            return;
        }

        if (AreOne(clause, quotes))
        {
            // "title 'A' and 'B' on the right": both.
            var shared = TitleReader.Look(clause, reading);
            texts.ForEach(t => reading.Add(new AddTitle(t) { Look = shared with { Place = shared.Place ?? VerticalPlace.Middle, Size = t == texts[0] ? shared.Size : shared.Size ?? CaptionSize } }));
            return;
        }

        for (var q = 0; q < quotes.Count; q++)
        {
            var end = q + 1 < quotes.Count ? quotes[q + 1] : clause.Tokens.Count;
            var look = TitleLookReader.Read(clause, q == 0 ? 0 : quotes[q], end, TitleReader.PlaceNow(reading));
            // Two titles without a place would cover each other.
            reading.Add(new AddTitle(texts[q]) { Look = look with { Place = look.Place ?? (VerticalPlace)(q % 3) } });
        }
    }

    /// <summary>歌名“潮汐”和歌手“林漫”: each text is what is said before it.</summary>
    private static void WithArtist(Clause clause, Reading reading, List<int> quotes, int named)
    {
        var name = clause.Claim(quotes[named]).Content;
        var title = quotes.Count == 2 ? clause.Claim(quotes[1 - named]).Content : null;
        var look = TitleReader.Look(clause, reading);
        if (title is not null)
        {
            AddOrRename(clause, reading, title, null, look);
        }

        var above = reading.Edits.OfType<AddTitle>().LastOrDefault()?.Look.Place ?? TitleReader.PlaceNow(reading);
        Artists.Name(reading, name, title is null ? look : new TitleLook { Side = look.Side, Color = look.Color, Place = look.Place }, above == VerticalPlace.Bottom ? above : Under(above));
        clause.ClaimAll(Concept.Artist, Concept.ByName, Concept.And);
    }

    /// <summary>Texts with nothing but "and" between them, and a side for the last: they stand there together.</summary>
    private static bool AreOne(Clause clause, List<int> quotes) => clause.Tokens.Skip(quotes[^1]).Any(t => t.Concept is Concept.Left or Concept.Right)
        && Enumerable.Range(quotes[0], quotes[^1] - quotes[0] + 1).All(i => quotes.Contains(i) || clause.Tokens[i].Concept == Concept.And);

    /// <summary>"Morning Show -> Evening Show".</summary>
    public static bool IsArrow(Clause clause, int quote) => quote + 2 < clause.Tokens.Count && clause.Tokens[quote + 1].Kind == TokenKind.Dash && clause.TextBetween(clause.Tokens[quote].End, clause.Tokens[quote + 2].Start).Trim() is "->" or "=>" or "→" or "-->";

    /// <summary>"change Morning Show to Evening Show".</summary>
    private static string? NewText(Clause clause, int quote)
    {
        var mark = Enumerable.Range(quote + 1, clause.Tokens.Count - quote - 1).FirstOrDefault(i => clause.Tokens[i].Concept is Concept.To or Concept.Change || (i == quote + 1 && IsArrow(clause, quote)), -1);
        return mark < 0 ? null : FreeText.After(clause, mark);
    }

    /// <summary>Adds a title with this text, changes the look of the one that has it, or renames one.</summary>
    public static void AddOrRename(Clause clause, Reading reading, string text, string? artist, TitleLook look)
    {
        var caption = clause.Has(Concept.Captions);
        var first = reading.TitleTexts.Count == 0 || (reading.Project.Titles.Count == 0 && reading.Edits.OfType<AddTitle>().Any() && reading.Edits.OfType<AddTitle>().All(IsInCorner));
        var same = reading.TitleTexts.FirstOrDefault(t => string.Equals(t, text, StringComparison.OrdinalIgnoreCase));
        var number = References.Number(clause, Concept.Title) ?? TitleNumbers.ByPlace(clause, reading);
        if (same is not null && !clause.Has(Concept.Another) && !caption)
        {
            look = TitleChanges.Inverted(clause, look);
            reading.Add(new SetTitle(new TitleRef { Text = same }) { Look = look });
        }
        else if ((IsUnderTitle(clause) || IsSecondLine(clause)) && reading.TitleTexts.Count > 0)
        {
            reading.Add(new AddTitle(text) { Role = TitleRole.Text, Look = look with { Place = look.Place ?? RightBelow(reading.Edits.OfType<AddTitle>().LastOrDefault()?.Look.Place ?? TitleReader.PlaceNow(reading)), Size = look.Size ?? CaptionSize } });
        }
        else if (!first && !AddsTitle(reading) && !(reading.Project.Titles.Count == 0 && reading.Edits[^1] is AddTitle { Role: TitleRole.Artist }) && !caption && !IsAdded(clause) && !clause.IsLater && !look.HasTime)
        {
            reading.Add(new SetTitle(number is null ? TitleRef.Last : new TitleRef { Number = number }) { Text = text, Look = look });
        }
        else
        {
            reading.Add(new AddTitle(text)
            {
                Role = clause.Has(Concept.Title) && first ? TitleRole.Title : TitleRole.Text,
                Look = caption || (look.Place is null && AddsTitle(reading)) ? look with { Place = look.Place ?? (caption ? VerticalPlace.Bottom : Under(reading.Edits.OfType<AddTitle>().Last().Look.Place ?? VerticalPlace.Middle)), Size = look.Size ?? CaptionSize } : look,
            });
        }

        if (artist is not null)
        {
            Artists.Name(reading, artist, new TitleLook(), Under(look.Place ?? VerticalPlace.Middle));
        }
    }

    /// <summary>A text of this message is to be another title, not other words for it. A name in a corner is beside the title, whichever comes first.</summary>
    private static bool AddsTitle(Reading reading) => reading.Edits.OfType<AddTitle>().Any(t => t.Role != TitleRole.Artist && !IsInCorner(t));

    private static bool IsInCorner(AddTitle text) => text is { Role: TitleRole.Text, Look: { Place: VerticalPlace.Top or VerticalPlace.Bottom, Side: HorizontalPlace.Left or HorizontalPlace.Right } };

    /// <summary>The clause asks for one more; "it should say Evening Show" has the word only in its text.</summary>
    private static bool IsAdded(Clause clause) => clause.Inherited == Concept.Add || clause.Tokens.Index().Any(t => t.Item.Concept is Concept.Add or Concept.Another && !(t.Index > 0 && char.IsUpper(clause.TextOf(t.Item)[0])));

    /// <summary>"subtitle: with Anna", 副标题：第二期.</summary>
    public static bool IsSecondLine(Clause clause) => clause.Tokens.Any(t => t.Concept == Concept.Title && clause.TextOf(t).ToLowerInvariant() is "subtitle" or "副标题" or "小标题" or "tagline" or "second line" or "line");

    /// <summary>"put 'with Ana' underneath the title".</summary>
    private static bool IsUnderTitle(Clause clause) => clause.ClaimAll(Concept.Under) && clause.Tokens.Any(t => t.Kind == TokenKind.Quote) && clause.Has(Concept.Title);

    /// <summary>Texts of the same place stand below each other; at the bottom the later one is above.</summary>
    private static VerticalPlace RightBelow(VerticalPlace title) => title == VerticalPlace.Bottom ? VerticalPlace.Middle : title;

    /// <summary>The place below another one.</summary>
    public static VerticalPlace Under(VerticalPlace place) => place == VerticalPlace.Bottom ? VerticalPlace.Middle : place + 1;
}
