using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Moves a clip or picture to another place in the order. Numbers count from 1; -1 is the last.</summary>
/// <param name="Kind">What is moved.</param>
/// <param name="From">Its number now.</param>
/// <param name="To">Its new number.</param>
internal sealed record MoveItem(ItemKind Kind, int From, int To) : Edit
{
    public override string Tool => "move_item";

    protected override Project Apply(EditContext context) => Kind == ItemKind.Slide
        ? context.Project with { Slides = Items.Move(context, Items.Pictures(context.Project), From, To) }
        : ClipOrder.Change(context.Project, Items.Move(context, context.Project.Clips, From, To));
}
