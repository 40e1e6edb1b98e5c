using System.Globalization;
using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Lexing;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Talk;

/// <summary>Reads undo, redo and the numbers of versions.</summary>
internal sealed partial class HistoryReader : IClauseReader
{
    public void Read(Clause clause, Reading reading)
    {
        if (reading.Edits.OfType<CompareVersions>().Any())
        {
            return;
        }

        if (PartRestoring.Read(reading.Clauses.Count == 1 ? CleanText.Simplified(reading.Situation.Text.Trim()) : clause.Text) is { } part)
        {
            Go(clause, reading, part);
        }
        else if ((Regretted(clause, reading) ?? Named(clause, reading)) is { } edit)
        {
            Go(clause, reading, edit);
        }
        else if ((clause.HasFree(Concept.Original, Concept.StartOver) || IsOriginal(clause)) && !clause.HasFree(Concept.Volume, Concept.Voice))
        {
            Go(clause, reading, new GoToVersion(1));
            reading.Focus = reading.Situation.Focus;
        }
        else if (RedoIn(clause, reading) is { } redo)
        {
            Go(clause, reading, redo);
        }
        else if (clause.HasFree(Concept.Undo))
        {
            ReadUndo(clause, reading);
        }
    }

    /// <summary>Takes back what was just done, by words that mean something else at other times.</summary>
    private static Edit? Regretted(Clause clause, Reading reading)
    {
        if (clause.HasFree(Concept.Undo) && clause.HasFree(Concept.Voice, Concept.Volume) && reading.Project.Volume == 0)
        {
            // 恢复声音: what was muted is heard again.
            return new SetVolume(Track.Main) { Level = 1 };
        }

        // 不要了, right after something was added.
        var isUnwanted = reading.Clauses.Count == 1 && reading.Situation.LastEdits is [.., var added] && IsAddition(added) && Unwanted().IsMatch(clause.Text);
        return isUnwanted || ((reading.Situation.Focus == Subject.None || reading.Situation.LastEdits.Count > 0) && WordLists.Scrapping.Contains(clause.Text.Trim())) ? new Undo() : null;
    }

    /// <summary>A version by its number or its look.</summary>
    private static Edit? Named(Clause clause, Reading reading) => VersionsByLook.Read(clause, reading)
        ?? (AsksForSecond().IsMatch(clause.Text) ? new Decline(Inability.Variants) : VersionOf(clause) is { } version ? new GoToVersion(version) : null);

    private static Redo? RedoIn(Clause clause, Reading reading)
    {
        if (clause.HasFree(Concept.Redo))
        {
            return new Redo(Steps(clause));
        }

        // After an undo, this brings back what was undone.
        return clause.HasFree(Concept.Undo) && reading.Situation.CanRedo && clause.Text.Trim() is "恢复" or "恢复一下" or "还原" or "restore" ? new Redo(1) : null;
    }

    private static void ReadUndo(Clause clause, Reading reading)
    {
        if (clause.HasTime && clause.IndexOf(Concept.Undo) is >= 0 and var word && clause.TextOf(clause.Tokens[word]) == "撤")
        {
            // 20秒撤: something is to end there.
            clause.IsUnclear = true;
            return;
        }

        if (clause.Has(Concept.For) && clause.Tokens.Any(t => t.IsTime || t.Kind == TokenKind.Number))
        {
            // "put it back for the last 5": shown again, not undone.
            clause.IsUnclear = true;
            return;
        }

        Go(clause, reading, new Undo(Steps(clause)));
        // "undo that, make it blue": the thing stays the same.
        reading.Focus = reading.Situation.Focus;
    }

    private static bool IsAddition(Edit edit) =>
        edit is AddTitle or AddCaptions or SetProgressBar { On: true } or PlaceFile { As: FileRole.Music or FileRole.Logo };

    /// <summary>"the original", "back to the original": nothing else is named.</summary>
    private static bool IsOriginal(Clause clause) => clause.HasFree(Concept.OriginalWord) && clause.Tokens.All(
        t => t.Concept is Concept.OriginalWord or Concept.Filler or Concept.Undo or Concept.VersionWord
            or Concept.To or Concept.Change or Concept.Use or Concept.It or Concept.No);

    [GeneratedRegex(@"\b(make|create|do|give me|render|export|need|want)( me| us)? (a|one) (second|2nd|third|3rd|separate) version\b(?! (in|as) )", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AsksForSecond();

    private static void Go(Clause clause, Reading reading, Edit edit)
    {
        clause.ClaimEverything();
        reading.Add(edit, Subject.None);
    }

    private static int Steps(Clause clause)
    {
        var said = clause.Free(TokenKind.Number).Concat(clause.Free(TokenKind.Factor)).Select(i => clause.Tokens[i].Value)
            .Concat(clause.Tokens.Select(t => NumberIn(clause.TextOf(t).ToLowerInvariant())).Where(v => v >= 1));
        return (int)Math.Clamp(said.FirstOrDefault(clause.Has(Concept.Double) || clause.HasWord(WordLists.Both) ? 2 : 1), 1, 50);
    }

    /// <summary>The number that a word is; 0 if it is none.</summary>
    private static double NumberIn(string word) =>
        word.Length > 0 && NumberWords.Read(word, 0) is { } number && number.End == word.Length ? number.Value : 0;

    /// <summary>"v2".</summary>
    private static int? Abbreviated(Clause clause, Token token) => token.Kind == TokenKind.Unknown && clause.TextOf(token) is ['v' or 'V', .. var digits]
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? VersionOf(Clause clause)
    {
        for (var i = 0; i < clause.Tokens.Count; i++)
        {
            var token = clause.Tokens[i];
            if (Abbreviated(clause, token) is { } number)
            {
                return number;
            }

            if (token.Concept != Concept.VersionWord)
            {
                continue;
            }

            if (i + 1 < clause.Tokens.Count && clause.Tokens[i + 1] is { Kind: TokenKind.Number or TokenKind.Ordinal } after)
            {
                return (int)after.Value;
            }

            if (clause.Has(Concept.Add))
            {
                // "make a second version" asks for a new one.
                continue;
            }

            if (i > 0 && clause.Tokens[i - 1] is { Kind: TokenKind.Ordinal } before)
            {
                return (int)before.Value;
            }

            if (i > 0 && clause.Tokens[i - 1].Concept == Concept.First)
            {
                return 1;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^\W*(还是|算了|那|又|先)*(不要|唔要|去掉|删掉|删了|拿掉|取消|撤掉)(它|这个|那个)?(了|吧|喇|啦)\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex Unwanted();
}
