using System.Globalization;
using NemoBot.LocalNemo.Colors;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Drafts;

/// <summary>Writes what the whole picture looks like, into the first picture segment.</summary>
internal sealed class LookWriter(DraftJson json)
{
    public void Write(Project project)
    {
        WriteBackground(project.Background);
        WriteVisual(project.Visual);
        json.Flag(DraftKeys.ProgressBar, project.ProgressBar);
        json.Text(DraftKeys.ProgressColor, project.ProgressColor == ColorChoice.Auto ? null : Palette.NameOf(project.ProgressColor));
        if (project.Scene is { } scene)
        {
            json.Raw.WriteStartObject(DraftKeys.Scene);
            json.Word(DraftKeys.Style, scene.Style);
            json.Text(DraftKeys.Mood, scene.Mood);
            json.Raw.WriteEndObject();
        }

        json.Time(DraftKeys.FadeIn, project.FadeIn);
        json.Time(DraftKeys.FadeOut, project.FadeOut);
    }

    private void WriteBackground(Background background)
    {
        json.Raw.WriteStartObject(DraftKeys.Background);
        json.Word(DraftKeys.Kind, background.Kind);
        json.Text(DraftKeys.Color, Palette.NameOf(background.Color));
        json.Text(DraftKeys.SecondColor, background.SecondColor is { } second ? Palette.NameOf(second) : null);
        json.WordUnless(DraftKeys.Fit, background.Fit, PictureFit.Auto);
        json.WordUnless(DraftKeys.Motion, background.Motion, Motion.None);
        json.WordUnless(DraftKeys.Side, background.Side, HorizontalPlace.Middle);
        json.WordUnless(DraftKeys.Focus, background.Focus, CropFocus.Middle);
        WriteLook(background.Look);
        json.Raw.WriteEndObject();
    }

    private void WriteLook(PictureLook look)
    {
        json.Text(DraftKeys.Turns, look.Turns == 0 ? null : look.Turns.ToString(CultureInfo.InvariantCulture));
        json.Flag(DraftKeys.Mirrored, look.Mirrored);
        WritePart(DraftKeys.Brightness, look.Brightness);
        WritePart(DraftKeys.Contrast, look.Contrast);
        WritePart(DraftKeys.Saturation, look.Saturation);
        WritePart(DraftKeys.Warmth, look.Warmth);
    }

    private void WritePart(string key, double part) => json.Text(key, part == 1 ? null : DraftText.Percent(part));

    private void WriteVisual(Visual visual)
    {
        json.Raw.WriteStartObject(DraftKeys.Waveform);
        json.Word(DraftKeys.Style, visual.Style);
        json.Text(DraftKeys.Color, Palette.NameOf(visual.Color));
        json.Word(DraftKeys.Position, visual.Place);
        json.Text(DraftKeys.Size, visual.Size == 1 ? null : DraftText.Percent(visual.Size));
        json.Flag(DraftKeys.Glow, visual.Glow);
        WritePart(DraftKeys.Calm, visual.Calm);
        WritePart(DraftKeys.BarWidth, visual.BarWidth);
        json.Time(DraftKeys.Start, visual.Start);
        json.Time(DraftKeys.End, visual.End ?? TimeSpan.Zero);
        json.Flag(DraftKeys.FullWidth, visual.IsWide);
        json.Raw.WriteEndObject();
    }
}
