using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Where a project uses files.</summary>
internal static class FileUse
{
    /// <summary>The ids of all files a project uses.</summary>
    public static HashSet<string> Of(Project project)
    {
        var used = project.Clips.Select(c => c.Asset.Id)
            .Concat(project.Music.Select(m => m.Asset.Id))
            .Concat(project.Slides.Select(s => s.Asset.Id))
            .Concat(project.Overlays.Select(o => o.Asset.Id)).ToHashSet(StringComparer.Ordinal);
        if (project.Voice is { } voice)
        {
            used.Add(voice.Asset.Id);
        }

        if (project.Background.Asset is { } behind)
        {
            used.Add(behind.Id);
        }

        return used;
    }

    /// <summary>A project uses a file.</summary>
    public static bool IsUsed(Project project, Asset file) => Of(project).Contains(file.Id);
}
