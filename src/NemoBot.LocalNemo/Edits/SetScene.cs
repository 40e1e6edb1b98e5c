using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Pictures that move with the music, or none.</summary>
/// <param name="Style">The kind of picture; null takes the scene away.</param>
internal sealed record SetScene(SceneStyle? Style = null) : Edit
{
    /// <summary>A word for the mood, such as <c>calm</c>.</summary>
    public string? Mood { get; init; }

    public override string Tool => "set_scene";

    protected override Project Apply(EditContext context)
    {
        var project = context.Project;
        if (Style is not { } style)
        {
            return project with { Scene = null };
        }

        var scene = new Scene(style, Mood ?? project.Scene?.Mood);
        return project.Scene is null ? project with { Scene = scene, Visual = project.Visual with { Style = VisualStyle.None } } : project with { Scene = scene };
    }
}
