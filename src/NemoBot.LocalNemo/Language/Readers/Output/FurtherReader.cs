using System.Globalization;
using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Lexing;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Output;

/// <summary>Reads shorter files that are wanted beside the video: "also a 15 s teaser", "split it into 3 parts".</summary>
internal sealed partial class FurtherReader : IClauseReader
{
    private const int MostParts = 3;
    private static readonly TimeSpan UsualTeaser = TimeSpan.FromSeconds(30);

    public void Read(Clause clause, Reading reading)
    {
        if (!reading.HasMaterial || NamesClip(clause, reading) || ReadParts(clause, reading) || !IsFurther(clause) || clause.Has(Concept.Gif, Concept.AudioOnly, Concept.Music, Concept.Title, Concept.Captions))
        {
            return;
        }

        var isVersion = clause.Has(Concept.VersionWord, Concept.Video, Concept.Shorts, Concept.Reels, Concept.Story) && !clause.Has(Concept.Cut, Concept.Trim);
        if (clause.Has(Concept.VersionWord) && clause.Has(Concept.Remove, Concept.No, Concept.Not))
        {
            // "a version without the waveform too": this one keeps it.
            clause.ClaimEverything();
            reading.Add(new Decline(Inability.Variants), Subject.Video);
        }
        else if ((isVersion || clause.Has(Concept.Teaser)) && clause.Free(TokenKind.Time).ToList() is [var from, var to] && clause.Tokens[from].Time < clause.Tokens[to].Time)
        {
            Add(clause, reading, new AlsoMake([OutputVariant.OfPart(clause.Tokens[from].Time, clause.Tokens[to].Time).Name]));
        }
        else if (clause.HasFree(Concept.Teaser) && clause.Tokens.Count(t => t.IsTime) < 2 && !clause.Has(Concept.First, Concept.Last, Concept.Begin, Concept.End))
        {
            Add(clause, reading, new AlsoHighlight(clause.Take(TokenKind.Duration)?.Time ?? UsualTeaser));
        }
        else if (isVersion && clause.Free(TokenKind.Duration).ToList() is [var length] && !clause.HasFree(TokenKind.Time))
        {
            // "also a 15 second version", "also a clip of the first 20 seconds".
            var end = clause.Tokens[length].Time;
            Add(clause, reading, clause.Has(Concept.First, Concept.Begin) ? new AlsoMake([OutputVariant.OfPart(TimeSpan.Zero, end).Name]) : new AlsoHighlight(end));
        }
    }

    /// <summary>"the second clip": one that there is.</summary>
    private static bool NamesClip(Clause clause, Reading reading) => reading.Project.Clips.Count > 1
        && clause.IndexOf(Concept.Video) is > 0 and var noun && clause.Tokens[noun - 1].Kind == TokenKind.Ordinal;

    private static void Add(Clause clause, Reading reading, Edit edit)
    {
        clause.ClaimEverything();
        reading.Add(edit, Subject.Video);
    }

    /// <summary>The clause asks for one more: "also", "plus", "as well", 另外再.</summary>
    private static bool IsFurther(Clause clause) => clause.Tokens.Any(t => WordLists.Further.Contains(clause.TextOf(t)))
        || Joined().IsMatch(clause.TextBetween(0, clause.Tokens[0].Start)) || Joining().IsMatch(clause.Text);

    /// <summary>"split it into 3 parts", "make 3 clips of 20 seconds": each a file of its own.</summary>
    private static bool ReadParts(Clause clause, Reading reading)
    {
        var said = Parts().Match(clause.Text) is { Success: true } split ? split : Clips().Match(clause.Text);
        if (!said.Success)
        {
            return false;
        }

        var count = NumberIn(said.Groups["n"].Value);
        var total = reading.Project.Duration > TimeSpan.Zero ? reading.Project.Duration : reading.Situation.NewFiles.Aggregate(TimeSpan.Zero, (t, f) => f.Facts.Duration > t ? f.Facts.Duration : t);
        var length = said.Groups["s"].Success ? TimeSpan.FromSeconds(NumberIn(said.Groups["s"].Value)) : total / Math.Max(1, count);
        clause.ClaimEverything();
        reading.Add(count is < 2 or > MostParts || length <= TimeSpan.Zero || length * count > total ? new Decline(Inability.Variants)
            : new AlsoMake([.. Enumerable.Range(0, count).Select(i => OutputVariant.OfPart(length * i, length * (i + 1)).Name)]), Subject.Video);
        return true;
    }

    private static int NumberIn(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits : (int)(NumberWords.Read(text, 0)?.Value ?? 0);

    [GeneratedRegex(@"(\b(also|plus|additionally|in addition)|另外再?|还要|顺便|外加)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Joined();

    [GeneratedRegex("^(plus|also|and also|one more|另外|还要|顺便|外加|再(来|做|出|要|给我|剪)一?[个条份段])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Joining();

    [GeneratedRegex(@"\b(split|cut|divide|break|chop|slice)( \w+){1,3} (up )?(in|into) (?<n>two|three|four|five|six|\d+) (equal |even |separate |short |shorter )*(parts|pieces|clips|videos|files|segments|sections|reels|shorts|episodes)\b|(分|切|拆|剪)成(?<n>[两二三四五六\d])(段|份|集|部分|个视频|条视频|个短视频|条短视频)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Parts();

    [GeneratedRegex(@"\b(?<n>two|three|four|five|\d) (short |little |separate )*(clips|reels|shorts|videos|parts|pieces) (of|with|at)( about| around)? (?<s>\d+) ?(s|secs?|seconds?)\b|\b(?<n>two|three|four|five|\d) (?<s>\d+)[ -]?(s|secs?|seconds?) (clips|reels|shorts|parts|pieces)\b|\b(make|cut|give|get|do|create|want|need|pull)( me| us)? (?<n>two|three|four|five|\d) (short |little |separate )*(clips|reels|shorts|parts|pieces) (out of|from|of) (it|this|that|my \w+|the \w+)(,? (of )?(?<s>\d+) ?(s|secs?|seconds?) each)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Clips();
}
