using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Output;

/// <summary>Finds the kind of file that a clause asks for.</summary>
internal static class KindOfFile
{
    /// <summary>The kind that is to come out; null if none is named. Claims nothing.</summary>
    public static OutputFormat? Read(Clause clause, Reading reading) =>
        clause.HasFree(Concept.Gif) && (clause.Tokens.Any(t => t.Kind == TokenKind.Megabytes) || !clause.HasFree(Concept.Under, Concept.Background)) ? OutputFormat.Gif
        : clause.HasFree(Concept.AudioOnly) ? SoundFormat(clause)
        : clause.HasFree(Concept.Mp4) ? OutputFormat.Mp4
        : NamedFormat(clause, reading);

    private static OutputFormat SoundFormat(Clause clause) =>
        clause.TextOf(clause.Tokens[clause.IndexOf(Concept.AudioOnly)]).Contains("m4a", StringComparison.OrdinalIgnoreCase) ? OutputFormat.M4a : OutputFormat.Mp3;

    /// <summary>"mp4 and gif": the video, and the other kind beside it.</summary>
    public static OutputFormat? BesideVideo(Clause clause)
    {
        OutputFormat? other = clause.Has(Concept.Gif) ? OutputFormat.Gif : Names(clause, "m4a") ? OutputFormat.M4a : clause.Has(Concept.AudioOnly) || Names(clause, "mp3") ? OutputFormat.Mp3 : null;
        return clause.Has(Concept.And) && (clause.Has(Concept.Mp4) || Names(clause, "mp4")) ? other : null;
    }

    private static bool Names(Clause clause, string word) => clause.Tokens.Any(t => clause.TextOf(t).Equals(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>"mp3格式", "convert it to m4a": the name of a sound format, once there is a project.</summary>
    private static OutputFormat? NamedFormat(Clause clause, Reading reading)
    {
        var at = clause.Tokens.ToList().FindIndex(t => t.Concept == Concept.Voice && clause.TextOf(t).ToLowerInvariant() is "mp3" or "m4a");
        if (at > 0 && clause.Tokens[at].Start - clause.Tokens[at - 1].End == 1 && clause.Written.Contains("." + clause.TextOf(clause.Tokens[at]), StringComparison.OrdinalIgnoreCase))
        {
            // "use song.mp3 as music": the name of a file that has not come.
            return null;
        }

        var isNew = !reading.Situation.HasMaterial || reading.Situation.NewFiles.Count > 0;
        if (at < 0 || !(AsksForOne(clause, at) || (!isNew && !clause.Has(Concept.Video, Concept.Add))))
        {
            return null;
        }

        var name = clause.TextOf(clause.Tokens[at]).ToLowerInvariant();
        return name == "mp3" ? OutputFormat.Mp3 : name == "m4a" ? OutputFormat.M4a : null;
    }

    /// <summary>"make an mp3 of this", "give me a mp3", "mp3 please", 给我mp3: what is to come out, not what has come.</summary>
    private static bool AsksForOne(Clause clause, int at)
    {
        var words = clause.Tokens.Select(t => clause.TextOf(t).ToLowerInvariant()).ToList();
        if (clause.Has(Concept.Video, Concept.Captions, Concept.Title) || VisualWords.All.Any(v => clause.Has(v)))
        {
            return false;
        }

        return (at + 1 < words.Count && words[at + 1] is "please" or "pls" or "plz" && at == 0)
            || (at > 0 && words[at - 1] is "a" or "an" && (at == 1 || words.Take(at - 1).Any(w => w is "make" or "give" or "give me" or "gimme" or "get" or "create" or "want" or "need" or "export" or "into" or "turn" or "convert")))
            || (at > 0 && words[at - 1] is "做成" or "变成" or "给我" or "要" or "生成" or "换成" or "改成" or "弄成" or "转换成" or "转成" or "转为" or "输出");
    }
}
