using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Adds captions from speech, a file or pasted text, in place of those that are there.</summary>
/// <param name="Source">Where they come from.</param>
internal sealed record AddCaptions(CaptionSource Source) : Edit
{
    /// <summary>The caption file's name or id.</summary>
    public string? File { get; init; }

    /// <summary>The pasted lines.</summary>
    public string? Text { get; init; }

    /// <summary>Spoken language in two letters; null: found by listening.</summary>
    public string? Language { get; init; }

    /// <summary>Their style.</summary>
    public CaptionStyle? Style { get; init; }

    public override string Tool => "add_captions";

    public override async Task<Project> ApplyAsync(EditContext context, CancellationToken cancellationToken)
    {
        var project = context.Project;
        if (context.Tools.Captions is not { } tools)
        {
            context.Note(Source == CaptionSource.Speech ? "captions.cannot" : "captions.file-cannot");
            return project;
        }

        if (project.Clips.Count == 0)
        {
            context.Note("captions.empty");
            return project;
        }

        var result = Source switch
        {
            CaptionSource.Speech => await ListenAsync(context, tools, cancellationToken),
            CaptionSource.Pasted => await tools.ReadTextAsync(Text ?? "", project.Duration, cancellationToken),
            _ => context.Find(File) is { } file ? await tools.ReadAsync(file, project.Duration, cancellationToken) : new CaptionResult([]) { Problem = new Note("file.unknown", [File ?? ""]) },
        };
        if (result.Problem is { } problem)
        {
            context.Note(problem.Key, [.. problem.Arguments]);
            return project;
        }

        if (result.Warning is { } warning)
        {
            context.Note(warning.Key, [.. warning.Arguments]);
        }

        var old = project.Captions;
        var style = Style ?? old?.Style ?? (project.Canvas.Height > project.Canvas.Width ? CaptionStyle.Big : CaptionStyle.Classic);
        return project with
        {
            Captions = (old ?? new Projects.Captions([])) with { Lines = result.Lines, Style = style, Language = result.Language, Source = Source },
        };
    }

    private async Task<CaptionResult> ListenAsync(EditContext context, ICaptionTools tools, CancellationToken cancellationToken)
    {
        var project = context.Project;
        var lines = new List<CaptionLine>();
        string? language = Language;
        Note? warning = null;
        IReadOnlyList<(Clip Clip, TimeSpan Start)> heard = project.Voice is { } voice
            ? [(voice, project.VoiceDelay)] : [.. project.Clips.Select((c, i) => (c, project.StartOf(i)))];
        foreach (var asset in heard.Select(h => h.Clip.Asset).Where(a => a.Facts.HasAudio).DistinctBy(a => a.Id))
        {
            var result = await tools.TranscribeAsync(asset, language, context.Tools.Progress, cancellationToken);
            if (result.Problem is not null)
            {
                return result;
            }

            language ??= result.Language;
            warning ??= result.Warning;
            lines.AddRange(heard.Where(h => h.Clip.Asset.Id == asset.Id && !h.Clip.Reversed).SelectMany(h => OnTimeline(result.Lines, h.Clip, h.Start)));
        }

        return lines.Count == 0
            ? new CaptionResult([]) { Problem = new Note("captions.NoSpeech", []) }
            : new CaptionResult([.. lines.OrderBy(l => l.Start)]) { Language = language, Warning = warning };
    }

    /// <summary>The lines of a file that a clip plays, moved to where it plays them.</summary>
    private static IEnumerable<CaptionLine> OnTimeline(IReadOnlyList<CaptionLine> lines, Clip clip, TimeSpan start)
    {
        TimeSpan At(TimeSpan time)
        {
            var played = (time - clip.From) / clip.Speed;
            var at = start + (played < TimeSpan.Zero ? TimeSpan.Zero : played > clip.Duration ? clip.Duration : played);
            return at < TimeSpan.Zero ? TimeSpan.Zero : at;
        }

        return lines.Select(l => l.Map(At).DropEmptyWords()).Where(l => l.End > l.Start);
    }
}
