using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Readers;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Judging;

/// <summary>"a gif of the first 3 seconds" of a video that is there: a file beside it, and the video stays as long as it is.</summary>
internal static class GifOfPart
{
    /// <summary>Names tell whole seconds.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>Turns the kind and the cut into one file; "trim it to 5 seconds and export a gif" asks for the cut.</summary>
    public static void Read(Reading reading, List<Edit> edits)
    {
        var output = edits.FindIndex(e => e is SetOutput { Format: OutputFormat.Gif, Title: null, Artist: null });
        if (output < 0 || !reading.Situation.HasMaterial || edits.Exists(e => e is PlaceFile) || reading.Clauses.Any(Shortens))
        {
            return;
        }

        if (edits.OfType<KeepHighlight>().ToList() is [{ Length: { } length } best])
        {
            edits[output] = new AlsoHighlight(length < OutputFormats.LongestGif ? length : OutputFormats.LongestGif, OutputFormat.Gif);
            edits.Remove(best);
            return;
        }

        if (edits.OfType<KeepRanges>().ToList() is not [{ Parts: [var span] } keep])
        {
            return;
        }

        var (from, to) = span.On(reading.Project.Duration);
        to = to - from > OutputFormats.LongestGif ? from + OutputFormats.LongestGif : to;
        if (to - from < Shortest)
        {
            return;
        }

        edits[output] = new AlsoMake([OutputVariant.OfPart(from, to, OutputFormat.Gif).Name]);
        edits.Remove(keep);
    }

    /// <summary>"cut it to 5 seconds"; "cut a gif" makes one.</summary>
    private static bool Shortens(Clause clause) => clause.Tokens.Index().Any(t => t.Item.Concept is Concept.Trim or Concept.Cut
        && !clause.Tokens.Skip(t.Index + 1).SkipWhile(n => n.Concept == Concept.Filler || n.IsTime).Take(1).Any(n => n.Concept == Concept.Gif));
}
