using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Captions;

/// <summary>Reads captions: from speech, a file or pasted lines; their look; their words.</summary>
internal sealed class CaptionReader : IClauseReader
{
    public void Read(Clause clause, Reading reading)
    {
        if (ReadMissing(clause, reading) || CaptionWords.Read(clause, reading) || CaptionLines.Read(clause, reading) || clause.HasFree(Concept.Translate)
            || (clause.HasFree(TokenKind.Duration) && clause.HasFree(Concept.Later, Concept.Earlier, Concept.Move)))
        {
            return;
        }

        var exists = reading.Project.Captions is not null || reading.Edits.Any(e => e is AddCaptions or PlaceFile { As: FileRole.Captions });
        var continues = (exists && Continues(clause, reading)) || HighlightsWords(clause, reading);
        // "karaoke style please" beside a caption file.
        var named = clause.HasFree(Concept.Captions, Concept.Lyrics)
            || (!continues && clause.HasFree(Concept.Karaoke) && reading.Unused(CaptionFiles.Is) is not null);
        // A quoted text called a caption is a text of its own.
        if ((!named && !continues && !OnlyText.AreMeant(clause, reading)) || clause.HasFree(TokenKind.Quote))
        {
            return;
        }

        if (AsksForPart(clause, reading, named))
        {
            DeclinePart(clause, reading, exists);
        }
        else if (!clause.Has(Concept.Remove))
        {
            Show(clause, reading, named, exists);
        }
        else if (!clause.HasTime && !clause.HasFree(Concept.FillerWords))
        {
            // "no captions during the first 5 seconds", 字幕里的“嗯”删掉: removing all of them would do harm.
            Remove(clause, reading, named, exists);
        }
    }

    /// <summary>"change Nimo to Nemo in the captions" where there are none: no text is put on the picture instead.</summary>
    private static bool ReadMissing(Clause clause, Reading reading)
    {
        if (reading.Project.Captions is not null || !reading.Situation.HasMaterial || reading.Edits.Any(e => e is AddCaptions or PlaceFile)
            || !clause.HasFree(Concept.Captions) || !clause.Has(Concept.Change, Concept.Replace)
            || clause.Free(TokenKind.Quote).Select(q => clause.Tokens[q].Content).ToList() is not [var old, var text])
        {
            return false;
        }

        clause.ClaimEverything();
        reading.Add(new EditCaption(text) { Old = old }, Subject.Captions);
        return true;
    }

    private static void DeclinePart(Clause clause, Reading reading, bool exists)
    {
        clause.ClaimEverything();
        if (!exists && !clause.Has(Concept.Remove, Concept.Not, Concept.No))
        {
            reading.Add(new AddCaptions(CaptionSource.Speech));
        }

        reading.Add(new Decline(Inability.CaptionPart), Subject.Captions);
    }

    /// <summary>"no bold captions" is about the look.</summary>
    private static void Remove(Clause clause, Reading reading, bool named, bool exists)
    {
        if (clause.HasFree(Concept.Boxed, Concept.Plate, Concept.Karaoke, Concept.Bold))
        {
            Show(clause, reading, named, exists);
        }
        else
        {
            Finish(clause, reading, new RemoveCaptions());
        }
    }

    private static void Show(Clause clause, Reading reading, bool named, bool exists)
    {
        var look = CaptionLooks.Read(clause, reading, named);
        if (look != new SetCaptions() && exists && CaptionFiles.Waiting(reading) is null)
        {
            Finish(clause, reading, look);
        }
        else if (named)
        {
            AddLines(clause, reading, look, exists);
        }
    }

    /// <summary>"cut the first 2 seconds", 只要前30秒: of the video, whatever was spoken of before.</summary>
    private static bool IsPartOfVideo(Clause clause) => clause.Has(Concept.Cut, Concept.Trim)
        || (clause.Has(Concept.Keep) && !clause.Has(Concept.It))
        || clause.Tokens.Any(t => t.Concept == Concept.Only && clause.IsChinese(t));

    /// <summary>Nothing else is named after the captions were spoken of.</summary>
    private static bool Continues(Clause clause, Reading reading) => reading.Focus == Subject.Captions && !clause.HasFree(TokenKind.Quote)
        && clause.Tokens.All(t => Clause.SubjectOf(t.Concept) == Subject.None)
        && !clause.Has(Concept.Music, Concept.Voice, Concept.Volume, Concept.Remove)
        && !(clause.Has(Concept.Cut) && clause.HasTime);

    /// <summary>"highlight each word as I say it" needs no word for the captions that are there.</summary>
    private static bool HighlightsWords(Clause clause, Reading reading) =>
        reading.Project.Captions is not null && clause.HasFree(Concept.Karaoke) && !clause.HasFree(Concept.Captions, Concept.Lyrics);

    /// <summary>"captions only for the first minute": they are shown throughout.</summary>
    private static bool AsksForPart(Clause clause, Reading reading, bool named)
    {
        var saysWhen = clause.HasTime || (named && clause.Has(Concept.Keep, Concept.Only) && NamesPart(clause));
        var waits = reading.Project.Captions is null;
        if (waits && (!named || !reading.Situation.HasMaterial || reading.PastedLines.Length > 0 || CaptionFiles.Waiting(reading) is not null || !clause.Has(Concept.Only, Concept.First, Concept.Last)))
        {
            return false;
        }

        return saysWhen && (named || !IsPartOfVideo(clause))
            && clause.Has(Concept.Only, Concept.Keep, Concept.First, Concept.Last, Concept.From, Concept.For, Concept.Remove)
            && !clause.Has(Concept.Later, Concept.Earlier);
    }

    private static bool NamesPart(Clause clause) =>
        clause.Tokens.Any(t => clause.TextOf(t) is "那段" or "这段" or "那部分" or "部分" or "中间那段" or "中间部分");

    private static void AddLines(Clause clause, Reading reading, SetCaptions look, bool exists)
    {
        var file = CaptionFiles.Waiting(reading);
        var pasted = reading.PastedLines;
        var isPlaced = reading.Placed.Any(id => reading.Situation.Files.Any(f => f.Id == id && CaptionFiles.Is(f)));
        if (isPlaced || (exists && file is null && pasted.Length == 0 && !AddsMore(clause)))
        {
            Finish(clause, reading, null);
            return;
        }

        if (file is not null)
        {
            Finish(clause, reading, new PlaceFile(file.Id, FileRole.Captions));
        }
        else if (pasted.Length > 0)
        {
            Finish(clause, reading, new AddCaptions(CaptionSource.Pasted) { Text = pasted });
        }
        else
        {
            var style = look.Style ?? (clause.Has(Concept.Lyrics) ? CaptionStyle.Karaoke : null);
            Finish(clause, reading, new AddCaptions(CaptionSource.Speech) { Style = style });
        }

        if (look with { Style = null } != new SetCaptions() || (look.Style is not null && file is not null))
        {
            reading.Add(look);
        }
    }

    /// <summary>"show the captions" adds none to those that are there.</summary>
    private static bool AddsMore(Clause clause) => clause.Has(Concept.Add)
        && !clause.Tokens.Any(t => t.Concept == Concept.Add && clause.TextOf(t).ToLowerInvariant() is "show" or "display" or "显示");

    private static void Finish(Clause clause, Reading reading, Edit? edit)
    {
        clause.ClaimAll(
            Concept.Captions, Concept.Lyrics, Concept.Remove, Concept.AllOf, Concept.Voice, Concept.Recording, Concept.Episode, Concept.ColorWord,
            Concept.Everywhere, Concept.Another, Concept.Not, Concept.Each, Concept.Bold, Concept.Chorus, Concept.LineWord);
        clause.ClaimFrame();
        if (edit is not null)
        {
            reading.Add(edit, Subject.Captions);
        }

        reading.Focus = Subject.Captions;
    }
}
