using System.Globalization;
using NemoBot.LocalNemo.Colors;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.Tests.LocalNemo;

/// <summary>A project on one line, for tables.</summary>
internal static class ProjectText
{
    public static string Of(Project project)
    {
        var parts = new List<string>
        {
            $"{project.Canvas.Width}x{project.Canvas.Height}@{project.Canvas.FrameRate}",
            $"{project.Visual.Style} {Palette.NameOf(project.Visual.Color)} {project.Visual.Place}",
            Of(project.Background),
        };
        parts.AddRange(project.Clips.Select(c => $"{c.Asset.Name} {S(c.From)}+{S(c.Length)}"));
        if (project.Voice is { } voice)
        {
            parts.Add($"voice {voice.Asset.Name} {S(voice.From)}+{S(voice.Length)}");
        }

        parts.AddRange(project.Music.Select(m => $"music {m.Asset.Name} {N(m.Volume)}"));
        parts.AddRange(project.Titles.Select(Of));
        parts.Add($"volume {N(project.Volume)}");
        parts.Add($"fades {S(project.FadeIn)} {S(project.FadeOut)}");
        if (project.Scene is { } scene)
        {
            parts.Add($"scene {scene.Style}");
        }

        return string.Join(" | ", parts);
    }

    private static string Of(Background ground) => ground.Kind switch
    {
        BackgroundKind.Color => $"Color {Palette.NameOf(ground.Color)}",
        BackgroundKind.Gradient => $"Gradient {Palette.NameOf(ground.Color)}>{Palette.NameOf(ground.SecondColor ?? "")}",
        _ => $"{ground.Kind} {ground.Asset?.Name}".TrimEnd(),
    };

    private static string Of(Title title) =>
        $"'{title.Text}' {Palette.NameOf(title.Color)} {N(title.Size)} {title.Place}{(title.Side == HorizontalPlace.Middle ? "" : $" {title.Side}")} {S(title.Start)}-{(title.End is { } end ? S(end) : "")} in{S(title.FadeIn)} out{S(title.FadeOut)}";

    private static string S(TimeSpan time) => N(time.TotalSeconds);

    private static string N(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
