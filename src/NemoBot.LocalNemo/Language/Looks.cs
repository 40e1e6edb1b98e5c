using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language;

/// <summary>Colours that can be seen, and words for how things look.</summary>
internal static class Looks
{
    private const double Bright = 0.6;

    /// <summary>White, or nearly black on a bright colour.</summary>
    public static string TextOn(Background background) =>
        background.Kind == BackgroundKind.Color && Luminance(background.Color) > Bright ? "#111827" : "#ffffff";

    /// <summary>A title's look in words.</summary>
    public static string Describe(Title title, Speech speech)
    {
        var parts = new List<string>
        {
            speech.Say("look.color", speech.Color(title.Color)),
            speech.Say("look.place", title.Place),
            speech.Say("look.size", title.Size),
            title.End is { } end ? speech.Say("look.time", title.Start, end)
                : title.Start > TimeSpan.Zero ? speech.Say("look.from", title.Start)
                : speech.Say("look.whole"),
        };
        if (title.FadeIn > TimeSpan.Zero)
        {
            parts.Add(speech.Say("look.fadein", title.FadeIn));
        }

        if (title.FadeOut > TimeSpan.Zero)
        {
            parts.Add(speech.Say("look.fadeout", title.FadeOut));
        }

        return speech.List(parts);
    }

    /// <summary>A background in words.</summary>
    public static string Describe(Background background, Speech speech) => background.Kind switch
    {
        BackgroundKind.Color => speech.Say("ground.color", speech.Color(background.Color)),
        BackgroundKind.Gradient when background == new Project().Background => speech.Say("ground.plain"),
        BackgroundKind.Gradient => speech.Say("ground.gradient", speech.Color(background.Color), speech.Color(background.SecondColor ?? background.Color)),
        BackgroundKind.Image => speech.Say("ground.image", background.Asset?.Name ?? ""),
        BackgroundKind.Cover => speech.Say("ground.cover"),
        _ => speech.Say("ground.video"),
    };

    private static double Luminance(string hex)
    {
        double Part(int at) => Convert.ToInt32(hex.Substring(at, 2), 16) / 255.0;
        return (0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5));
    }
}
