using System.Text.RegularExpressions;
using NemoBot.Core.Media;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers.Phrases;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Pictures;

/// <summary>Reads how long one picture of a slideshow is shown, or when: "first photo 6 seconds", "b.jpg from 10 to 25 s", 最后一张久一点.</summary>
internal static partial class OwnSlideTimes
{
    private const double Step = 1.5;

    /// <summary>Reads and claims a clause about one picture.</summary>
    public static void Read(Clause clause, Reading reading)
    {
        if (NamesPictures(clause, reading))
        {
            // "a.jpg 10 sec, b.jpg 5 sec, c.jpg the rest".
            SlideReader.PlacePictures(reading);
            Add(clause, reading);
            clause.ClaimEverything();
        }
        else if (reading.Edits is [.., SetSlideTime { Factor: not null }] && clause.Tokens.All(t => t.Kind == TokenKind.Duration || t.Concept == Concept.Filler)
            && clause.Take(TokenKind.Duration) is { } said)
        {
            reading.ReplaceSlideTime(said.Time);
            clause.ClaimEverything();
        }
        else if (AreOthers(clause, reading))
        {
            clause.ClaimEverything();
        }
        else if (IsAboutOne(clause, reading) && (ToTheEnd().IsMatch(clause.Text) || clause.Tokens.Any(t => SaysHowLong(clause, t))))
        {
            if (ArriveTogether(reading))
            {
                SlideReader.PlacePictures(reading);
            }

            if (Add(clause, reading))
            {
                clause.ClaimEverything();
            }
        }
    }

    /// <summary>"the others evenly" after the time of one: they share the rest anyway.</summary>
    private static bool AreOthers(Clause clause, Reading reading) => reading.Edits is [.., SetSlideTime]
        && clause.HasWord(WordLists.Others)
        && !clause.HasTime
        && clause.Tokens.All(t => Clause.SubjectOf(t.Concept) is Subject.None or Subject.Slides or Subject.Background && !Verbs.IsVerb(t.Concept));

    private static bool Add(Clause clause, Reading reading)
    {
        if (NumberOf(clause, reading) is not { } number || (UntilEnd(clause, reading, number) ?? MoreOf(clause, reading, number) ?? TimeOf(clause, number)) is not { } edit)
        {
            return false;
        }

        reading.Add(edit, Subject.Slides);
        return true;
    }

    /// <summary>"the last one stays till the song ends".</summary>
    private static SetSlideTime? UntilEnd(Clause clause, Reading reading, int number)
    {
        var pictures = Items.Pictures(reading.Project);
        return Items.Index(pictures.Count, number) is { } index && ToTheEnd().IsMatch(clause.Text)
            ? new SetSlideTime(number) { Length = reading.Project.Duration - pictures[index].Start } : null;
    }

    /// <summary>最后一张多放5秒: on top of how long it is shown now.</summary>
    private static SetSlideTime? MoreOf(Clause clause, Reading reading, int number)
    {
        var pictures = Items.Pictures(reading.Project);
        if (Items.Index(pictures.Count, number) is not { } index || More().Match(clause.Text) is not { Success: true } more
            || clause.Free(TokenKind.Duration).ToList() is not [var said])
        {
            return null;
        }

        var by = clause.Claim(said).Time;
        var length = pictures[index].Length + (more.Groups["less"].Success ? -by : by);
        return new SetSlideTime(number) { Length = length > TimeSpan.Zero ? length : pictures[index].Length };
    }

    [GeneratedRegex("(?:多|(?<less>少))(?:放|停留?|显示|留|播)(?:个|上)?(?=[\\d.一二两三四五六七八九十半]+秒)", RegexOptions.CultureInvariant)]
    private static partial Regex More();

    private static SetSlideTime? TimeOf(Clause clause, int number)
    {
        var time = new SetSlideTime(number);
        if (clause.Has(Concept.Double) || clause.Has(Concept.Half))
        {
            return time with { Factor = clause.Has(Concept.Double) ? 2 : 0.5 };
        }

        // 第二张从10秒显示到25秒: the verb stands between the times.
        clause.ClaimAll(Concept.Add, Concept.Move, Concept.Change);
        if (TimeReader.Read(clause) is { } said && (said.From ?? said.To ?? said.Length) is not null)
        {
            return said.IsCounted ? null : time with { From = said.From, To = said.To, Length = said.Length };
        }

        var isShorter = clause.HasWord(WordLists.ShownShorter) || clause.Text.Contains("太久", StringComparison.Ordinal) || clause.Text.Contains("太长", StringComparison.Ordinal);
        return isShorter || clause.HasWord(WordLists.ShownLonger) ? time with { Factor = isShorter ? 1 / Step : Step } : null;
    }

    /// <summary>The number of the picture that is named; -1 is the last.</summary>
    private static int? NumberOf(Clause clause, Reading reading)
    {
        var order = Items.Pictures(reading.Project).Select(s => s.Asset.Id)
            .Concat(reading.Edits.OfType<PlaceFile>().Where(p => p.As == FileRole.Slide).Select(p => p.File)).ToList();
        foreach (var i in clause.Free(TokenKind.File))
        {
            if (order.IndexOf(clause.Tokens[i].Content) is >= 0 and var index)
            {
                return index + 1;
            }
        }

        return References.Number(clause, Concept.Image, Concept.Images, Concept.Slideshow)
            ?? (int?)clause.Take(TokenKind.Ordinal)?.Value
            ?? (clause.ClaimAll(Concept.First) ? 1 : clause.ClaimAll(Concept.Last) ? -1 : null);
    }

    private static bool NamesPictures(Clause clause, Reading reading) =>
        ArriveTogether(reading)
        && NamesPicture(clause, reading)
        && reading.Clauses.Any(c => c.Tokens.Any(t => t.IsTime) && NamesPicture(c, reading))
        && reading.Clauses.Count(c => NamesPicture(c, reading)) > 1;

    private static bool NamesPicture(Clause clause, Reading reading) => clause.Tokens.Any(t => IsPicture(t, reading))
        && !clause.Has(Concept.Background, Concept.Logo, Concept.Remove, Concept.Title);

    private static bool IsPicture(Token token, Reading reading) => token.Kind == TokenKind.File
        && reading.Situation.Files.Any(f => f.Id == token.Content && f.Facts.Kind == MediaKind.Image);

    private static bool ArriveTogether(Reading reading) => reading.Situation.NewFiles.Count(f => f.Facts.Kind == MediaKind.Image) > 1;

    private static bool IsAboutOne(Clause clause, Reading reading) =>
        (reading.Project.Slides.Count > 1 || ArriveTogether(reading))
        && (NamesOne(clause, reading) || SaysUntil(clause))
        && !clause.HasFree(TokenKind.Quote)
        && !IsOfAnotherThing(clause);

    /// <summary>"first map till 0:20, second till 0:40".</summary>
    private static bool SaysUntil(Clause clause) => clause.Has(Concept.To)
        && (clause.HasFree(TokenKind.Ordinal) || clause.Has(Concept.First))
        && !clause.Tokens.Any(t => Verbs.IsVerb(t.Concept));

    /// <summary>"the 2nd picture", "b.jpg", 最后一张.</summary>
    private static bool NamesOne(Clause clause, Reading reading)
    {
        if (clause.Free(TokenKind.File).Any(i => reading.Project.Slides.Any(s => s.Asset.Id == clause.Tokens[i].Content)))
        {
            return true;
        }

        var hasOrdinal = clause.HasFree(TokenKind.Ordinal);
        // 5秒后换图 names no last one.
        var namesEdge = clause.HasFree(Concept.First, Concept.Last) && !clause.Tokens.Any(t => t.Concept == Concept.Last && clause.TextOf(t) is "后" or "之后" or "以后");
        if (clause.HasFree(Concept.Image, Concept.Slideshow) && (hasOrdinal || namesEdge || clause.HasFree(TokenKind.Number)))
        {
            return true;
        }

        return (namesEdge && clause.Tokens.Any(t => clause.TextOf(t).ToLowerInvariant() is "一张" or "张" or "那张" or "one"))
            || (hasOrdinal && clause.Tokens.All(t => Clause.SubjectOf(t.Concept) == Subject.None) && reading.Project.Titles.Count == 0);
    }

    private static bool SaysHowLong(Clause clause, Token token) => token.IsTime
        || WordLists.ShownLonger.Contains(clause.TextOf(token))
        || WordLists.ShownShorter.Contains(clause.TextOf(token))
        || (token.Concept is Concept.Double or Concept.Half && clause.Text.Contains("long", StringComparison.OrdinalIgnoreCase));

    private static bool IsOfAnotherThing(Clause clause) => clause.Has(
            Concept.Each, Concept.Cut, Concept.Remove, Concept.Title, Concept.Captions, Concept.Music)
        || (clause.Has(Concept.Trim) && !clause.HasWord(WordLists.ShownShorter))
        || (clause.Has(Concept.Keep) && !clause.Has(Concept.For));

    /// <summary>"stays to the end", 一直放到结尾; not "photo 1 to the end" and 放到最后, which move it.</summary>
    [GeneratedRegex(@"\b(?:till|until) (?:the (?:very )?end|(?:the )?(?:song|music|video|track) (?:ends|is over|finishes|stops))\b|\b(?:stays?|staying|keep|hold|shown|visible)\b.{0,20}\bto the (?:very )?end\b|一直(?:放|停|显示|留)?到(?:最后|结尾|结束)|[停留]到(?:最后|结尾|结束)|到(?:歌曲?|音乐|视频)(?:结束|播完)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ToTheEnd();
}
