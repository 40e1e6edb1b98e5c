namespace NemoBot.LocalNemo.Projects;

/// <summary>The backmost picture.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Color">#rrggbb.</param>
/// <param name="SecondColor">#rrggbb, for gradients.</param>
/// <param name="Asset">The picture or video, or the sound file with the embedded cover.</param>
internal sealed record Background(BackgroundKind Kind, string Color, string? SecondColor, Asset? Asset)
{
    /// <summary>A picture or a cover that does not move by itself.</summary>
    public bool IsPicture => Kind is BackgroundKind.Image or BackgroundKind.Cover && Asset is { Facts.HasVideo: false };

    /// <summary>How a picture of another shape fits the canvas.</summary>
    public PictureFit Fit { get; init; }

    /// <summary>The side of the frame that a still picture has to itself, with the text beside it; in the middle, none.</summary>
    public HorizontalPlace Side { get; init; } = HorizontalPlace.Middle;

    /// <summary>What is kept where edges are cut off; slides and clips follow it too.</summary>
    public CropFocus Focus { get; init; }

    /// <summary>Slow movement of a still picture.</summary>
    public Motion Motion { get; init; }

    /// <summary>How the pictures and videos themselves are shown; slides and clips follow it too.</summary>
    public PictureLook Look { get; init; } = PictureLook.AsSent;
}
