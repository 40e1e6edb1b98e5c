namespace NemoBot.LocalNemo.Projects;

/// <summary>A color left to the renderer.</summary>
internal static class ColorChoice
{
    /// <summary>Stands in for #rrggbb: the renderer picks a color from the picture.</summary>
    public const string Auto = "auto";

    /// <summary>Stands in for #rrggbb where something may go without: takes it away.</summary>
    public const string None = "none";
}
