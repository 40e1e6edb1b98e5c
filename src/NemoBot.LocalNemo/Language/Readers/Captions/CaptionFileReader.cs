using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Captions;

/// <summary>"can I have the subtitle file", 给我srt: the captions as a file of their own.</summary>
internal sealed class CaptionFileReader : IClauseReader
{
    private static readonly string[] Withs = ["with", "带", "带有", "带着"];

    public void Read(Clause clause, Reading reading)
    {
        if (clause.IsForbidden || clause.Has(Concept.Remove) || CaptionFiles.Waiting(reading) is not null || reading.Edits.Any(e => e is RemoveCaptions))
        {
            return;
        }

        var hasCaptions = reading.Project.Captions is not null || reading.Edits.Any(e => e is AddCaptions or PlaceFile { As: FileRole.Captions });
        if (!NamesFile(clause, hasCaptions) && !(hasCaptions && ExportsCaptions(clause)))
        {
            return;
        }

        if (!hasCaptions && (clause.Has(Concept.Add) || reading.Situation.Project is null))
        {
            // "make an srt of this talk": what is not there yet is made first.
            reading.Add(new AddCaptions(CaptionSource.Speech), Subject.Captions);
        }

        var vtt = clause.Text.Contains("vtt", StringComparison.OrdinalIgnoreCase);
        if (!vtt || clause.Text.Contains("srt", StringComparison.OrdinalIgnoreCase))
        {
            reading.Add(new GiveCaptionFile(OutputFormat.Srt), Subject.Captions);
        }

        if (vtt)
        {
            reading.Add(new GiveCaptionFile(OutputFormat.Vtt), Subject.Captions);
        }

        Claim(clause);
    }

    /// <summary>"make the captions yellow and send me the srt": what comes before belongs to others.</summary>
    private static void Claim(Clause clause)
    {
        var file = clause.Tokens.ToList().FindIndex(t => IsFile(clause, t));
        var from = file < 0 ? -1 : clause.Tokens.Take(file).ToList().FindLastIndex(t => t.Concept == Concept.And);
        if (from <= 0)
        {
            clause.ClaimEverything();
            return;
        }

        for (var i = from; i < clause.Tokens.Count; i++)
        {
            clause.Claim(i);
        }
    }

    private static bool IsFile(Clause clause, Token token) => token.Concept == Concept.Srt || WritingLists.CaptionFiles.Contains(clause.TextOf(token));

    private static bool NamesFile(Clause clause, bool hasCaptions) => clause.HasFree(Concept.Srt)
        ? !Verbs.AsksForChange(clause) || clause.Has(Concept.Add, Concept.Export) || clause.HasWord(WritingLists.CaptionFiles)
        : hasCaptions && clause.Tokens.Any(t => IsFile(clause, t));

    private static bool ExportsCaptions(Clause clause) => clause.HasFree(Concept.Captions) && clause.HasFree(Concept.Export) && !clause.Has(Concept.Video)
        && !clause.Tokens.Any(t => Withs.Contains(clause.TextOf(t).ToLowerInvariant()));
}
