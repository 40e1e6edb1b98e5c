using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers.Phrases;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Talk;

/// <summary>Reads wishes that are understood but cannot be granted, so that the answer can say so.</summary>
internal sealed class DeclineReader : IClauseReader
{
    public void Read(Clause clause, Reading reading)
    {
        foreach (var (concept, wish, instead) in Declines.All)
        {
            if (clause.ClaimAll(concept) && IsAsked(clause, wish))
            {
                Refuse(clause, reading, wish == Inability.Translate && IsOfScript(clause) ? Inability.Script : wish);
                Suggest(reading, instead);
            }
        }

        ReadColorOfPlate(clause, reading);
        ReadSizeOfFont(clause);
        ReadSide(clause, reading);
    }

    /// <summary>字幕用繁体: other characters, not another language.</summary>
    private static bool IsOfScript(Clause clause) =>
        clause.Tokens.Where(t => t.Concept == Concept.Translate).Select(clause.TextOf).ToList() is { Count: > 0 } words
        && words.TrueForAll(w => w.Contains('繁', StringComparison.Ordinal) || w.Contains('简', StringComparison.Ordinal));

    private static bool IsAsked(Clause clause, Inability wish) => wish switch
    {
        // "title in French: Bonjour" says in which language it is.
        Inability.Translate => !GivesText(clause),
        // "flip it to vertical": the shape is asked for, not a turned picture.
        Inability.Rotate => !(clause.Has(Concept.Portrait, Concept.Landscape, Concept.Square) && clause.HasWord(WordLists.Turning)),
        _ => true,
    };

    private static void Refuse(Clause clause, Reading reading, Inability wish)
    {
        ClaimDetails(clause, wish);
        // What would have played alone plays nowhere else.
        reading.RefusesFiles |= wish == Inability.MusicIntro && reading.Situation.HasMaterial;
        if (!reading.Edits.Contains(new Decline(wish)))
        {
            reading.Add(new Decline(wish));
        }
    }

    /// <summary>Claims what is said about the wish: nothing of it is done either.</summary>
    private static void ClaimDetails(Clause clause, Inability wish)
    {
        clause.ClaimAll(
            Concept.YouTube, Concept.TikTok, Concept.Instagram, Concept.Reels, Concept.Shorts, Concept.Spotify,
            Concept.Add, Concept.Change, Concept.Use, Concept.Remove, Concept.Title, Concept.Image, Concept.Captions, Concept.Voice,
            Concept.Under, Concept.Degrees, Concept.QuestionWord);
        if (wish == Inability.CaptionOutline && clause.IndexOf(Concept.Outline) is > 0 and var edge && clause.Tokens[edge - 1].Kind == TokenKind.Color)
        {
            clause.Claim(edge - 1);
        }

        if (wish == Inability.Filter)
        {
            // 亮度低一点: how much of it.
            clause.ClaimAll(Concept.Upward, Concept.Downward, Concept.Bigger, Concept.Smaller, Concept.Louder, Concept.Quieter);
        }

        if (wish == Inability.Freeze)
        {
            // 最后一帧定格3秒: which one, and how long.
            clause.ClaimEverything();
        }

        clause.ClaimFrame();
        clause.Free(TokenKind.Number).ToList().ForEach(i => clause.Claim(i));
    }

    private static void Suggest(Reading reading, Suggestion? instead)
    {
        var hasPlate = reading.Edits.OfType<SetTitle>().Any(t => t.Look.Plate is true);
        if (instead is { } suggestion && !(suggestion == Suggestion.Plate && hasPlate))
        {
            reading.Suggest(suggestion);
        }
    }

    /// <summary>字幕黄底黑字: there is a box, but its color follows the letters.</summary>
    private static void ReadColorOfPlate(Clause clause, Reading reading)
    {
        if (clause.Tokens.Any(t => t.Concept == Concept.Plate && t.Content.Length > 0) && reading.Edits.Any(e => e is SetCaptions or AddCaptions))
        {
            reading.Add(new Decline(Inability.PlateColor));
        }
    }

    /// <summary>"a bigger font", 字体大一点: the size was changed.</summary>
    private static void ReadSizeOfFont(Clause clause)
    {
        if (clause.HasFree(Concept.Font) && clause.Tokens.Index().Any(t => clause.IsClaimed(t.Index)))
        {
            clause.ClaimAll(Concept.Font);
        }
    }

    private static void ReadSide(Clause clause, Reading reading)
    {
        if (IsWell(clause))
        {
            clause.ClaimAll(Concept.Right);
        }
        else if (clause.ClaimAll(Concept.Left, Concept.Right))
        {
            reading.Add(new Decline(Inability.Sideways));
        }
    }

    private static bool GivesText(Clause clause) => clause.Has(Concept.Title)
        && clause.Tokens.Any(t => t.Kind is TokenKind.Colon or TokenKind.Quote)
        && clause.Tokens.Any(t => t.Concept == Concept.Translate && clause.TextOf(t).StartsWith("in ", StringComparison.OrdinalIgnoreCase));

    /// <summary>"get the loudness right for spotify": as it should be, and no side.</summary>
    private static bool IsWell(Clause clause) => clause.Has(Concept.LoudnessWord, Concept.Volume, Concept.Voice, Concept.Music)
        && clause.FreeIndexOf(Concept.Right) is > 0 and var right
        && clause.TextOf(clause.Tokens[right - 1]).ToLowerInvariant() is not ("the" or "to" or "on" or "to the" or "on the");
}
