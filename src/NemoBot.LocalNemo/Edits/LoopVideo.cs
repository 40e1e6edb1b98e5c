using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Repeats the video until its sound ends, or for a length.</summary>
/// <param name="Length">How long; null: as long as the sound.</param>
internal sealed record LoopVideo(TimeSpan? Length = null) : Edit
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(3);

    public override string Tool => "loop_clip";

    protected override Project Apply(EditContext context)
    {
        var project = context.Project;
        var sound = project.Voice?.Asset.Facts.Duration ?? project.Music.Select(m => m.Asset.Facts.Duration).DefaultIfEmpty().Max();
        var length = Length ?? sound;
        if (length <= project.Duration)
        {
            context.Note(Length is null && sound == TimeSpan.Zero ? "loop.how" : "loop.fills", project.Duration);
            return project;
        }

        length = length < Longest ? length : Longest;
        var filled = Looping.Fill(project, length);
        return project.Voice is { } voice
            ? filled with { Voice = voice with { Length = voice.Asset.Facts.Duration - voice.From < length ? voice.Asset.Facts.Duration - voice.From : length } }
            : filled;
    }
}
