namespace NemoBot.LocalNemo.Edits;

/// <summary>A wish that is understood but cannot be granted.</summary>
/// <param name="Wish">Which one.</param>
internal sealed record Decline(Inability Wish) : Edit
{
    public override string Tool => "decline";

    protected override Projects.Project Apply(EditContext context)
    {
        context.Note("cannot." + Wish);
        return context.Project;
    }
}
