using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers.Texts;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Captions;

/// <summary>Reads captions: from speech, a file or pasted lines; their look; their words.</summary>
internal sealed class CaptionReader : IClauseReader
{
    public void Read(Clause clause, Reading reading)
    {
        if (CaptionWords.Read(clause, reading))
        {
            return;
        }

        if (clause.HasFree(Concept.Translate) || (clause.HasFree(TokenKind.Duration) && clause.HasFree(Concept.Later, Concept.Earlier, Concept.Move)))
        {
            return;
        }

        var named = clause.HasFree(Concept.Captions, Concept.Lyrics);
        var exists = reading.Project.Captions is not null || reading.Edits.Any(e => e is AddCaptions or PlaceFile { As: FileRole.Captions });
        var meant = reading.Focus == Subject.Captions && exists && !clause.HasFree(TokenKind.Quote)
            && clause.Tokens.All(t => Clause.SubjectOf(t.Concept) == Subject.None) && !clause.Has(Concept.Music, Concept.Voice, Concept.Volume, Concept.Remove);
        // "highlight each word as I say it" needs no word for the captions that are there.
        meant |= !named && reading.Project.Captions is not null && clause.HasFree(Concept.Karaoke);
        // "karaoke style please" beside a caption file.
        named |= !meant && clause.HasFree(Concept.Karaoke) && reading.Unused(CaptionFiles.Is) is not null;
        meant |= !named && (IsBareSize(clause, reading) || AreThey(clause, reading) || IsBareBox(clause, reading));
        if (!named && !meant && AreTexts(clause, reading))
        {
            clause.ClaimAll(Concept.Title);
            meant = true;
        }

        // A quoted text called a caption is a text of its own.
        if ((!named && !meant) || clause.Free(TokenKind.Quote).Any())
        {
            return;
        }

        if (reading.Project.Captions is not null && (named || !IsPartOfVideo(clause)) && (clause.HasTime || (named && clause.Has(Concept.Keep, Concept.Only) && clause.Tokens.Any(t => clause.TextOf(t) is "那段" or "这段" or "那部分" or "部分" or "中间那段" or "中间部分"))) && clause.Has(Concept.Only, Concept.Keep, Concept.First, Concept.Last, Concept.From, Concept.For, Concept.Remove) && !clause.Has(Concept.Later, Concept.Earlier))
        {
            clause.ClaimEverything();
            reading.Add(new Decline(Inability.CaptionPart), Subject.Captions);
            return;
        }

        if (clause.Has(Concept.Remove) && (clause.HasTime || clause.HasFree(Concept.FillerWords)))
        {
            // "no captions during the first 5 seconds", 字幕里的“嗯”删掉: removing all of them would do harm.
            return;
        }

        if (clause.Has(Concept.Remove) && !clause.HasFree(Concept.Boxed, Concept.Plate, Concept.Karaoke, Concept.Bold))
        {
            Finish(clause, reading, new RemoveCaptions());
            return;
        }

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

    /// <summary>只要前30秒 keeps that much of the video, whatever was spoken of before.</summary>
    private static bool IsPartOfVideo(Clause clause) => clause.Tokens.Any(t => t.Concept is Concept.Keep or Concept.Only && clause.IsChinese(t));

    /// <summary>"make it bigger" where the captions are the only text.</summary>
    private static bool IsBareSize(Clause clause, Reading reading) => reading is { Focus: Subject.None, Project: { Captions: not null, Titles.Count: 0, Overlays.Count: 0 } } && clause.HasFree(Concept.Bigger, Concept.Smaller)
        && clause.Tokens.All(t => t.Concept is Concept.Bigger or Concept.Smaller or Concept.Filler or Concept.It or Concept.Change or Concept.CanYou);

    /// <summary>背景框去掉, where the captions have one or are the only text.</summary>
    private static bool IsBareBox(Clause clause, Reading reading) => reading.Project.Captions is { } captions && (reading.Project.Titles.Count == 0 || (captions.Style == CaptionStyle.Box && reading.Project.Titles.All(t => !t.Plate))) && UnnamedTitles.IsBoxRemoval(clause);

    /// <summary>"captions, bold white text": the captions are the only text.</summary>
    private static bool AreTexts(Clause clause, Reading reading) => reading.TitleTexts.Count == 0 && (reading.Project.Captions is not null || reading.Edits.OfType<AddCaptions>().Any()) && !clause.Free(TokenKind.Quote).Any()
        && !clause.Has(Concept.Add, Concept.Called, Concept.Remove) && clause.Tokens.Any(t => t.Concept == Concept.Title && t.Kind == TokenKind.Word && WordLists.Texts.Contains(clause.TextOf(t)))
        && clause.Tokens.All(t => t.Kind is not (TokenKind.Unknown or TokenKind.Colon)) && clause.Tokens.Any(t => t.Kind == TokenKind.Color || Verbs.IsLook(t.Concept) || t.Concept == Concept.Bold);

    /// <summary>"make em yellow w black box" where the captions are the only text.</summary>
    private static bool AreThey(Clause clause, Reading reading) => reading is { Focus: Subject.None, Project: { Captions: not null, Titles.Count: 0 } } && clause.Tokens.Any(t => clause.TextOf(t).ToLowerInvariant() is "em" or "them")
        && (clause.HasFree(TokenKind.Color) || clause.HasFree(Concept.Boxed, Concept.Plate, Concept.Top, Concept.Bottom, Concept.Middle, Concept.Karaoke, Concept.Upward, Concept.Downward, Concept.Bigger, Concept.Smaller))
        && clause.Tokens.All(t => Clause.SubjectOf(t.Concept) == Subject.None && !t.IsTime && t.Kind != TokenKind.Quote);

    private static void AddLines(Clause clause, Reading reading, SetCaptions look, bool exists)
    {
        var file = CaptionFiles.Waiting(reading);
        var pasted = reading.PastedLines;
        if (reading.Placed.Any(id => reading.Situation.Files.Any(f => f.Id == id && CaptionFiles.Is(f))) || (exists && !(clause.Has(Concept.Add) && !clause.Tokens.Any(t => t.Concept == Concept.Add && clause.TextOf(t).ToLowerInvariant() is "show" or "display" or "显示")) && file is null && pasted.Length == 0))
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
            Finish(clause, reading, new AddCaptions(CaptionSource.Speech) { Style = look.Style ?? (clause.Has(Concept.Lyrics) ? CaptionStyle.Karaoke : null) });
        }

        if (look with { Style = null } != new SetCaptions() || (look.Style is not null && file is not null))
        {
            reading.Add(look);
        }
    }

    private static void Finish(Clause clause, Reading reading, Edit? edit)
    {
        clause.ClaimAll(Concept.Captions, Concept.Lyrics, Concept.Remove, Concept.AllOf, Concept.Voice, Concept.Recording, Concept.Episode, Concept.ColorWord, Concept.Everywhere,
            Concept.Another, Concept.Not, Concept.Each, Concept.Bold, Concept.Chorus, Concept.LineWord);
        clause.ClaimFrame();
        if (edit is not null)
        {
            reading.Add(edit, Subject.Captions);
        }

        reading.Focus = Subject.Captions;
    }
}
