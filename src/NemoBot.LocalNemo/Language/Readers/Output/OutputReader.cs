using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Output;

/// <summary>Reads the kind of file that is to come out.</summary>
internal sealed partial class OutputReader : IClauseReader
{
    private static readonly TimeSpan CanvasLoop = TimeSpan.FromSeconds(8);

    public void Read(Clause clause, Reading reading)
    {
        if (clause.HasFree(Concept.SpotifyCanvas))
        {
            ReadCanvasLoop(clause, reading);
        }

        if (clause.Has(Concept.Remove) || DropsGif(clause, reading) || ReadOtherKind(clause, reading))
        {
            return;
        }

        if (clause.HasFree(Concept.AudioOnly) && IsSoundOfPart(clause))
        {
            clause.ClaimEverything();
            reading.Add(new Decline(Inability.MutePart), Subject.Voice);
        }
        else if (KindOfFile.Read(clause, reading) is { } asked)
        {
            Make(clause, reading, asked);
        }
    }

    private static void Make(Clause clause, Reading reading, OutputFormat asked)
    {
        if (asked is not OutputFormat.Mp4 && reading.Situation.HasMaterial && !clause.HasTime && !clause.Has(Concept.Only) && IsBeside(clause))
        {
            // "mp3 too please": beside the video; "make it vertical and also a gif" asks for a shape as well.
            clause.ClaimAll(Concept.Gif, Concept.AudioOnly, Concept.Mp4, Concept.Keep, Concept.Voice, Concept.VersionWord, Concept.Recording, Concept.Then);
            clause.ClaimWords(WordLists.Further);
            clause.ClaimFrame();
            reading.Add(Beside(asked), Subject.Video);
            return;
        }

        var other = KindOfFile.BesideVideo(clause);
        var part = asked is OutputFormat.Gif ? GifParts.Read(clause) : null;
        clause.ClaimAll(Concept.Gif, Concept.AudioOnly, Concept.Mp4, Concept.Keep, Concept.Voice, Concept.Teaser, Concept.VersionWord, Concept.Recording, Concept.Only);
        if (part is not null || !clause.HasTime)
        {
            // "a gif from 0:03 to 0:06": the times are still to be read.
            clause.ClaimFrame();
        }

        clause.ClaimAll(Concept.Add, Concept.Change, Concept.Use, Concept.Let, Concept.It, Concept.Video, Concept.Export, Concept.CanYou, Concept.And);
        reading.Add(new SetOutput { Format = other is null ? asked : OutputFormat.Mp4 }, Subject.Video);
        if (part is not null)
        {
            reading.Add(part, Subject.Video);
        }

        if (other is { } second)
        {
            reading.Add(Beside(second), Subject.Video);
        }
    }

    private static AlsoMake Beside(OutputFormat format) => new([format.ToString().ToLowerInvariant()]);

    /// <summary>"mp3 too", 还要一个gif; "then export a gif" only comes later.</summary>
    private static bool IsBeside(Clause clause) => (clause.IsLater && AlsoBefore().IsMatch(TextBefore(clause))) || AlsoAsked().IsMatch(TextBefore(clause))
        || clause.Text.EndsWith(" as well", StringComparison.OrdinalIgnoreCase)
        || clause.Tokens.Any(t => WordLists.Further.Contains(clause.TextOf(t)));

    /// <summary>What is said before the kind of file.</summary>
    private static string TextBefore(Clause clause)
    {
        var kind = clause.IndexOf(Concept.Gif, Concept.AudioOnly, Concept.Mp4);
        kind = kind >= 0 ? kind : clause.Tokens.ToList().FindIndex(t => clause.TextOf(t).ToLowerInvariant() is "mp3" or "m4a");
        return clause.TextBetween(0, clause.Tokens[Math.Max(0, kind)].Start);
    }

    [GeneratedRegex(@"(?:\b(?:also|as well as|plus)|也|还要|还有|另外再?|同时|并且?|而且|再)(?:来|要)?(?:一?[个份])?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AlsoBefore();

    /// <summary>"also give me", "i also need", "and an" at the beginning of the message.</summary>
    [GeneratedRegex(@"(?:\b(?:also|plus)(?: (?:give|make|get|need|want|export|send|create|do|have|like|i|me|us|we|a|an|the|it|as|please|pls|can|you|could))*|^\W*and(?: (?:give|make|send|get|export|me|an|a))+)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AlsoAsked();

    /// <summary>"export it as wav": a kind of file that is not made.</summary>
    private static bool ReadOtherKind(Clause clause, Reading reading)
    {
        var at = Enumerable.Range(0, clause.Tokens.Count).FirstOrDefault(i => !clause.IsClaimed(i) && WordLists.OtherFormats.Contains(clause.TextOf(clause.Tokens[i])), -1);
        if (at < 0 || !reading.Situation.HasMaterial || reading.Situation.NewFiles.Count > 0 || !(clause.Has(Concept.Export, Concept.Add, Concept.Change) || (at > 0 && clause.TextOf(clause.Tokens[at - 1]).ToLowerInvariant() is "as" or "a" or "an" or "to" or "in") || AsksForKind().IsMatch(clause.Text)))
        {
            return false;
        }

        clause.ClaimEverything();
        reading.Add(new Decline(Inability.Format), Subject.Video);
        return true;
    }

    /// <summary>给我wav, mov格式.</summary>
    [GeneratedRegex("(?:给|要|存|转|导|改|换|发|做|来)[^，。a-z]{0,6}[a-z]{3,6}|^[a-z]{3,6}(?:格式|文件|版)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AsksForKind();

    /// <summary>"only 9:16, no gif": the video alone.</summary>
    private static bool DropsGif(Clause clause, Reading reading)
    {
        var at = clause.IndexOf(Concept.Gif);
        if (at < 1 || clause.Tokens[at - 1].Concept is not (Concept.No or Concept.Not))
        {
            return false;
        }

        clause.Claim(at);
        clause.Claim(at - 1);
        if (reading.Project.Output is { Format: OutputFormat.Gif } or { Others.Count: > 0 })
        {
            reading.Add(new SetOutput { Format = OutputFormat.Mp4 }, Subject.Video);
        }

        return true;
    }

    /// <summary>"sound only on the second half": where it is to be heard, not a kind of file.</summary>
    private static bool IsSoundOfPart(Clause clause) => clause.IndexOf(Concept.AudioOnly) is var at && at + 1 < clause.Tokens.Count && clause.TextOf(clause.Tokens[at]).EndsWith("only", StringComparison.OrdinalIgnoreCase)
        && clause.TextOf(clause.Tokens[at + 1]).ToLowerInvariant() is "on" or "in" or "for" or "during" or "from" or "until" or "after" or "before"
        && clause.Tokens.Skip(at + 1).Any(t => t.IsTime || t.Concept is Concept.FirstHalf or Concept.LastHalf or Concept.Begin or Concept.End or Concept.First or Concept.Last);

    /// <summary>A canvas is an upright loop of 3 to 8 seconds.</summary>
    private static void ReadCanvasLoop(Clause clause, Reading reading)
    {
        var asked = clause.Take(TokenKind.Duration)?.Time ?? CanvasLoop;
        var length = TimeSpan.FromSeconds(Math.Clamp(asked.TotalSeconds, 3, 8));
        clause.ClaimAll(Concept.SpotifyCanvas, Concept.Loop, Concept.Spotify, Concept.Voice, Concept.Recording, Concept.Music);
        clause.ClaimFrame();
        reading.Add(new SetCanvas { Ratio = 9.0 / 16 });
        reading.Add(new KeepHighlight(length), Subject.Video);
    }
}
