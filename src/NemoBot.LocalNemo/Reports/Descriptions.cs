using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Reports;

/// <summary>Parts of a project in words.</summary>
internal static class Descriptions
{
    /// <summary>A title's look.</summary>
    public static string Of(Title title, Project project, Phrases phrases)
    {
        var parts = new List<string>
        {
            phrases.Say("look.color", phrases.Color(title.Color)),
            phrases.Say("look.place", title.Place),
            phrases.Say("look.size", title.Size),
            TitleTimes.IsAtEnds(project, title) ? phrases.Say("look.ends") : TimeOf(title, phrases),
        };
        if (title.Side != HorizontalPlace.Middle)
        {
            parts.Insert(2, phrases.Say("look.side", title.Side));
        }

        AddFades(title, phrases, parts);
        AddLetters(title, phrases, parts);
        if (title.Plate)
        {
            parts.Add(PlateOf(title, phrases));
        }

        if (title.Outline is { } outline)
        {
            parts.Add(OutlineOf(outline, phrases));
        }

        return phrases.List(parts);
    }

    /// <summary>What differs between two looks of a title.</summary>
    public static string Change(Title before, Title after, Phrases phrases)
    {
        var parts = new List<string>();
        AddIf(before.Color != after.Color, phrases.Say("look.color", phrases.Color(after.Color)));
        AddIf(before.Place != after.Place, phrases.Say("look.place", after.Place));
        AddIf(before.Side != after.Side, phrases.Say("look.side", after.Side));
        AddIf(before.Size != after.Size, phrases.Say("look.size", after.Size));
        AddIf((before.Start, before.End) != (after.Start, after.End), TimeOf(after, phrases));
        if ((before.FadeIn, before.FadeOut) != (after.FadeIn, after.FadeOut))
        {
            AddFades(after, phrases, parts);
        }

        AddIf(before.Font != after.Font, FontOf(after.Font, phrases));
        AddIf(before.Bold != after.Bold, phrases.Say(after.Bold ? "captions.bold" : "captions.thin"));
        AddIf(before.Italic != after.Italic, phrases.Say(after.Italic ? "look.italic" : "look.upright"));
        AddIf((before.Plate, before.PlateColor) != (after.Plate, after.PlateColor), after.Plate ? PlateOf(after, phrases) : phrases.Say("look.noplate"));
        AddIf(before.Outline != after.Outline, after.Outline is { } outline ? OutlineOf(outline, phrases) : phrases.Say("look.nooutline"));
        return phrases.List(parts);

        void AddIf(bool differs, string part)
        {
            if (differs)
            {
                parts.Add(part);
            }
        }
    }

    private static string PlateOf(Title title, Phrases phrases) =>
        title.PlateColor is { } color ? phrases.Say("look.plate-color", phrases.Color(color)) : phrases.Say("look.plate");

    /// <summary>A background.</summary>
    public static string Of(Background background, Phrases phrases) => background.Kind switch
    {
        BackgroundKind.Color => phrases.Say("ground.color", phrases.Color(background.Color)),
        BackgroundKind.Gradient when IsUsual(background) => phrases.Say("ground.plain"),
        BackgroundKind.Gradient => phrases.Say("ground.gradient", phrases.Color(background.Color), phrases.Color(background.SecondColor ?? background.Color)),
        BackgroundKind.Image => phrases.Say("ground.image", background.Asset?.Name ?? ""),
        BackgroundKind.Cover => phrases.Say("ground.cover"),
        _ => phrases.Say("ground.video"),
    };

    /// <summary>The gradient of a new project.</summary>
    public static bool IsUsual(Background background) =>
        background.Kind == BackgroundKind.Gradient && (background.Color, background.SecondColor) == (new Project().Background.Color, new Project().Background.SecondColor);

    /// <summary>The font of a text.</summary>
    public static string FontOf(string? font, Phrases phrases) => font is null ? phrases.Say("look.font-usual") : phrases.Say("look.font", font);

    private static void AddLetters(Title title, Phrases phrases, List<string> parts)
    {
        if (title.Font is not null)
        {
            parts.Add(FontOf(title.Font, phrases));
        }

        if (!title.Bold)
        {
            parts.Add(phrases.Say("captions.thin"));
        }

        if (title.Italic)
        {
            parts.Add(phrases.Say("look.italic"));
        }
    }

    private static string OutlineOf(string color, Phrases phrases) =>
        color == ColorChoice.Auto ? phrases.Say("look.outline.auto") : phrases.Say("look.outline", phrases.Color(color));

    private static string TimeOf(Title title, Phrases phrases) => title.End is { } end ? phrases.Say("look.time", title.Start, end)
        : title.Start > TimeSpan.Zero ? phrases.Say("look.from", title.Start) : phrases.Say("look.whole");

    private static void AddFades(Title title, Phrases phrases, List<string> parts)
    {
        if (title.FadeIn > TimeSpan.Zero)
        {
            parts.Add(phrases.Say("look.fadein", title.FadeIn));
        }

        if (title.FadeOut > TimeSpan.Zero)
        {
            parts.Add(phrases.Say("look.fadeout", title.FadeOut));
        }
    }
}
