using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>How captions look and when they are shown. What is null stays.</summary>
internal sealed record SetCaptions : Edit
{
    /// <summary>Their style.</summary>
    public CaptionStyle? Style { get; init; }

    /// <summary>Where they are shown.</summary>
    public VerticalPlace? Place { get; init; }

    /// <summary>A multiple of their size of now.</summary>
    public double? Scale { get; init; }

    /// <summary>Height of a line as a part of the frame's shorter side.</summary>
    public double? Size { get; init; }

    /// <summary>#rrggbb.</summary>
    public string? Color { get; init; }

    /// <summary>Bold letters or not.</summary>
    public bool? Bold { get; init; }

    /// <summary>How many words, or characters of a script without spaces, are shown at a time; 0: as many as fit.</summary>
    public int? Most { get; init; }

    /// <summary>Moves all lines; negative: earlier.</summary>
    public TimeSpan? Shift { get; init; }

    public override string Tool => "edit_captions";

    protected override Project Apply(EditContext context)
    {
        if (context.Project.Captions is null)
        {
            if (!context.Notes.Any(n => n.Key.StartsWith("captions.", StringComparison.Ordinal)))
            {
                context.Note("captions.none");
            }

            return context.Project;
        }

        return Shown(context.Project);
    }

    /// <summary>The project with its captions changed.</summary>
    public Project Shown(Project project)
    {
        if (project.Captions is not { } captions)
        {
            return project;
        }

        var lines = Shift is { } by ? [.. captions.Lines.Select(l => Move(l, by)).Where(l => l.End > TimeSpan.Zero)] : captions.Lines;
        return project with
        {
            Captions = captions with
            {
                Lines = lines,
                Style = Style ?? captions.Style,
                Place = Place ?? captions.Place,
                Size = (Size ?? Scale) is null ? captions.Size : Math.Clamp(Math.Round(Size ?? captions.Size * (Scale ?? 1), 4), 0.02, 0.2),
                Color = Color ?? captions.Color,
                Bold = Bold ?? captions.Bold,
                Most = Most is { } most ? most > 0 ? most : null : captions.Most,
            },
        };
    }

    private static CaptionLine Move(CaptionLine line, TimeSpan by)
    {
        var moved = line.Map(t => t + by);
        return moved with
        {
            Start = moved.Start > TimeSpan.Zero ? moved.Start : TimeSpan.Zero,
            Words = [.. moved.Words.Where(w => w.Start >= TimeSpan.Zero)],
        };
    }
}
