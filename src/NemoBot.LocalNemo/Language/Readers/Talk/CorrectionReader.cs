using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Talk;

/// <summary>Reads "no, the other one": takes the last change back and does the same to the other thing.</summary>
internal sealed partial class CorrectionReader : IClauseReader
{
    public void Read(Clause clause, Reading reading)
    {
        DropDenied(clause);
        if (!clause.HasFree(Concept.OtherOne) || reading.Situation.LastEdits.Count == 0 || clause.Has(Concept.Before, Concept.After)
            || clause.Tokens.Any(t => t.Kind == TokenKind.Color || Verbs.IsLook(t.Concept)))
        {
            return;
        }

        if (reading.Edits.OfType<Undo>().Any())
        {
            // 不是这个，另一个 says it twice.
            clause.ClaimEverything();
            return;
        }

        var others = reading.Situation.LastEdits.Select(e => Other(e, reading)).ToList();
        if (others.Exists(o => o is null))
        {
            return;
        }

        // 另一个也是, "the other one too": the first change stays.
        var stays = Includes().IsMatch(clause.Text);
        clause.ClaimEverything();
        if (!stays)
        {
            reading.Add(new Undo());
        }

        foreach (var other in others)
        {
            reading.Add(other!);
        }
    }

    /// <summary>"not yellow, red": what is denied is no wish.</summary>
    private static void DropDenied(Clause clause)
    {
        for (var i = 0; i + 1 < clause.Tokens.Count; i++)
        {
            if (clause.Tokens[i].Concept is Concept.Not || clause.TextOf(clause.Tokens[i]) is "不是")
            {
                var denied = i + 1;
                while (denied < clause.Tokens.Count && clause.Tokens[denied].Concept == Concept.Filler)
                {
                    denied++;
                }

                if (denied < clause.Tokens.Count && clause.Tokens[denied].Kind == TokenKind.Color)
                {
                    clause.Claim(i);
                    clause.Claim(denied);
                }
            }
        }
    }

    /// <summary>The same edit of the other thing of its kind; null if there are not exactly two.</summary>
    private static Edit? Other(Edit edit, Reading reading) => edit switch
    {
        SetVolume { Track: Track.Main } volume => volume with { Track = Track.Music },
        SetVolume { Track: Track.Music } volume => volume with { Track = Track.Main },
        PlaceFile place when OtherFile(place, reading) is { } file => place with { File = file },
        RemoveTitles remove when reading.Project.Titles.Count + 1 == 2 => remove with { Which = new TitleRef { Number = remove.Which.Number == 1 ? 2 : 1 } },
        SetTitle title when reading.Project.Titles is [var first, _] =>
            title with { Which = new TitleRef { Number = title.Which.Number == 1 || title.Which.Text == first.Text ? 2 : 1 } },
        RemoveItem { Number: { } number } item => item with { Number = number == 1 ? 2 : 1 },
        _ => null,
    };

    /// <summary>The newest other file of the same kind.</summary>
    private static string? OtherFile(PlaceFile place, Reading reading)
    {
        var used = reading.Situation.Files.FirstOrDefault(f => f.Id == place.File);
        return reading.Situation.Files.LastOrDefault(f => f.Facts.Kind == used?.Facts.Kind && f.Id != place.File)?.Id;
    }

    [GeneratedRegex(@"也|同样|一样|\b(too|also|as well|same for)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Includes();
}
