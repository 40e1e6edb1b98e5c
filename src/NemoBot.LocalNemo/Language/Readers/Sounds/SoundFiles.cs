using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Sounds;

/// <summary>Tells from their names what several sounds are.</summary>
internal static class SoundFiles
{
    private static readonly string[] MusicNames = ["music", "bgm", "song", "instrumental", "backing", "soundtrack", "音乐", "配乐", "伴奏", "歌"];

    /// <summary>The one of several sounds that is not music, or the longest.</summary>
    public static Asset MainOf(IReadOnlyList<Asset> sounds)
    {
        var spoken = sounds.Where(s => !IsMusic(s)).ToList();
        return (spoken.Count > 0 ? spoken : sounds).MaxBy(s => s.Facts.Duration)!;
    }

    private static bool IsMusic(Asset file) => MusicNames.Any(n => file.Name.Contains(n, StringComparison.OrdinalIgnoreCase));
}
