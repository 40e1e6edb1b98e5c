using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Reports;

/// <summary>Differences in how uploaded pictures are turned and toned.</summary>
internal static class LookReport
{
    /// <summary>Warmth from which a picture without colors is called brown.</summary>
    private const double Brown = 1.3;

    public static void Add(ReportLines lines, PictureLook old, PictureLook now)
    {
        if (old.Turns != now.Turns && (old.Mirrored == now.Mirrored || (old.Turns + now.Turns) % 4 != 0))
        {
            lines.Add($"look.turned.{now.Turns}");
        }

        if (old.Mirrored != now.Mirrored)
        {
            lines.Add(now.Mirrored ? "look.mirrored" : "look.unmirrored");
        }

        AddTone(lines, old, now);
    }

    private static void AddTone(ReportLines lines, PictureLook old, PictureLook now)
    {
        if (old.HasTone && !now.HasTone)
        {
            lines.Add("look.natural");
            return;
        }

        if (now.Saturation == 0 && (old.Saturation, old.Warmth) != (now.Saturation, now.Warmth))
        {
            lines.Add(now.Warmth > Brown ? "look.brown" : "look.gray");
        }
        else
        {
            AddPart(lines, "look.saturation", old.Saturation, now.Saturation);
            AddPart(lines, "look.warmth", old.Warmth, now.Warmth);
        }

        AddPart(lines, "look.brightness", old.Brightness, now.Brightness);
        AddPart(lines, "look.contrast", old.Contrast, now.Contrast);
    }

    private static void AddPart(ReportLines lines, string key, double old, double now)
    {
        if (old != now)
        {
            lines.Add(key, now);
        }
    }
}
