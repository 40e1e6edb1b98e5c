using NemoBot.Core.Media;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Puts a file into the project.</summary>
/// <param name="File">Its name or id.</param>
/// <param name="As">What it is used for.</param>
internal sealed record PlaceFile(string File, FileRole As) : Edit
{
    /// <summary>Volume of background music when none is named.</summary>
    public const double QuietMusic = 0.2;

    private const double LogoSize = 0.16;
    private const double LeastLogo = 0.03;
    private const double MostLogo = 0.6;
    private const double LogoMargin = 0.04;

    /// <summary>Volume of music, 0 to 1.</summary>
    public double? Volume { get; init; }

    /// <summary>How long an intro or outro plays; null: as long as usual.</summary>
    public TimeSpan? Length { get; init; }

    /// <summary>Where a logo is placed.</summary>
    public Corner? Corner { get; init; }

    /// <summary>The longer side of a logo as a part of the frame's shorter side.</summary>
    public double? Size { get; init; }

    /// <summary>Nobody said what the file is for: the answer says what was assumed.</summary>
    public bool IsGuess { get; init; }

    public override string Tool => As switch
    {
        FileRole.Main => "create_timeline",
        FileRole.Append or FileRole.Intro or FileRole.Outro => "append_clip",
        FileRole.Voice => "merge_audio_video",
        FileRole.Music => "add_bgm",
        FileRole.Background => "set_background",
        FileRole.Slide => "add_slide",
        FileRole.Logo => "add_overlay",
        _ => "add_captions",
    };

    public override async Task<Project> ApplyAsync(EditContext context, CancellationToken cancellationToken)
    {
        if (context.Find(File) is not { } file)
        {
            context.Note("file.unknown", File);
            return context.Project;
        }

        if (As == FileRole.Captions)
        {
            return await new AddCaptions(CaptionSource.File) { File = file.Id }.ApplyAsync(context, cancellationToken);
        }

        var fits = As switch
        {
            FileRole.Logo when file.Facts.HasCover => true,
            FileRole.Logo or FileRole.Slide => file.Facts.HasVideo || file.Facts.Kind == MediaKind.Image,
            FileRole.Background => file.Facts.HasVideo || file.Facts.Kind == MediaKind.Image || file.Facts.HasCover,
            FileRole.Voice or FileRole.Music => file.Facts.HasAudio,
            FileRole.Intro or FileRole.Outro => file.Facts.HasAudio && Intros.Fit(context.Project),
            _ => file.Facts.Kind is MediaKind.Audio or MediaKind.Video,
        };
        if (fits)
        {
            Explain(context, file);
            var placed = Place(context, file);
            var average = file.Facts.AverageFrameRate > 0 ? file.Facts.AverageFrameRate : file.Facts.FrameRate;
            if (context.Project.Clips.Count == 0 && placed.Clips.Count > 0 && file.Facts.HasVideo && Math.Abs(placed.Canvas.FrameRate - average) > 0.05)
            {
                context.Note("canvas.even", file.Name, EvenText(average), EvenText(placed.Canvas.FrameRate));
            }

            return placed;
        }

        context.Note(As is FileRole.Intro or FileRole.Outro && file.Facts.HasAudio ? "cannot.MusicIntro" : "file.unfit", file.Name);
        return context.Project;
    }

    private static string EvenText(double rate) => rate.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);

    private void Explain(EditContext context, Asset file)
    {
        if (file.Facts.PromisedDuration > TimeSpan.Zero)
        {
            context.Note("file.breaks-off", file.Name, file.Facts.Duration, file.Facts.PromisedDuration);
        }
        else if (file.Facts.LacksEnd)
        {
            context.Note("file.lacks-end", file.Name, file.Facts.Duration);
        }

        if (IsGuess && As is FileRole.Music or FileRole.Logo)
        {
            context.Note(As == FileRole.Music ? "music.guessed" : "file.logo", file.Name);
        }
    }

    /// <summary>A picture as a logo, of the usual size unless another is said.</summary>
    public static Overlay AsLogo(Asset file, Corner corner, double? size = null) =>
        new(file, corner, size is { } said ? Math.Clamp(said, LeastLogo, MostLogo) : LogoSize, LogoMargin);

    private Project Place(EditContext context, Asset file) => As switch
    {
        FileRole.Main => MainMaterial.Replace(context.Project, file),
        FileRole.Append => MainMaterial.Append(context.Project, file),
        FileRole.Intro => Intros.PutBefore(context.Project, file, Length),
        FileRole.Outro => Intros.PutAfter(context.Project, file, Length),
        FileRole.Voice => MainMaterial.SetVoice(context, file),
        FileRole.Music => context.Project with { Music = [.. context.Project.Music, new Music(file, Math.Clamp(Volume ?? (context.Project.Clips.Count == 0 ? 1 : QuietMusic), 0, 1))] },
        FileRole.Background => Backgrounds.Use(context.Project, file),
        FileRole.Slide => context.Project with
        {
            Slides = [.. context.Project.Slides, new Slide(file, TimeSpan.Zero, TimeSpan.Zero) { Motion = Motion.ZoomIn }],
            SlideTiming = context.Project.SlideTiming ?? SlideTiming.Even,
        },
        _ => context.Project with { Overlays = [.. context.Project.Overlays, AsLogo(file, Corner ?? Projects.Corner.TopRight, Size)] },
    };
}
