using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>The captions as a file of their own, once: beside the video when the request changes that too, else alone (<see cref="OutputReset"/>).</summary>
/// <param name="Format">Srt or Vtt.</param>
internal sealed record GiveCaptionFile(OutputFormat Format) : Edit
{
    public override string Tool => "give_caption_file";

    protected override Project Apply(EditContext context)
    {
        var project = context.Project;
        if (project.Captions is not { Lines.Count: > 0 })
        {
            context.Note("answer.transcript-none");
            return project;
        }

        var variant = new OutputVariant(null, OutputFormats.IsCaptionFile(Format) ? Format : OutputFormat.Srt);
        if (project.Output is { Others.Count: 0 } given && given.Format == variant.Format)
        {
            return project with { Output = given with { Again = given.Again + 1 } };
        }

        // The last version may have been such a file alone: what is asked for now comes beside a video, or takes its place.
        var output = OutputFormats.IsCaptionFile(project.Output.Format) ? project.Output with { Format = OutputFormat.Mp4, Others = [] } : project.Output;
        return project with { Output = output with { Others = [.. output.Others.Where(o => o != variant), variant] } };
    }
}
