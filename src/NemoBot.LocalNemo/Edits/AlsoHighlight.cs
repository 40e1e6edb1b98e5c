using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>The most lively part as a file of its own, beside the whole video.</summary>
/// <param name="Length">How long.</param>
/// <param name="Format">The kind of file; null: as the video.</param>
internal sealed record AlsoHighlight(TimeSpan Length, OutputFormat? Format = null) : Edit
{
    public override string Tool => "also_make";

    public override async Task<Project> ApplyAsync(EditContext context, CancellationToken cancellationToken)
    {
        if (context.Project.Clips.Count == 0 || Length >= context.Project.Duration)
        {
            context.Note("highlight.short", context.Project.Duration);
            return context.Project;
        }

        var part = await KeepHighlight.FindAsync(context, Length, cancellationToken) ?? new VideoPart(TimeSpan.Zero, Length);
        return await new AlsoMake([OutputVariant.OfPart(part.From, part.To, Format).Name]).ApplyAsync(context, cancellationToken);
    }
}
