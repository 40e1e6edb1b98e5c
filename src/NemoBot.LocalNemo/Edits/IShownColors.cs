using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Knows the colors that a project is shown in where they are left to the renderer.</summary>
internal interface IShownColors
{
    /// <summary>The first color of the drawn sound, as #rrggbb.</summary>
    /// <exception cref="Core.Media.MediaException">The picture behind it cannot be read.</exception>
    Task<string> OfVisualAsync(Project project, CancellationToken cancellationToken);

    /// <summary>The most vivid color of the picture, as #rrggbb; null if there is no picture.</summary>
    /// <exception cref="Core.Media.MediaException">It cannot be read.</exception>
    Task<string?> OfPictureAsync(Project project, CancellationToken cancellationToken);
}
