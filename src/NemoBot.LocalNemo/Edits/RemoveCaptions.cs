using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Takes the captions away.</summary>
internal sealed record RemoveCaptions : Edit
{
    public override string Tool => "remove_captions";

    protected override Project Apply(EditContext context)
    {
        if (context.Project.Captions is null)
        {
            context.Note("captions.none");
        }

        return context.Project with { Captions = null };
    }
}
