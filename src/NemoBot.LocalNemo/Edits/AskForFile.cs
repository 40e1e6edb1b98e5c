using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Something was to be done with a file, but no new one has come: asks for it.</summary>
internal sealed record AskForFile : Edit
{
    public override string Tool => "list_files";

    protected override Project Apply(EditContext context)
    {
        context.Note("merge.how");
        return context.Project;
    }
}
