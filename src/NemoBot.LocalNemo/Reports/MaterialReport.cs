using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Reports;

/// <summary>Differences in the clips, the slides and what comes out.</summary>
internal static class MaterialReport
{
    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(0.5);

    public static void Add(ReportLines lines, Project before, Project after)
    {
        if (before.Clips.Count == 0 && before.Slides.Count == 0)
        {
            AddMade(lines, after);
        }
        else
        {
            AddClips(lines, before, after);
        }

        AddVoice(lines, before, after);
        AddSlides(lines, before, after);
        if (before.Canvas != after.Canvas && !(before.Clips.Count == 0 && after.Clips.Count > 0 && after.Clips[0].Asset.Facts.HasVideo && IsUsualShape(after.Canvas)))
        {
            lines.Add("canvas.set", after.Canvas.Width, after.Canvas.Height, Phrases.Number(after.Canvas.FrameRate));
        }

        if ((before.Output.Format != after.Output.Format || before.Output.Again < after.Output.Again) && (!OutputFormats.IsCaptionFile(before.Output.Format) || OutputFormats.IsCaptionFile(after.Output.Format)))
        {
            lines.Add(OutputFormats.IsCaptionFile(after.Output.Format) ? "output.captions" : "output.set", after.Output.Format);
            if (after.Output.Format == OutputFormat.Gif)
            {
                lines.Add(after.Duration > OutputFormats.LongestGif ? "output.gif-cut" : "output.gif", OutputFormats.LongestGif);
            }
        }

        // "just the audio": the kind of file says already that it is the only one.
        if (after.Output.Others.Count > 0 || after.Output.Format == before.Output.Format)
        {
            AddFormats(lines, OutputVariant.NamesOf(before), OutputVariant.NamesOf(after), after);
        }

        if (before.Output.Title != after.Output.Title && after.Output.Title is { } title)
        {
            lines.Add("output.tags", title);
        }
    }

    private static void AddFormats(ReportLines lines, IReadOnlyList<string> before, IReadOnlyList<string> now, Project after)
    {
        if (before.SequenceEqual(now))
        {
            return;
        }

        if (now.Count == 0)
        {
            if (before.Skip(1).All(n => OutputVariant.Read(n)?.Part is not null))
            {
                return;
            }

            lines.Add("output.one", new OutputVariant(after.Canvas.Width / (double)after.Canvas.Height, null).Name);
            return;
        }

        var onlyParts = after.Output.Others.All(o => o.Part is not null);
        lines.Add(onlyParts ? "output.parts" : "output.formats", lines.Phrases.List(onlyParts ? now.Skip(1) : now));
        if (now.Contains(nameof(OutputFormat.Gif).ToUpperInvariant()) && after.Output.Format != OutputFormat.Gif)
        {
            lines.Add(after.Duration > OutputFormats.LongestGif ? "output.gif-cut" : "output.gif", OutputFormats.LongestGif);
        }
    }

    private static bool IsUsualShape(Canvas canvas) => (canvas.Width, canvas.Height) == (1920, 1080);

    private static void AddMade(ReportLines lines, Project after)
    {
        if (after.Clips.Count > 0 && OutputFormats.IsSound(after.Output.Format))
        {
            lines.Add("made.sound", lines.Phrases.List(Names(after.Clips)), after.Duration);
        }
        else if (after.Clips.Count > 0)
        {
            lines.Add("made", lines.Phrases.List(Names(after.Clips)), after.Duration);
            var usual = new Project();
            if (after.Visual == usual.Visual && after.Scene is null && after.Slides.Count == 0
                && (Descriptions.IsUsual(after.Background) || after.Background.Kind == BackgroundKind.Cover))
            {
                lines.Add("made.look", after.Visual.Style, Descriptions.Of(after.Background, lines.Phrases));
            }

            if (after.Clips[0].Reversed)
            {
                lines.Add("reverse.on");
            }

            SpeedReport.Add(lines, after);
        }
        else if (after.Slides.Count > 0)
        {
            lines.Add("made.slides", after.Slides.DistinctBy(s => s.Asset.Id).Count(), after.Duration);
        }
    }

    private static IEnumerable<string> Names(IEnumerable<Clip> clips) => clips.Select(c => c.Asset).DistinctBy(a => a.Id).Select(a => a.Name);

    private static void AddClips(ReportLines lines, Project before, Project after)
    {
        var (old, now) = (before.Clips.Select(c => c.Asset.Id).Distinct().ToList(), after.Clips.Select(c => c.Asset.Id).Distinct().ToList());
        var added = after.Clips.Where(c => !old.Contains(c.Asset.Id)).ToList();
        var removed = before.Clips.Where(c => !now.Contains(c.Asset.Id) && after.Voice?.Asset.Id != c.Asset.Id).ToList();
        if (added.Count > 0 && removed.Count > 0)
        {
            lines.Add("clips.replaced", lines.Phrases.List(Names(added)), lines.Phrases.List(Names(removed)), after.Duration);
        }
        else if (added.Count > 0 && before.Clips.Count > 0 && after.Voice?.Asset.Id == before.Voice?.Asset.Id)
        {
            lines.Add(KeyOf(added, after), lines.Phrases.List(Names(added)), after.Duration);
        }
        else if (added.Count > 0)
        {
            lines.Add("made", lines.Phrases.List(Names(added)), after.Duration);
        }
        else if (removed.Count > 0)
        {
            lines.Add("clips.removed", lines.Phrases.List(Names(removed)), after.Duration);
        }
        else if (!Pieces(before).SequenceEqual(Pieces(after)))
        {
            CutReport.Add(lines, before, after);
        }
    }

    private static string KeyOf(List<Clip> added, Project after) => !added.Contains(after.Clips[^1]) ? "clips.first"
        : added.Contains(after.Clips[0]) ? "clips.around"
        : "clips.added";

    /// <summary>The clips, whatever the volumes of their parts.</summary>
    private static IEnumerable<Clip> Pieces(Project project) => project.Clips.Select(c => c with { Changes = [] });

    private static void AddVoice(ReportLines lines, Project before, Project after)
    {
        var wasOwn = (before.Voice is null && after.Voice is { } split && after.Clips.Any(c => c.Asset.Id == split.Asset.Id))
            || (after.Voice is null && before.Voice is { } joined && after.Clips.Any(c => c.Asset.Id == joined.Asset.Id && !c.Asset.Facts.HasVideo));
        if (before.Voice?.Asset.Id != after.Voice?.Asset.Id && !wasOwn)
        {
            if (after.Voice is { } voice)
            {
                lines.Add("voice.set", voice.Asset.Name, after.Duration);
                if (voice.Asset.Facts.Duration > after.Duration + Noticeable && voice.Duration >= after.Duration - Noticeable)
                {
                    lines.Add("merged.longer", voice.Asset.Name, voice.Asset.Facts.Duration, after.Duration);
                }
            }
            else
            {
                lines.Add("voice.removed");
            }
        }

        AddVoiceStart(lines, before, after);
        if (before.VoiceDelay != after.VoiceDelay)
        {
            lines.Add(
                after.VoiceDelay == TimeSpan.Zero ? "voice.intime" : after.VoiceDelay > TimeSpan.Zero ? "voice.later" : "voice.earlier", after.VoiceDelay.Duration());
        }
    }

    /// <summary>The song begins elsewhere below a video that is as it was; a cut moves both and is told as a cut.</summary>
    private static void AddVoiceStart(ReportLines lines, Project before, Project after)
    {
        if (after.Voice is not { } voice || voice.From == (before.Voice?.From ?? TimeSpan.Zero)
            || (before.Voice is { } old && (old.Asset.Id != voice.Asset.Id || !before.Clips.SequenceEqual(after.Clips))))
        {
            return;
        }

        var end = voice.Duration + after.VoiceDelay;
        lines.Add(end < after.Duration - Noticeable ? "voice.from-ends" : "voice.from", voice.From, voice.Asset.Name, end);
    }

    private static void AddSlides(ReportLines lines, Project before, Project after)
    {
        var (old, now) = (before.Slides.DistinctBy(s => s.Asset.Id).ToList(), after.Slides.DistinctBy(s => s.Asset.Id).ToList());
        if (now.Count == 0)
        {
            if (old.Count > 0)
            {
                lines.Add("slides.removed");
            }

            return;
        }

        if (old.Count != now.Count)
        {
            lines.Add("slides.set", now.Count);
        }
        else if (!old.Select(s => s.Asset.Id).SequenceEqual(now.Select(s => s.Asset.Id)))
        {
            lines.Add("slides.order", lines.Phrases.List(now.Select(s => s.Asset.Name)));
        }

        var isUsual = before.SlideTiming is null && after.SlideTiming?.Pace == SlidePace.Even;
        var areAlikeAgain = old.Exists(s => s.OwnLength is not null) && now.TrueForAll(s => s.OwnLength is null);
        if (after.SlideTiming is { } timing && !isUsual && (before.SlideTiming != timing || areAlikeAgain))
        {
            AddTiming(lines, timing);
        }

        foreach (var slide in now.Where(s => s.OwnLength is { } own && old.Find(o => o.Asset.Id == s.Asset.Id)?.OwnLength != own))
        {
            lines.Add("slides.one", slide.Asset.Name, slide.Start, slide.Start + slide.Length);
        }

        var (fadedBefore, fadedNow) = (old.Select(s => s.Crossfade).DefaultIfEmpty().Max(), now.Max(s => s.Crossfade));
        if (fadedBefore != fadedNow)
        {
            lines.Add(fadedNow > TimeSpan.Zero ? "slides.crossfade" : "slides.hard", fadedNow);
        }
    }

    private static void AddTiming(ReportLines lines, SlideTiming timing)
    {
        switch (timing.Pace)
        {
            case SlidePace.Every:
                lines.Add("slides.every", timing.Length);
                break;
            case SlidePace.OnBeats:
                lines.Add("slides.beats", timing.Beats);
                break;
            default:
                lines.Add("slides.even");
                break;
        }
    }
}
