using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Layouts;

namespace NemoBot.LocalNemo.Reports;

/// <summary>Differences in what is behind, in the picture of the sound, and in logos.</summary>
internal static class PictureReport
{
    public static void Add(ReportLines lines, Project before, Project after)
    {
        AddBackground(lines, before, after);
        AddScene(lines, before, after);
        AddVisual(lines, before, after);
        AddProgress(lines, before, after);
        AddLogos(lines, before, after);
    }

    private static void AddBackground(ReportLines lines, Project before, Project after)
    {
        var (old, now) = (before.Background, after.Background);
        if ((old.Kind, old.Color, old.SecondColor, old.Asset?.Id) != (now.Kind, now.Color, now.SecondColor, now.Asset?.Id) && now.Kind != BackgroundKind.Video
            && !(before.Clips.Count == 0 && now.Kind == BackgroundKind.Cover && (IsUsualVisual(after) || after.Slides.Count > 0)))
        {
            if (now.Kind == BackgroundKind.Image)
            {
                lines.Add("background.image", now.Asset?.Name ?? "");
            }
            else if (Descriptions.IsUsual(now))
            {
                lines.Add("background.removed");
            }
            else
            {
                lines.Add("background.set", Descriptions.Of(now, lines.Phrases));
            }
        }

        // A plain color is not fitted.
        if (old.Fit != now.Fit && !(now.Fit == PictureFit.Auto && now.Kind is BackgroundKind.Color or BackgroundKind.Gradient))
        {
            lines.Add("picture.fit", now.Fit);
        }

        AddSide(lines, before, after);
        if (old.Focus != now.Focus)
        {
            lines.Add("picture.focus", now.Focus);
        }

        LookReport.Add(lines, old.Look, now.Look);
        // Pictures move in turn: another one in front changes no motion.
        var moved = after.Slides.FirstOrDefault(s => before.Slides.FirstOrDefault(b => b.Asset.Id == s.Asset.Id) is { } same && same.Motion != s.Motion);
        if (old.Motion != now.Motion || moved is not null)
        {
            lines.Add("picture.motion", old.Motion != now.Motion ? now.Motion : moved!.Motion);
        }
    }

    /// <summary>A side that was asked for; where it is not kept, the reason is told with it or with the new shape.</summary>
    private static void AddSide(ReportLines lines, Project before, Project after)
    {
        var (old, now) = (before.Background.Side, after.Background.Side);
        var (had, has) = (CardSide.HasRoom(before.Canvas), CardSide.HasRoom(after.Canvas));
        if (now == HorizontalPlace.Middle ? old == now : old == now && had == has)
        {
            return;
        }

        lines.Add(now == HorizontalPlace.Middle ? "picture.centered" : !has ? "picture.narrow" : after.Titles.Count > 0 ? "picture.beside" : "picture.side", now);
    }

    private static bool IsUsualVisual(Project project) => project.Visual == new Project().Visual;

    private static void AddScene(ReportLines lines, Project before, Project after)
    {
        if (before.Scene == after.Scene)
        {
            return;
        }

        if (after.Scene is not { } scene)
        {
            lines.Add("scene.removed");
        }
        else if (scene.Mood is { } mood)
        {
            lines.Add("scene.mood", scene.Style, mood);
        }
        else
        {
            lines.Add("scene.set", scene.Style);
        }
    }

    private static void AddVisual(ReportLines lines, Project before, Project after)
    {
        var (old, now) = (before.Visual, after.Visual);
        if ((old.Style, old.Color, old.Place) != (now.Style, now.Color, now.Place))
        {
            AddStyle(lines, before, after);
        }

        if (old.Size != now.Size)
        {
            lines.Add("visual.size", now.Size);
        }

        if ((old.Start, old.End) != (now.Start, now.End) && now.Style != VisualStyle.None && before.Duration == after.Duration)
        {
            lines.Add("visual.time", TimeOf(now, lines.Phrases));
        }

        if (old.IsWide != now.IsWide)
        {
            lines.Add(now.IsWide ? now.Style == VisualStyle.Circle ? "visual.wide-ring" : "visual.wide" : "visual.narrow");
        }

        if (old.Calm != now.Calm)
        {
            lines.Add(now.Calm == 1 ? "visual.usual-moves" : now.Calm > old.Calm ? "visual.calmer" : "visual.livelier");
        }

        if (old.BarWidth != now.BarWidth)
        {
            lines.Add("visual.bar-width", now.BarWidth);
        }

        if (old.Glow != now.Glow)
        {
            lines.Add(now.Glow ? "visual.glow" : "visual.noglow");
        }
    }

    private static void AddStyle(ReportLines lines, Project before, Project after)
    {
        var now = after.Visual;
        if (now.Style != VisualStyle.None && now.Color == ColorChoice.Auto)
        {
            lines.Add("visual.auto", now.Style, now.ShownPlace);
        }
        else if (now.Style != VisualStyle.None)
        {
            lines.Add("visual.set", now.Style, lines.Phrases.Color(now.Color), now.ShownPlace);
        }
        else if (after.Background.Kind == before.Background.Kind && after.Scene == before.Scene && before.Clips.Count > 0)
        {
            // A video or a scene in place of the waveform is reported separately.
            lines.Add("visual.removed");
        }
    }

    private static string TimeOf(Visual visual, Phrases phrases) => visual.End is { } end ? phrases.Say("look.time", visual.Start, end)
        : visual.Start > TimeSpan.Zero ? phrases.Say("look.from", visual.Start)
        : phrases.Say("look.whole");

    private static void AddProgress(ReportLines lines, Project before, Project after)
    {
        if (after.ProgressBar && after.ProgressColor != ColorChoice.Auto && (before.ProgressBar, before.ProgressColor) != (after.ProgressBar, after.ProgressColor))
        {
            lines.Add("progress.color", lines.Phrases.Color(after.ProgressColor));
        }
        else if (before.ProgressBar != after.ProgressBar)
        {
            lines.Add(after.ProgressBar ? "progress.on" : "progress.off");
        }
    }

    private static void AddLogos(ReportLines lines, Project before, Project after)
    {
        foreach (var logo in after.Overlays)
        {
            if (before.Overlays.FirstOrDefault(o => o.Asset.Id == logo.Asset.Id) is not { } old)
            {
                lines.Add("logo.added", logo.Asset.Facts.HasCover ? lines.Phrases.Say("logo.cover") : logo.Asset.Name, logo.Corner);
                old = PlaceFile.AsLogo(logo.Asset, logo.Corner);
            }

            if ((old.Corner, old.Size) != (logo.Corner, logo.Size))
            {
                lines.Add("logo.set", logo.Corner, logo.Size);
            }

            if (old.Margin != logo.Margin)
            {
                lines.Add("logo.margin", logo.Margin);
            }

            if ((old.Start, old.End) != (logo.Start, logo.End))
            {
                var times = (logo.Start, logo.End) switch
                {
                    ({ Ticks: 0 }, null) => "logo.whole",
                    (_, null) => "logo.from",
                    _ => "logo.times",
                };
                lines.Add(times, logo.Start, logo.End ?? after.Duration);
            }

            if (old.Opacity != logo.Opacity)
            {
                lines.Add("logo.opacity", logo.Opacity);
            }
        }

        if (before.Overlays.Count > 0 && after.Overlays.Count == 0)
        {
            lines.Add("logo.removed");
        }
    }
}
