using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
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

        var artist = quotes.Count == 1 ? Artists.TakeAfter(clause, quotes[0])
            : Artists.IsQuoted(clause, quotes[0], quotes[^1]) ? clause.Tokens[quotes[^1]].Content : null;
        var texts = quotes.Select(i => clause.Claim(i).Content).ToList();
        if (texts.Count == 1 && Renamed(clause, reading, quotes[0]) is { } renamed)
        {
            Rename(clause, reading, texts[0], renamed);
        }
        else if (artist is not null || texts.Count == 1)
        {
            AddOrRename(clause, reading, texts[0], artist, TitleReader.Look(clause, reading));
        }
        else if (TitlePlaces.Read(clause, reading, texts))
        {
            clause.ClaimFrame();
        }
        else if (IsTitle(reading, texts[0]) && !clause.Has(Concept.Another, Concept.Add))
        {
            Rename(clause, reading, texts[0], texts[1]);
        }
        else if (texts.Count == 2 && clause.Has(Concept.Change, Concept.Replace) && WithPart(reading, texts[0]) is { } whole)
        {
            // "change 'Morning' to 'Evening' in the title".
            Rename(clause, reading, whole, whole.Replace(texts[0], texts[1], StringComparison.OrdinalIgnoreCase));
        }
        else if (AreOne(clause, quotes))
        {
            AddTogether(reading, texts, TitleReader.Look(clause, reading));
        }
        else
        {
            AddEach(clause, reading, quotes, texts);
        }
    }

    private static bool IsTitle(Reading reading, string text) => reading.TitleTexts.Contains(text, StringComparer.OrdinalIgnoreCase);

    private static string? WithPart(Reading reading, string part) => reading.TitleTexts.Find(t => t.Contains(part, StringComparison.OrdinalIgnoreCase));

    private static void Rename(Clause clause, Reading reading, string text, string renamed) =>
        reading.Add(new SetTitle(new TitleRef { Text = text }) { Text = renamed, Look = TitleReader.Look(clause, reading) });

    /// <summary>"title 'A' and 'B' on the right": both, the later ones smaller.</summary>
    private static void AddTogether(Reading reading, List<string> texts, TitleLook shared)
    {
        foreach (var text in texts)
        {
            var size = text == texts[0] ? shared.Size : shared.Size ?? CaptionSize;
            reading.Add(new AddTitle(text) { Look = shared with { Place = shared.Place ?? VerticalPlace.Middle, Size = size } });
        }
    }

    /// <summary>"'A' at the top, 'B' at the bottom": each with what follows it.</summary>
    private static void AddEach(Clause clause, Reading reading, List<int> quotes, List<string> texts)
    {
        for (var q = 0; q < quotes.Count; q++)
        {
            var end = q + 1 < quotes.Count ? quotes[q + 1] : clause.Tokens.Count;
            var look = TitleLookReader.Read(clause, q == 0 ? 0 : quotes[q], end, TitleReader.PlaceNow(reading));
            // Two titles without a place would cover each other.
            reading.Add(IsTitle(reading, texts[q]) ? new SetTitle(new TitleRef { Text = texts[q] }) { Look = look }
                : new AddTitle(texts[q]) { Look = look with { Place = look.Place ?? (VerticalPlace)(q % 3) } });
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

        var above = LastAdded(reading)?.Look.Place ?? TitleReader.PlaceNow(reading);
        var own = title is null ? look : new TitleLook { Side = look.Side, Color = look.Color, Place = look.Place };
        Artists.Name(reading, name, own, above == VerticalPlace.Bottom ? above : Artists.Below(above));
        clause.ClaimAll(Concept.Artist, Concept.ByName, Concept.And);
    }

    /// <summary>Texts with nothing but "and" between them, and a side for the last: they stand there together.</summary>
    private static bool AreOne(Clause clause, List<int> quotes) =>
        clause.Tokens.Skip(quotes[^1]).Any(t => t.Concept is Concept.Left or Concept.Right)
        && Enumerable.Range(quotes[0], quotes[^1] - quotes[0] + 1).All(i => quotes.Contains(i) || clause.Tokens[i].Concept == Concept.And);

    /// <summary>"Morning Show -> Evening Show".</summary>
    public static bool IsArrow(Clause clause, int quote) => quote + 2 < clause.Tokens.Count && clause.Tokens[quote + 1].Kind == TokenKind.Dash
        && clause.TextBetween(clause.Tokens[quote].End, clause.Tokens[quote + 2].Start).Trim() is "->" or "=>" or "→" or "-->";

    /// <summary>"change 'Morning Show' to Evening Show": the new text of the title that is quoted.</summary>
    private static string? Renamed(Clause clause, Reading reading, int quote)
    {
        var isArrow = IsArrow(clause, quote);
        if (!IsTitle(reading, clause.Tokens[quote].Content) || !(isArrow || clause.Has(Concept.Change, Concept.Replace)))
        {
            return null;
        }

        var mark = isArrow ? quote + 1 : clause.Tokens.ToList().FindIndex(quote, t => t.Concept is Concept.To or Concept.Change);
        return mark < 0 ? null : FreeText.After(clause, mark);
    }

    /// <summary>Adds a title with this text, changes the look of the one that has it, or renames one.</summary>
    public static void AddOrRename(Clause clause, Reading reading, string text, string? artist, TitleLook look)
    {
        var number = References.Number(clause, Concept.Title) ?? TitleNumbers.ByPlace(clause, reading);
        if (reading.TitleTexts.Find(t => string.Equals(t, text, StringComparison.OrdinalIgnoreCase)) is { } same && !clause.Has(Concept.Another, Concept.Captions))
        {
            look = TitleChanges.Inverted(clause, look);
            reading.Add(new SetTitle(new TitleRef { Text = same }) { Look = look });
        }
        else if ((IsUnderTitle(clause) || IsSecondLine(clause)) && reading.TitleTexts.Count > 0)
        {
            var place = look.Place ?? RightBelow(LastAdded(reading)?.Look.Place ?? TitleReader.PlaceNow(reading));
            reading.Add(new AddTitle(text) { Role = TitleRole.Text, Look = look with { Place = place, Size = look.Size ?? CaptionSize } });
        }
        else if (TakesOver(clause, reading, look) is { } taken)
        {
            reading.Add(new SetTitle(TitleRef.Last) { Look = new TitleLook { To = taken } });
            reading.Add(new AddTitle(text) { Role = TitleRole.Text, Look = look with { From = taken, Place = LastAdded(reading)!.Look.Place ?? VerticalPlace.Middle } });
        }
        else if (IsNextOfSchedule(reading, look) is { } shown)
        {
            reading.Add(new SetTitle(TitleRef.Last) { Look = new TitleLook { To = look.From } });
            reading.Add(new AddTitle(text) { Role = TitleRole.Text, Look = look with { Place = shown.Place ?? VerticalPlace.Middle, Size = look.Size ?? shown.Size } });
        }
        else if (FollowsLast(clause, reading, look))
        {
            reading.Add(new AddTitle(text) { Role = TitleRole.Text, Look = look with { From = EndOfLast(reading), Place = look.Place ?? TitleReader.PlaceNow(reading) } });
        }
        else if (ReplacesTitle(clause, reading, look))
        {
            reading.Add(new SetTitle(number is null ? TitleRef.Last : new TitleRef { Number = number }) { Text = text, Look = look });
        }
        else
        {
            look = Add(clause, reading, text, look);
        }

        if (artist is not null)
        {
            Artists.Name(reading, artist, new TitleLook(), Artists.Below(look.Place ?? VerticalPlace.Middle));
        }
    }

    /// <returns>The look with the place and the time that follow from the titles there.</returns>
    private static TitleLook Add(Clause clause, Reading reading, string text, TitleLook look)
    {
        if (ChangesLater(clause, reading, look) is { } from)
        {
            reading.Add(new SetTitle(TitleRef.Last) { Look = new TitleLook { To = from } });
            look = look with { Place = look.Place ?? TitleReader.PlaceNow(reading) };
        }

        look = clause.IsLater && look is { From: null, Length: null } && EndOfLast(reading) is { } end ? look with { From = end } : look;
        var isCaption = clause.Has(Concept.Captions);
        var isSmall = isCaption || (look.Place is null && AddsTitle(reading));
        reading.Add(new AddTitle(text)
        {
            Role = clause.Has(Concept.Title) && IsFirst(reading) ? TitleRole.Title : TitleRole.Text,
            Look = isSmall ? look with { Place = look.Place ?? PlaceOfNext(reading, isCaption), Size = look.Size ?? CaptionSize } : look,
        });
        return look;
    }

    /// <summary>"'Intro' at 0:00, 'Guest' at 0:20": each takes the place of the one before; null if it is no such text.</summary>
    private static TitleLook? IsNextOfSchedule(Reading reading, TitleLook look) =>
        look is { From: { } from, To: null, Length: null, Place: null, Side: null }
        && LastAdded(reading)?.Look is { From: { } before, To: null, Length: null } last && before >= TimeSpan.Zero && from > before ? last : null;

    /// <summary>开头放“早安”，两秒后换成“出发啦”: when the second text takes the place of the first; null if it does not.</summary>
    private static TimeSpan? TakesOver(Clause clause, Reading reading, TitleLook look)
    {
        if (look is not { From: { Ticks: > 0 } after, To: null, Length: null, Place: null } || !clause.Has(Concept.Change)
            || LastAdded(reading)?.Look is not { Length: null } last || (last.From ?? TimeSpan.Zero) is not { Ticks: >= 0 } from)
        {
            return null;
        }

        var at = after > from ? after : from + after;
        return last.To is { } to && to <= at ? null : at;
    }

    /// <summary>标题只显示5秒，之后换成“嘉宾”.</summary>
    private static bool FollowsLast(Clause clause, Reading reading, TitleLook look) => !look.HasTime && EndOfLast(reading) is not null
        && clause.Tokens.Any(t => t.Concept is Concept.After or Concept.Last or Concept.Then && clause.IsChinese(t)) && clause.Has(Concept.Change);

    /// <summary>5秒之后换成“嘉宾”: when the title that is shown gives way; null if it stays.</summary>
    private static TimeSpan? ChangesLater(Clause clause, Reading reading, TitleLook look) =>
        look is { From: { Ticks: > 0 } from } && clause.Has(Concept.Change, Concept.Replace) && !clause.Has(Concept.Add, Concept.Captions)
        && clause.Tokens.All(t => Clause.SubjectOf(t.Concept) is Subject.None or Subject.Title)
        && reading.Project.Titles is [{ End: null }] && !reading.Edits.Any(e => e is AddTitle or SetTitle) ? from : null;

    /// <summary>"title from 3 to 8 seconds, then 'Part one' until 0:20": when the one before goes; null if it does not.</summary>
    private static TimeSpan? EndOfLast(Reading reading) => reading.Edits switch
    {
        [.., AddTitle { Look: var look }] => EndOf(look),
        [.., SetTitle { Look: var look }] => EndOf(look),
        _ => null,
    };

    private static TimeSpan? EndOf(TitleLook look) => look.To is { } end && end > TimeSpan.Zero ? end
        : look.Length is { } length && (look.From ?? TimeSpan.Zero) >= TimeSpan.Zero ? (look.From ?? TimeSpan.Zero) + length : null;

    /// <summary>The text is other words for the title that is shown, not one more.</summary>
    private static bool ReplacesTitle(Clause clause, Reading reading, TitleLook look)
    {
        var isMore = IsFirst(reading) || AddsTitle(reading);
        return !isMore && !clause.Has(Concept.Captions) && !IsAdded(clause) && (!clause.IsLater || IsRenamed(clause)) && !look.HasTime;
    }

    /// <summary>…，再把标题改成“夜航”: what comes later is still that title.</summary>
    private static bool IsRenamed(Clause clause) =>
        clause.Has(Concept.Title) && clause.Tokens.Any(t => t.Concept == Concept.Change && clause.IsChinese(t)) && !clause.HasTime;

    /// <summary>Nothing is shown, or only the artist and names in the corners.</summary>
    private static bool IsFirst(Reading reading) => reading.TitleTexts.Count == 0
        || (reading.Project.Titles.Count == 0 && LastAdded(reading) is not null && reading.Edits.OfType<AddTitle>().All(t => t.Role == TitleRole.Artist || IsInCorner(t)));

    private static AddTitle? LastAdded(Reading reading) => reading.Edits.OfType<AddTitle>().LastOrDefault();

    private static VerticalPlace PlaceOfNext(Reading reading, bool isCaption) =>
        isCaption ? VerticalPlace.Bottom : Under(LastAdded(reading)?.Look.Place ?? VerticalPlace.Middle);

    /// <summary>A text of this message is to be another title, not other words for it. A name in a corner is beside the title, whichever comes first.</summary>
    private static bool AddsTitle(Reading reading) => reading.Edits.OfType<AddTitle>().Any(t => t.Role != TitleRole.Artist && !IsInCorner(t));

    private static bool IsInCorner(AddTitle text) =>
        text is { Role: TitleRole.Text, Look: { Place: VerticalPlace.Top or VerticalPlace.Bottom, Side: HorizontalPlace.Left or HorizontalPlace.Right } };

    /// <summary>The clause asks for one more; "it should say Evening Show" has the word only in its text.</summary>
    private static bool IsAdded(Clause clause) => clause.Inherited == Concept.Add
        || clause.Tokens.Index().Any(t => t.Item.Concept is Concept.Add or Concept.Another && !(t.Index > 0 && char.IsUpper(clause.TextOf(t.Item)[0])));

    /// <summary>"subtitle: with Anna", 副标题：第二期.</summary>
    public static bool IsSecondLine(Clause clause) => clause.Tokens.Any(t => t.Concept == Concept.Title
        && clause.TextOf(t).ToLowerInvariant() is "subtitle" or "副标题" or "小标题" or "tagline" or "second line" or "line");

    /// <summary>"put 'with Ana' underneath the title".</summary>
    private static bool IsUnderTitle(Clause clause) =>
        clause.ClaimAll(Concept.Under) && clause.Tokens.Any(t => t.Kind == TokenKind.Quote) && clause.Has(Concept.Title);

    /// <summary>Texts of the same place stand below each other; at the bottom the later one is above.</summary>
    private static VerticalPlace RightBelow(VerticalPlace title) => title == VerticalPlace.Bottom ? VerticalPlace.Middle : title;

    /// <summary>The place below another one.</summary>
    private static VerticalPlace Under(VerticalPlace place) => place == VerticalPlace.Bottom ? VerticalPlace.Middle : place + 1;
}
