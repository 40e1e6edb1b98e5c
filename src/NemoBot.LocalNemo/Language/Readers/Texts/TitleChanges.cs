using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers.Phrases;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Texts;

/// <summary>Reads changes of a title that keep its text: look, time, capitals.</summary>
internal static partial class TitleChanges
{
    /// <summary>标题延后2秒出现: when the title begins after the shift; null if none is said.</summary>
    private static TimeSpan? Shift(Clause clause, Reading reading)
    {
        if (!clause.HasFree(Concept.Later, Concept.Earlier) || reading.Project.Titles.Count == 0 || clause.Take(TokenKind.Duration) is not { } by)
        {
            return null;
        }

        var start = reading.Project.Titles[Titles.Unnamed(reading.Project.Titles)].Start + (clause.Has(Concept.Earlier) ? -by.Time : by.Time);
        clause.ClaimAll(Concept.Later, Concept.Earlier);
        return start > TimeSpan.Zero ? start : TimeSpan.Zero;
    }

    /// <summary>"hide it until 0:12": where it is not shown says when it is.</summary>
    public static TitleLook Inverted(Clause clause, TitleLook look)
    {
        var hides = clause.HasFree(Concept.Remove) || clause.Has(Concept.Not);
        if (!hides || look.Length is not null)
        {
            return look;
        }

        if (look is { From: not null, To: null } && clause.ClaimAll(Concept.Remove, Concept.Not))
        {
            return look with { From = null, To = look.From };
        }

        var isFromStart = look is { From: null or { Ticks: 0 }, To: not null };
        return isFromStart && clause.ClaimAll(Concept.Remove, Concept.Not) ? look with { From = look.To, To = null } : look;
    }

    private static bool IsRelative(Clause clause) => clause.Has(Concept.Upward, Concept.Downward) && !clause.Has(Concept.Top, Concept.Middle, Concept.Bottom);

    /// <summary>"both titles a bit higher": one step from where each of them is.</summary>
    private static void MoveEach(Reading reading, TitleRef which, TitleLook look, bool up)
    {
        foreach (var title in Titles.Find(reading.Project, which))
        {
            var moved = look with { Place = TitleLookWords.Beside(title.Place, up) };
            reading.Add(new SetTitle(new TitleRef { Text = title.Text }) { Look = moved }, Subject.Title);
        }
    }

    /// <summary>"title in caps": the same words in capitals.</summary>
    private static string? InCapitals(Clause clause, Reading reading, int? number)
    {
        var last = reading.TitleTexts.Count == reading.Project.Titles.Count ? Titles.Unnamed(reading.Project.Titles) : reading.TitleTexts.Count - 1;
        var at = number is { } n ? n > 0 ? n - 1 : reading.TitleTexts.Count + n : last;
        return clause.ClaimAll(Concept.Capitals) && at >= 0 && at < reading.TitleTexts.Count ? reading.TitleTexts[at].ToUpperInvariant() : null;
    }

    /// <summary>How long a title is shown "at the start and again at the end", claimed; null if that is not said.</summary>
    public static TimeSpan? EndsOf(Clause clause)
    {
        var namesBoth = clause.HasFree(Concept.Begin, Concept.First) && clause.HasFree(Concept.End, Concept.Last);
        if (!namesBoth || clause.HasFree(Concept.FadeIn, Concept.FadeOut, Concept.FadeBoth) || clause.Has(Concept.From, Concept.To, Concept.Remove, Concept.Not)
            || clause.HasFree(TokenKind.Time) || clause.HasFree(TokenKind.Dash) || clause.Free(TokenKind.Duration).Skip(1).Any())
        {
            return null;
        }

        var length = clause.Take(TokenKind.Duration)?.Time ?? TimeExpression.UsualAtEnd;
        clause.ClaimAll(Concept.Begin, Concept.First, Concept.End, Concept.Last, Concept.AllOf, Concept.Each, Concept.Another);
        return length;
    }

    /// <summary>"with a title"; 突出文字 asks for none.</summary>
    private static bool AsksForTitle(Clause clause) =>
        clause.Tokens.Any(t => t.Concept == Concept.Title && (clause.Has(Concept.Add) || !WritingLists.Texts.Contains(clause.TextOf(t))));

    /// <summary>Reads and claims another look, time or spelling of a title.</summary>
    public static void Read(Clause clause, Reading reading)
    {
        if (EndsOf(clause) is { } atEnds)
        {
            reading.Add(new ShowTitleAtEnds(TitleRef.Last, atEnds));
            return;
        }

        if (ReadAgain(clause, reading))
        {
            return;
        }

        var number = References.Number(clause, Concept.Title) ?? TitleNumbers.ByPlace(clause, reading)
            ?? (clause.Has(Concept.Title) ? null : TitleNumbers.Alone(clause));
        var capitals = clause.Has(Concept.AllOf) && reading.TitleTexts.Count > 1 ? null : InCapitals(clause, reading, number);
        var shift = Shift(clause, reading);
        var look = WithTimes(clause, reading, shift is { } start ? new TitleLook { From = start } : TitleReader.Look(clause, reading));
        var which = Which(clause, reading, number);
        if (IsRelative(clause) && look.Place is not null && (which.All || number is not null))
        {
            MoveEach(reading, which, look, clause.Has(Concept.Upward));
            return;
        }

        if (look == new TitleLook() && capitals is null)
        {
            if (reading.Edits is not [.., SetFont])
            {
                AskHow(clause, reading, which);
            }

            return;
        }

        reading.Add(new SetTitle(which) { Text = capitals, Look = look });
        if (which.All && reading.Project.Captions is not null && (look.Color is not null || look.Scale is not null) && SaysTexts(clause))
        {
            // "make all the text yellow": captions are text too.
            reading.Add(new SetCaptions { Color = look.Color, Scale = look.Scale });
        }
    }

    /// <summary>最后10秒再出现一次: shown then as well, not only then.</summary>
    private static bool ReadAgain(Clause clause, Reading reading)
    {
        if (!Again().IsMatch(clause.Text) || !clause.HasTime || reading.Project.Titles is not [.., { End: not null } title]
            || TitleReader.Look(clause, reading) is not { HasTime: true } look)
        {
            return false;
        }

        clause.ClaimEverything();
        reading.Add(new AddTitle(title.Text)
        {
            Role = TitleRole.Text,
            Look = look with { Color = look.Color ?? title.Color, Size = look.Size ?? title.Size, Place = look.Place ?? title.Place, Side = look.Side ?? title.Side, Plate = title.Plate ? true : null, Outline = title.Outline },
        });
        return true;
    }

    [GeneratedRegex("再(?:次)?(?:出现|显示|出来?|露|打|亮|放|来|show)(?:出来)?(?:一次|一遍|一回|一下)|\\b(?:once more|again)\\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Again();

    /// <summary>Nothing of a title is to change by what was understood.</summary>
    private static void AskHow(Clause clause, Reading reading, TitleRef which)
    {
        if (Declines.Any(clause))
        {
            return;
        }

        if (reading.TitleTexts.Count == 0 && AsksForTitle(clause))
        {
            // "with my cover and a title".
            reading.Add(new AskForTitle(), Subject.Title);
            return;
        }

        reading.Suggest(Suggestion.Title);
        if (reading.Clauses.Count == 1)
        {
            reading.Add(new SetTitle(which));
        }
    }

    /// <summary>"all the text", 所有文字.</summary>
    public static bool SaysTexts(Clause clause) => clause.Tokens.Any(t => t.Concept == Concept.Title && WritingLists.Texts.Contains(clause.TextOf(t)));

    /// <summary>The look with its times as they are meant: some say when a title is not shown.</summary>
    private static TitleLook WithTimes(Clause clause, Reading reading, TitleLook look)
    {
        var hides = clause.Has(Concept.Not);
        if (clause.ClaimAll(Concept.Remove) && look is { From: not null, To: null, Length: null })
        {
            // "hide the title after 10 seconds" says when it ends.
            look = look with { From = null, To = look.From };
        }
        else if ((clause.Has(Concept.Remove) || hides) && !clause.Has(Concept.After) && look is { From: null or { Ticks: 0 }, To: not null, Length: null })
        {
            // "no title for the first 5 seconds" says when it begins.
            look = look with { From = look.To, To = null };
        }

        if (look == new TitleLook() && !clause.Has(Concept.Not, Concept.Remove) && clause.HasWord(WordLists.Always))
        {
            // "keep the title on screen throughout".
            clause.ClaimWords(WordLists.Always);
            look = new TitleLook { From = TimeSpan.Zero, To = reading.Project.Duration };
        }

        if (hides && clause.Has(Concept.After) && look is { From: not null, To: null, Length: null })
        {
            // "it shouldn't be there after 0:20".
            look = look with { From = null, To = look.From };
        }

        var isAfterAppearing = look is { From: null, To: { } stays, Length: null }
            && reading.Edits is [.., AddTitle { Look.From: { Ticks: > 0 } appears }] && stays <= appears;
        // 第8秒出现“点赞”，3秒后消失: after it has come.
        return isAfterAppearing ? look with { To = null, Length = look.To } : look;
    }

    /// <summary>The title that is meant, by number or by what was spoken of before.</summary>
    private static TitleRef Which(Clause clause, Reading reading, int? number)
    {
        if (clause.Has(Concept.AllOf))
        {
            return TitleRef.Every;
        }

        if (number is not null)
        {
            return new TitleRef { Number = number };
        }

        if (!clause.Has(Concept.Title) && reading.Edits is [.., SetTitle { Which.All: true }])
        {
            return TitleRef.Every;
        }

        if (Artists.IsLookOf(clause, reading))
        {
            return new TitleRef { Text = Artists.Shown(reading) };
        }

        // After a title and its artist the title is meant.
        return reading.Edits is [.., AddTitle { Role: not TitleRole.Artist } title, AddTitle { Role: TitleRole.Artist }]
            ? new TitleRef { Text = title.Text } : TitleRef.Last;
    }
}
