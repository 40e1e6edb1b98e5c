using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Reports;

/// <summary>Differences in music, volumes, loudness and fades.</summary>
internal static class SoundReport
{
    public static void Add(ReportLines lines, Project before, Project after)
    {
        AddMusic(lines, before, after);
        if (before.Volume != after.Volume)
        {
            lines.Add(after.Volume > 0 ? "volume.set" : "volume.muted", after.Volume);
        }

        PartVolumeReport.Add(lines, before, after);
        AddMix(lines, before.Mix, after.Mix);
        AddFades(lines, before, after);
    }

    private static void AddMusic(ReportLines lines, Project before, Project after)
    {
        foreach (var music in after.Music)
        {
            if (before.Music.FirstOrDefault(m => m.Asset.Id == music.Asset.Id) is { } old)
            {
                AddChange(lines, old, music, after.Duration);
                continue;
            }

            lines.Add("music.added", music.Asset.Name, music.Volume);
            AddTime(lines, new Music(music.Asset, music.Volume), music, after.Duration);
        }

        if (before.Music.Count > 0 && after.Music.Count == 0)
        {
            lines.Add("music.removed");
        }
    }

    private static void AddChange(ReportLines lines, Music old, Music now, TimeSpan total)
    {
        if (old.Volume != now.Volume)
        {
            lines.Add("music.volume", now.Volume);
        }

        if (old.Ducks != now.Ducks)
        {
            lines.Add(now.Ducks ? "music.ducks" : "music.level");
        }

        if (old.Loops != now.Loops)
        {
            lines.Add(now.Loops ? "music.loops" : "music.once");
        }

        AddTime(lines, old, now, total);
    }

    private static void AddTime(ReportLines lines, Music old, Music now, TimeSpan total)
    {
        if (old.From != now.From)
        {
            var plays = now.Length is { } wanted && wanted < total - now.Start ? wanted : total - now.Start;
            var repeats = now.Loops && now.Asset.Facts.Duration - now.From < plays;
            lines.Add(now.From == TimeSpan.Zero ? "music.from-start" : repeats ? "music.from-again" : "music.from", now.From);
        }

        if ((old.Start, old.Length) != (now.Start, now.Length))
        {
            lines.Add("music.time", now.Length is { } length && now.Start + length < total
                ? lines.Phrases.Say("look.time", now.Start, now.Start + length) : lines.Phrases.Say("look.from", now.Start));
        }

        if ((old.FadeIn, old.FadeOut) != (now.FadeIn, now.FadeOut))
        {
            AddFades(lines, now);
        }
    }

    private static void AddFades(ReportLines lines, Music now)
    {
        if (now.FadeIn > TimeSpan.Zero == now.FadeOut > TimeSpan.Zero)
        {
            lines.Add("music.fades", now.FadeIn, now.FadeOut);
        }
        else if (now.FadeIn > TimeSpan.Zero)
        {
            lines.Add("music.fade-in", now.FadeIn);
        }
        else
        {
            lines.Add("music.fade-out", now.FadeOut);
        }
    }

    private static void AddMix(ReportLines lines, Mix before, Mix after)
    {
        if (before.Loudness != after.Loudness && after.Loudness is { } loudness)
        {
            lines.Add("mix.loudness", Phrases.Number(loudness));
        }
        else if (before.Normalize != after.Normalize)
        {
            lines.Add(after.Normalize ? "mix.normalize" : "mix.plain");
        }

        AddTone(lines, "mix.bass", before.Bass, after.Bass);
        AddTone(lines, "mix.treble", before.Treble, after.Treble);
        if (before.Channels != after.Channels)
        {
            lines.Add($"channels.{after.Channels}");
        }

        if (before.Denoise != after.Denoise)
        {
            lines.Add(after.Denoise ? "mix.denoise" : "mix.nodenoise");
        }
    }

    private static void AddTone(ReportLines lines, string key, double before, double after)
    {
        if (before != after)
        {
            lines.Add(after == 0 ? key + "-plain" : after > 0 ? key + "-more" : key + "-less", Phrases.Number(Math.Abs(after)));
        }
    }

    private static void AddFades(ReportLines lines, Project before, Project after)
    {
        // A fade that only shrank with the video is no news.
        var shorter = after.Duration < before.Duration;
        if (before.FadeIn != after.FadeIn && after.FadeIn > TimeSpan.Zero && !(shorter && before.FadeIn > TimeSpan.Zero))
        {
            lines.Add("fade.in", after.FadeIn);
        }

        if (before.FadeOut != after.FadeOut && after.FadeOut > TimeSpan.Zero && !(shorter && before.FadeOut > TimeSpan.Zero))
        {
            lines.Add("fade.out", after.FadeOut);
        }

        if ((before.FadeIn > TimeSpan.Zero && after.FadeIn == TimeSpan.Zero) || (before.FadeOut > TimeSpan.Zero && after.FadeOut == TimeSpan.Zero))
        {
            lines.Add("fade.removed");
        }
    }
}
