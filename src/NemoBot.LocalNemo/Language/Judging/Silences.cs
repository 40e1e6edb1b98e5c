using System.Text.RegularExpressions;
using NemoBot.Core.Media;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Readers;

namespace NemoBot.LocalNemo.Language.Judging;

/// <summary>Reads 静音就行 and "no music is fine" where there are pictures alone: there is no sound to mute, and none is missed.</summary>
internal static partial class Silences
{
    /// <summary>Claims the clause and answers it; false if there is a sound, or it is about something else.</summary>
    public static bool Read(Reading reading, int index)
    {
        var clause = reading.Clauses[index];
        if (!HasPicturesAlone(reading) || !Silent().IsMatch(clause.Text))
        {
            return false;
        }

        clause.ClaimEverything();
        reading.Add(new Ask(Question.Loudness));
        return true;
    }

    private static bool HasPicturesAlone(Reading reading) =>
        reading.Project is { Clips.Count: 0, Music.Count: 0 }
        && (reading.Project.Slides.Count > 0 || reading.Situation.NewFiles.Count > 0)
        && reading.Situation.NewFiles.All(f => f.Facts.Kind == MediaKind.Image);

    [GeneratedRegex(
        "^(?:我|这个|那|就|先|视频|也|，|,| )*(?:(?:没有?|不要|不用|不需要|无需|别加?|不加|不放|不配)(?:背景)?(?:音乐|配乐|声音|bgm|歌)|(?:就|保持|要|让它|全程|做成?|给我)*(?:静音|无声|没声音?|不出声|不带声音|安静))(?:的|版|视频|播放)*(?:就行|就好|即可|就可以了?|也行|也可以|吧|没关系|无所谓|了)*$"
        + @"|^\W*(?:(?:it|this|that|ok|okay|so|just|with|make|keep|leave|and) )*(?:(?:no|without(?: any)?) (?:music|sound|audio)|silent|mute[d]?)(?: it)?(?:(?:'s| is| would be)? (?:fine|ok|okay|good|please|pls|is all right|needed|necessary))*\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Silent();
}
