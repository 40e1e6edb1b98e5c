using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Something was to be done with a file, but no new one has come: asks for it.</summary>
internal sealed record AskForFile : Edit
{
    /// <summary>A picture is asked for, to take the place of the one that is shown.</summary>
    public bool Picture { get; init; }

    public override string Tool => "list_files";

    protected override Project Apply(EditContext context)
    {
        context.Note(Picture ? "picture.other" : "merge.how");
        return context.Project;
    }
}
