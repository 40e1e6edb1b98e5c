using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Takes a file out of the project wherever it is used.</summary>
/// <param name="File">Its name or id.</param>
internal sealed record LeaveOut(string File) : Edit
{
    public override string Tool => "remove_item";

    protected override Project Apply(EditContext context)
    {
        var project = context.Project;
        if (context.Find(File) is not { } file || !FileUse.IsUsed(project, file))
        {
            context.Note("file.unknown", context.Find(File)?.Name ?? File);
            return project;
        }

        List<Clip> clips = [.. project.Clips.Where(c => c.Asset.Id != file.Id)];
        List<Slide> slides = [.. project.Slides.Where(s => s.Asset.Id != file.Id)];
        if (clips.Count == 0 && (project.Clips.Count > 0 || slides.Count == 0))
        {
            context.Note("clip.last");
            return project;
        }

        return project with
        {
            Clips = clips,
            Slides = slides,
            SlideTiming = slides.Count == 0 ? null : project.SlideTiming,
            Voice = project.Voice?.Asset.Id == file.Id ? null : project.Voice,
            Music = [.. project.Music.Where(m => m.Asset.Id != file.Id)],
            Overlays = [.. project.Overlays.Where(o => o.Asset.Id != file.Id)],
            Background = project.Background.Asset?.Id == file.Id ? new Project().Background : project.Background,
        };
    }
}
