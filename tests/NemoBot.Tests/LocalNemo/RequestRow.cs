using NemoBot.Core.Media;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Projects;
using NemoBot.Tests.Packaging;

namespace NemoBot.Tests.LocalNemo;

/// <summary>
/// A row of the table of requests: kind, situation, request, the edits it must give, and what was asked before. The situation names
/// the session's files; "+new" has no project yet, "+sent" has just got the last file, and other marks add parts to the project.
/// </summary>
internal sealed record RequestRow(string Kind, string Marks, string Request, string Expected, string Before)
{
    private static readonly TimeSpan SlideLength = TimeSpan.FromSeconds(12);

    /// <summary>The whole table.</summary>
    public static IReadOnlyList<RequestRow> All { get; } =
    [
        .. File.ReadLines(Repository.At("tests/NemoBot.Tests/Fixtures/Requests/requests.tsv"))
            .Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')).Select(f => new RequestRow(f[0], f[1], f[2].Replace("\\n", "\n", StringComparison.Ordinal), f[3], f.ElementAtOrDefault(4) ?? "")),
    ];

    /// <summary>The request is in Chinese.</summary>
    public bool IsChinese => Request.Any(c => c is >= '\u4E00' and <= '\u9FFF');

    /// <summary>What is known when the request is read.</summary>
    public Situation Situation()
    {
        List<Asset> files = [.. Marks.Split(' ').Where(m => m[0] != '+').Select(FileOf)];
        return new Situation
        {
            Text = Request,
            Files = files,
            Seen = Has("new") ? 0 : Has("sent") ? files.Count - 1 : files.Count,
            Project = Has("new") ? null : ProjectOf(files),
            Focus = Enum.GetValues<Subject>().FirstOrDefault(s => Has("focus" + s)),
            LastEdits = EditJson.Read(Before),
        };
    }

    private static Asset FileOf(string name) => Facts.File(name, Path.GetExtension(name) switch
    {
        ".mp3" => Facts.Audio(name.StartsWith("song", StringComparison.Ordinal) ? 90 : 60, cover: name.Contains("cover", StringComparison.Ordinal)) with
        {
            Title = name.Contains("tagged", StringComparison.Ordinal) ? "Neon Rain" : null,
            Artist = name.Contains("tagged", StringComparison.Ordinal) ? "Mara" : null,
        },
        ".mp4" => Facts.Video(20),
        _ => Facts.Image(),
    });

    private static Title TitleOf(string text, double start, VerticalPlace place) =>
        new(text, TimeSpan.FromSeconds(start), null, "#ffffff", 0.1, place, TimeSpan.Zero, TimeSpan.Zero);

    private bool Has(string mark) => Marks.Split(' ').Contains("+" + mark);

    private Project ProjectOf(List<Asset> files)
    {
        var main = Has("clips") ? files.Where(f => f.Facts.Kind != MediaKind.Image) : files.Take(1);
        var project = new Project { Clips = [.. main.Select(f => new Clip(f, TimeSpan.Zero, f.Facts.Duration))] };
        if (files[0].Facts.HasVideo)
        {
            project = project with { Background = project.Background with { Kind = BackgroundKind.Video }, Visual = project.Visual with { Style = VisualStyle.None } };
        }

        List<Title> titles = [];
        titles.AddRange(Has("title") ? [TitleOf("Morning Show", 0, VerticalPlace.Middle)] : []);
        titles.AddRange(Has("tags") ? [TitleOf("Neon Rain", 0, VerticalPlace.Middle) with { Role = TitleRole.Title }, TitleOf("Mara", 0, VerticalPlace.Bottom) with { Role = TitleRole.Artist }] : []);
        titles.AddRange(Has("two") ? [TitleOf("Part Two", 5, VerticalPlace.Bottom)] : []);
        return WithPictures(project with { Titles = titles, Captions = Has("captions") ? Lines() : null }, files) with
        {
            Music = Has("music") ? [new Music(files.First(f => f.Name.StartsWith("song", StringComparison.Ordinal)), 0.2)] : [],
        };
    }

    private static Captions Lines() => new(
    [
        new CaptionLine(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3), "hello from Nemo"), new CaptionLine(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(6), "second line"),
    ]);

    private Project WithPictures(Project project, List<Asset> files)
    {
        var pictures = files.Where(f => f.Facts.Kind == MediaKind.Image).ToList();
        return project with
        {
            Background = (Has("image") ? project.Background with { Kind = BackgroundKind.Image, Asset = pictures[0] } : project.Background) with
            {
                Side = Has("left") ? HorizontalPlace.Left : HorizontalPlace.Middle,
                Fit = Has("cropped") ? PictureFit.Crop : PictureFit.Auto,
            },
            Overlays = Has("logo") ? [new Overlay(pictures[0], Corner.TopRight, 0.16, 0.04)] : [],
            SlideTiming = Has("slides") ? SlideTiming.Even : null,
            Slides = Has("slides") ? [.. pictures.Select((p, i) => new Slide(p, SlideLength * i, SlideLength) { Motion = Motion.ZoomIn })] : [],
        };
    }
}
