using NemoBot.Core.Text;
using NemoBot.Core.Timeline;

namespace NemoBot.Core.Rendering;

/// <summary>Writes what is said with a finished file. What several formats share is said with the first of them.</summary>
internal static class RenderCaption
{
    public static string Headline(RenderTask task, Texts texts)
    {
        var version = task.Request.Draft.Version;
        return task.Record.IsPreview ? texts.Format("video.preview", version)
            : task.Format is { } format ? texts.Format("video.headline-format", version, format)
            : texts.Format("video.headline", version);
    }

    public static string Write(RenderTask task, TimelineView timeline, Uri? link, Texts texts)
    {
        var note = task.Record.Note == task.SaidNote ? null : task.Record.Note;
        string?[] lines = task.Record.Part > 0 ? [Headline(task, texts), note] :
        [
            Headline(task, texts),
            TimelineSummary.Describe(timeline, texts),
            note,
            link is null ? null : texts.Format("video.project", link),
            task.Request.Cost,
        ];
        return string.Join("\n", lines.Where(l => l is not null));
    }
}
