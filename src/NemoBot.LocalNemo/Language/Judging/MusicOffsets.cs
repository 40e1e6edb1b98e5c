using System.Text.RegularExpressions;
using NemoBot.Core.Media;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Judging;

/// <summary>Reads a time within the song, not within the video: "skip the first 30 seconds of the song", "start the track at its chorus".</summary>
internal static partial class MusicOffsets
{
    private static readonly Regex[] Times = [Beginning(), OwnTime(), PlayedFrom()];

    /// <summary>Reads where the song begins; true if the clause says nothing else.</summary>
    public static bool Read(Reading reading, int index)
    {
        var clause = reading.Clauses[index];
        if (clause.IsForbidden || (!HasSong(reading) && !GetsSong(clause, reading)) || EditOf(clause, reading) is not { } edit)
        {
            return false;
        }

        reading.Add(edit.Edit, Subject.Music);
        if (HasSong(reading) && IsAlone(clause))
        {
            clause.ClaimEverything();
            return true;
        }

        ClaimMatch(clause, edit.Match, withSong: reading.Situation.NewFiles.Any(f => f.Facts.Kind == MediaKind.Video) && !clause.Has(Concept.Background, Concept.Under));
        return false;
    }

    private static bool HasSong(Reading reading) => reading.HasMusic || SongStart.IsIn(reading.Project);

    /// <summary>The song has just come, and is to be the music or the sound of a clip.</summary>
    private static bool GetsSong(Clause clause, Reading reading) =>
        reading.Situation.NewFiles.Any(f => f.Facts.Kind == MediaKind.Audio)
        && (reading.Situation.HasMaterial || reading.Situation.NewFiles.Any(f => f.Facts.Kind == MediaKind.Video) || clause.Has(Concept.Music) || OfSong().IsMatch(clause.Text));

    private static (SetMusic Edit, Match Match)? EditOf(Clause clause, Reading reading)
    {
        if (clause.Tokens.Where(t => t.IsTime).ToList() is [var time])
        {
            foreach (var times in reading.HasMusic || GetsSong(clause, reading) ? Times : [.. Times, MainStart()])
            {
                if (times.Match(clause.Text) is { Success: true } said)
                {
                    return (new SetMusic { From = time.Time }, said);
                }
            }
        }

        return clause.HasTime ? null
            : ItsChorus().Match(clause.Text) is { Success: true } chorus ? (new SetMusic { FromChorus = true }, chorus)
            : ItsBeginning().Match(clause.Text) is { Success: true } beginning && StartsLate(reading) ? (new SetMusic { From = TimeSpan.Zero }, beginning)
            : null;
    }

    [GeneratedRegex(@"\b(?:of|into|in) (?:the |that |this |my )?(?:song|track|tune)\b|(?:歌|曲子)的", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfSong();

    private static bool StartsLate(Reading reading) => reading.Project.Music is [.., { From.Ticks: > 0 }] || reading.Project.Voice is { From.Ticks: > 0 };

    /// <summary>Neither a level nor a fade nor a file is said beside it.</summary>
    private static bool IsAlone(Clause clause) =>
        !clause.Has(Concept.Louder, Concept.Quieter, Concept.TurnUp, Concept.TurnDown, Concept.Volume, Concept.FadeIn, Concept.FadeOut, Concept.FadeBoth, Concept.Loop)
        && !clause.Tokens.Any(t => t.Kind is TokenKind.Percent or TokenKind.Decibel or TokenKind.File);

    /// <summary>Claims what says where it begins; the song itself is left for who places it, unless it is simply the sound of a clip.</summary>
    private static void ClaimMatch(Clause clause, Match match, bool withSong)
    {
        for (var i = 0; i < clause.Tokens.Count; i++)
        {
            if (clause.IsWithin(i, match.Index, match.Index + match.Length) && (withSong || clause.Tokens[i].Concept is not (Concept.Music or Concept.Under)))
            {
                clause.Claim(i);
            }
        }
    }

    /// <summary>"skip the first 12 s of the song", "skip the song's intro, first 12 s", 跳过歌的前12秒.</summary>
    [GeneratedRegex(
        @"\b(?:skip|chop|trim|drop|jump over|leave out|without)\b[^;.]{0,30}\b(?:first|start|beginning|opening|intro)\b[^;.]{0,30}\b(?:of|from|in) (?:the|my|this|that) (?:song|track|music|tune)\b"
        + @"|\bskip\b[^;.]{0,20}\b(?:song|track|music|tune)(?:'?s)? (?:intro|beginning|start|opening)\b"
        + "|(?:跳过|略过|跳掉)(?:这首|那首|背景)?(?:歌曲?|音乐|曲子|bgm|配乐|伴奏)的?(?:最?前面?|开头|前奏)|(?:歌曲?|音乐|曲子|bgm|配乐|伴奏)的?(?:最?前面?|开头|前奏)[^，。；]{1,8}(?:跳过|略过|跳掉)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();

    /// <summary>"at its 0:30 mark", "from 0:45 of the track", 从歌的0:45开始.</summary>
    [GeneratedRegex(
        @"\b(?:song|track|music|tune|it)\b[^,;.]{0,20}\b(?:at|from) (?:its|the song'?s|the track'?s) (?!chorus|hook|drop|refrain|beginning|start)"
        + @"|(?:\b(?:at|from) )?(?:the )?(?:\d:\d\d|\b\d+ ?(?:s|secs?|seconds?))(?: mark)? (?:of|in|into|in to) (?:the|my) (?:song|track|tune)\b"
        + "|(?:歌曲?|音乐|曲子)(?:的|里的?|中的?) ?(?:第)?[0-9:零一二三四五六七八九十两分半]+ ?秒? ?(?:处|那里|那儿|的地方|的位置)?(?:开始|起|放|播)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OwnTime();

    /// <summary>音乐从第30秒开始放: what is played from a time, not what comes in at it.</summary>
    [GeneratedRegex("(?:歌曲?|音乐|曲子|bgm|配乐|伴奏)(?:要|就|请|改成|改为)?从 ?第? ?[0-9:零一二三四五六七八九十两分半]+ ?秒? ?(?:处|那里|那儿|的地方|的位置)?(?:开始|起)?(?:播放|放|播)(?![出起到完])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PlayedFrom();

    /// <summary>"start the song at 0:30" where the song is what is heard: the video has no other time for it.</summary>
    [GeneratedRegex(@"^(?:please |can you |could you )?(?:start|begin|play) (?:the |my )?(?:song|track|music|tune) (?:at|from) \S+(?: ?(?:s|secs?|seconds?))?[.!]?$|^(?:让|把)?(?:歌曲?|音乐|曲子|bgm|配乐)从第?[^，。；]{1,8}(?:开始|起)(?:播放|放|播)?[。！]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MainStart();

    [GeneratedRegex(
        @"\b(?:start|begin|play|enter|use|jump|go)s?\b[^,;.]{0,25}\b(?:song|track|music|tune|bgm)\b[^,;.]{0,12}\b(?:at|from|with|to|straight at) (?:its |the )?(?:chorus|refrain|hook|drop|best (?:part|bit))\b"
        + @"|\b(?:song|track|music|tune|bgm)\b[^,;.]{0,20}\b(?:starts?|begins?|from)\b[^,;.]{0,12}\b(?:chorus|refrain|hook|drop|best (?:part|bit))\b"
        + @"|\buse (?:only )?(?:the )?(?:chorus|refrain|hook|drop)\b[^,;.]{0,15}\b(?:as|for) (?:the )?(?:background )?(?:music|bgm)\b"
        + "|(?:歌曲?|音乐|曲子|bgm|配乐)[^，。；]{0,4}(?:从|用)[^，。；]{0,4}(?:副歌|高潮)|从(?:歌曲?|音乐)的?(?:副歌|高潮)[^，。；]{0,6}(?:开始|起|放|播)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ItsChorus();

    [GeneratedRegex(
        @"\b(?:song|track|music|tune|bgm|it)\b[^,;.]{0,20}\b(?:at|from) (?:its|the|the song'?s)(?: very)? (?:own )?(?:beginning|start)\b|(?:歌曲?|音乐|曲子|bgm|配乐)[^，。；]{0,4}从头(?:开始)?(?:播放|放|播)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ItsBeginning();
}
