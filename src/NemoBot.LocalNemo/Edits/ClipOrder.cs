using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Puts clips into another order. What was said in a clip is read with it.</summary>
internal static class ClipOrder
{
    /// <param name="project">The project.</param>
    /// <param name="clips">Its clips in the new order.</param>
    public static Project Change(Project project, IReadOnlyList<Clip> clips)
    {
        var moved = project with { Clips = clips };
        if (project is not { Captions: { } captions, Voice: null } || clips.SequenceEqual(project.Clips, ReferenceEqualityComparer.Instance))
        {
            return moved;
        }

        return moved with { Captions = captions with { Lines = [.. captions.Lines.Select(l => Follow(l, project, moved)).OrderBy(l => l.Start)] } };
    }

    private static CaptionLine Follow(CaptionLine line, Project before, Project after)
    {
        var old = Enumerable.Range(0, before.Clips.Count).Last(i => i == 0 || before.StartOf(i) <= line.Start);
        var now = after.Clips.Index().First(c => ReferenceEquals(c.Item, before.Clips[old])).Index;
        var by = after.StartOf(now) - before.StartOf(old);
        return line.Map(t => t + by);
    }
}
