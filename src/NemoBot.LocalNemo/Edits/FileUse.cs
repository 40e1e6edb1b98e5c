using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Where a project uses files.</summary>
internal static class FileUse
{
    /// <summary>The ids of all files a project uses.</summary>
    public static HashSet<string> Of(Project project) => FilesOf(project).Select(f => f.Id).ToHashSet(StringComparer.Ordinal);

    /// <summary>All files a project uses; one may come several times.</summary>
    public static IEnumerable<Asset> FilesOf(Project project) =>
    [
        .. project.Clips.Select(c => c.Asset),
        .. project.Music.Select(m => m.Asset),
        .. project.Slides.Select(s => s.Asset),
        .. project.Overlays.Select(o => o.Asset),
        .. ((Asset?[])[project.Voice?.Asset, project.Background.Asset]).OfType<Asset>(),
    ];

    /// <summary>A project uses a file.</summary>
    public static bool IsUsed(Project project, Asset file) => Of(project).Contains(file.Id);
}
