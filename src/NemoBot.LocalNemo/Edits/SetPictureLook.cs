using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Turns and mirrors the uploaded pictures and videos, and changes their tone. What is null stays.</summary>
internal sealed record SetPictureLook : Edit
{
    /// <summary>Quarter turns to the right on top of the present ones, 1 to 3.</summary>
    public int? Turns { get; init; }

    /// <summary>True: exchange left and right of what is shown now.</summary>
    public bool? Mirror { get; init; }

    /// <summary>Factor on the present brightness: 1.2 is a step brighter, 0.8 a step darker.</summary>
    public double? Brightness { get; init; }

    /// <summary>Factor on the present contrast.</summary>
    public double? Contrast { get; init; }

    /// <summary>Factor on the present saturation; 0 makes black and white.</summary>
    public double? Saturation { get; init; }

    /// <summary>Factor on the present warmth: above 1 warmer.</summary>
    public double? Warmth { get; init; }

    /// <summary>True: the colors of the files again, before anything else of this edit.</summary>
    public bool? OriginalTone { get; init; }

    public override string Tool => "set_layout";

    protected override Project Apply(EditContext context)
    {
        var project = context.Project;
        if (!Backgrounds.HasPicture(context))
        {
            return project;
        }

        var look = Turned(Toned(OriginalTone == true ? project.Background.Look.WithoutTone() : project.Background.Look));
        var turned = project with { Background = project.Background with { Look = look } };

        // A video that lies on its side becomes an upright one; beside a sound, the frame is not the picture's.
        return Turns is 1 or 3 && MainMaterial.ShowsVideo(project)
            ? turned with { Canvas = project.Canvas with { Width = project.Canvas.Height, Height = project.Canvas.Width } }
            : turned;
    }

    private PictureLook Turned(PictureLook look)
    {
        var turns = (look.Turns + (Turns ?? 0)) % 4;

        // The look mirrors before it turns.
        return Mirror == true ? look with { Mirrored = !look.Mirrored, Turns = (4 - turns) % 4 } : look with { Turns = turns };
    }

    private PictureLook Toned(PictureLook look) => look with
    {
        Brightness = Scale(look.Brightness, Brightness),
        Contrast = Scale(look.Contrast, Contrast),
        Saturation = Scale(look.Saturation, Saturation),
        Warmth = Scale(look.Warmth, Warmth),
    };

    private static double Scale(double now, double? factor) => factor is { } f ? Math.Round(now * f, 4) : now;
}
