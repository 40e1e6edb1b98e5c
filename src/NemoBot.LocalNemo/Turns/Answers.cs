using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Backgrounds;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Rendering.Sizing;
using NemoBot.LocalNemo.Reports;
using NemoBot.LocalNemo.Sound.Mixing;
using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo.Turns;

/// <summary>Answers questions about a project from its facts.</summary>
internal sealed class Answers(Project project, SessionRecord session, IReadOnlyList<Asset> files, Func<string, Project?> read, Phrases phrases)
{
    private const int MostLines = 60;

    /// <summary>The answer to a question.</summary>
    public string To(Question question) => question switch
    {
        Question.Changes => Changes(),
        Question.Length => phrases.Say("answer.length", project.Duration),
        Question.Speed => phrases.Say("answer.speed", phrases.List(project.Clips.Select(c => Phrases.Number(c.Speed)).DefaultIfEmpty("1").Distinct()), project.Duration),
        Question.Format => phrases.Say(
            "answer.format", project.Canvas.Width, project.Canvas.Height, Phrases.Number(project.Canvas.FrameRate), project.Output.Format),
        Question.Titles => Titles(),
        Question.Visual => Visual(),
        Question.Background => phrases.Say("background.set", Descriptions.Of(project.Background, phrases)),
        Question.Music => Music(),
        Question.Dark => Dark(),
        Question.Cropped => phrases.Say(CropLoss.IsAcross(Shown) ? "answer.cut-across" : CropLoss.IsUpright(Shown) ? "answer.cut-upright" : "answer.cut-none"),
        Question.Loudness => Loudness(),
        Question.Transcript => Transcript(),
        Question.Versions => phrases.Say("answer.versions", SessionHistory.Count(session), session.Version),
        Question.Size when project.Output.MaxBytes is { } most => phrases.Say("size.set", SizeText.Of(most)),
        Question.Size => phrases.Say("answer.size", project.Duration, project.Canvas.Width, project.Canvas.Height),
        Question.Download => phrases.Say("answer.download"),
        Question.Platforms => phrases.Join([phrases.Say("answer.platforms"), phrases.Say("answer.platforms-now", project.Canvas.Width, project.Canvas.Height)]),
        Question.Files => Files(),
        Question.Contents => Contents(),
        Question.Abilities => phrases.Say("can"),
        _ => Anytime(question, phrases) ?? phrases.Say("can"),
    };

    /// <summary>The answer to a question that needs no project; null if it is about one.</summary>
    public static string? Anytime(Question question, Phrases phrases) => question switch
    {
        Question.Cost => phrases.Say("answer.cost"),
        Question.Privacy => phrases.Say("answer.privacy"),
        Question.Limits => phrases.Say("answer.limits"),
        Question.Wait => phrases.Say("answer.wait"),
        Question.Kinds => phrases.Say("answer.kinds"),
        Question.Platforms => phrases.Say("answer.platforms"),
        Question.Abilities => phrases.Join([phrases.Say("hello"), phrases.Say("can")]),
        _ => null,
    };

    /// <summary>How two versions differ.</summary>
    public string To(CompareVersions asked)
    {
        var to = asked.To ?? session.Version;
        if (((int[])[asked.From, to]).Where(v => !SessionHistory.IsKept(session, v)).Cast<int?>().FirstOrDefault() is { } missing)
        {
            return missing < session.FirstVersion && missing > 0
                ? phrases.Say("version.gone", missing)
                : phrases.Say("version.none", missing, SessionHistory.Count(session));
        }

        return Draft(asked.From) is { } before && Draft(to) is { } after && ProjectReport.Describe(before, after, phrases) is { Count: > 0 } lines
            ? phrases.Say("answer.compared", asked.From, to, phrases.Join(lines)) : phrases.Say("answer.compared-same", asked.From, to);
    }

    private Project Shown => TurnedPictures.Apply(project);

    private Project? Draft(int version) => read(session.Versions[version - session.FirstVersion]);

    private string Changes()
    {
        // The version before may differ in nothing that is seen: it only came as another file.
        for (var i = session.Past.Count - 1; i >= 0 && SessionHistory.IsKept(session, session.Past[i]); i--)
        {
            if (Draft(session.Past[i]) is { } old && ProjectReport.Describe(old, project, phrases) is { Count: > 0 } lines)
            {
                return phrases.Say("answer.changes", phrases.Join(lines));
            }
        }

        return phrases.Say("answer.no-changes");
    }

    private string Titles() => project.Titles.Count == 0 ? phrases.Say("answer.no-titles")
        : phrases.Say("answer.titles", phrases.List(project.Titles.Select(Described)));

    private string Described(Title title)
    {
        var (text, look) = (phrases.Say("quoted", title.Text), Descriptions.Of(title, project, phrases));
        return phrases.Chinese ? $"{text}（{look}）" : $"{text} ({look})";
    }

    private string Visual() => project.Scene is { } scene ? phrases.Say("scene.set", scene.Style)
        : project.Visual.Style == VisualStyle.None ? phrases.Say("answer.no-visual")
        : phrases.Say("answer.visual", project.Visual.Style, project.Visual.ShownPlace);

    private string Music() => project.Music.Count == 0 ? phrases.Say("music.none")
        : phrases.Join(project.Music.Select(m => phrases.Say("answer.music", m.Asset.Name, m.Volume)));

    private string Dark()
    {
        if (project.FadeIn > TimeSpan.FromSeconds(3))
        {
            return phrases.Say("answer.dark-fade", project.FadeIn);
        }

        var ground = project.Background;
        return ground.Kind switch
        {
            _ when project.Slides.Count > 0 => phrases.Say("answer.dark-picture"),
            BackgroundKind.Gradient when Descriptions.IsUsual(ground) => phrases.Say("answer.dark-gradient"),
            BackgroundKind.Color or BackgroundKind.Gradient when Contrast.IsBright(ground.Color) => phrases.Say("answer.bright", Descriptions.Of(ground, phrases)),
            BackgroundKind.Color or BackgroundKind.Gradient => phrases.Say("answer.dark-color", Descriptions.Of(ground, phrases)),
            _ => phrases.Say("answer.dark-picture"),
        };
    }

    private string Loudness() => project.Mix switch
    {
        _ when project is { Clips.Count: 0, Music.Count: 0, Voice: null } => phrases.Say("answer.no-sound"),
        _ when project.Volume == 0 => phrases.Say("answer.muted"),
        { Normalize: false } => phrases.Say("answer.loud-plain", project.Volume),
        { Loudness: { } target } => phrases.Say("answer.loud", project.Volume, Phrases.Number(target)),
        _ => phrases.Say("answer.loud-usual", project.Volume, Phrases.Number(LoudnessTargets.Speech), Phrases.Number(LoudnessTargets.Music)),
    };

    private string Transcript()
    {
        if (project.Captions is not { Lines.Count: > 0 } captions)
        {
            return phrases.Say("answer.transcript-none");
        }

        var lines = captions.Lines.Take(MostLines).Select((l, i) => $"{i + 1}. {l.Text.ReplaceLineEndings(" ")}").ToList();
        if (captions.Lines.Count > MostLines)
        {
            lines.Add(phrases.Say("answer.more", captions.Lines.Count - MostLines));
        }

        return string.Join("\n", lines);
    }

    private string Files()
    {
        var used = FileUse.Of(project);
        var unused = files.Where(f => !used.Contains(f.Id)).Select(f => f.Name).ToList();
        var lines = new List<string> { phrases.Say("answer.files", phrases.List(files.Where(f => used.Contains(f.Id)).Select(f => f.Name))) };
        if (unused.Count > 0)
        {
            lines.Add(phrases.Say("answer.files-unused", phrases.List(unused)));
        }

        return phrases.Join(lines);
    }

    private string Contents()
    {
        List<string> lines =
        [
            phrases.Say("answer.length", project.Duration),
            phrases.Say("canvas.set", project.Canvas.Width, project.Canvas.Height, Phrases.Number(project.Canvas.FrameRate)),
            project.Slides.Count > 0 ? phrases.Say("slides.set", project.Slides.DistinctBy(s => s.Asset.Id).Count())
                : phrases.Say("background.set", Descriptions.Of(project.Background, phrases)),
            Visual(),
            .. project.ProgressBar ? [phrases.Say("progress.on")] : Array.Empty<string>(),
            .. project.Overlays.Select(o => phrases.Say("logo.set", o.Corner, o.Size)),
        ];
        if (project.Clips.Count > 1)
        {
            lines.Add(phrases.Say("clips.order", phrases.List(project.Clips.Select(c => c.Asset.Name))));
        }

        AddPictures(lines);
        if (project.Titles.Count > 0)
        {
            lines.Add(phrases.Say("answer.titles", phrases.ListQuoted(project.Titles.Select(t => t.Text))));
        }

        if (project.Captions is { } captions)
        {
            lines.Add(phrases.Say("answer.captions", captions.Lines.Count));
        }

        if (project.Music.Count > 0)
        {
            lines.Add(Music());
        }

        return phrases.Join(lines);
    }

    private void AddPictures(List<string> lines)
    {
        if (project.Slides.Count > 0)
        {
            lines.Add(phrases.Say("slides.order", phrases.List(Items.Pictures(project).Select(s => s.Asset.Name))));
        }

        lines.AddRange(project.Overlays.Select(o => phrases.Say("logo.set", o.Corner, o.Size)));
        if (project.ProgressBar)
        {
            lines.Add(phrases.Say("progress.on"));
        }
    }
}
