using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Changes the order of two clips or pictures; without numbers, reverses the order of all.</summary>
/// <param name="Kind">What is swapped.</param>
internal sealed record SwapItems(ItemKind Kind) : Edit
{
    /// <summary>The first one's number.</summary>
    public int? First { get; init; }

    /// <summary>The second one's number.</summary>
    public int? Second { get; init; }

    public override string Tool => "swap_items";

    protected override Project Apply(EditContext context) => Kind == ItemKind.Slide
        ? context.Project with { Slides = Swap(context, Items.Pictures(context.Project)) }
        : ClipOrder.Change(context.Project, Swap(context, context.Project.Clips));

    private IReadOnlyList<T> Swap<T>(EditContext context, IReadOnlyList<T> items)
    {
        if (items.Count < 2)
        {
            context.Note("swap.one");
            return items;
        }

        if (First is null || Second is null)
        {
            return [.. items.Reverse()];
        }

        var (first, second) = (Items.Index(items.Count, First.Value), Items.Index(items.Count, Second.Value));
        if (first is null || second is null)
        {
            context.Note("items.count", items.Count);
            return items;
        }

        var swapped = items.ToList();
        (swapped[first.Value], swapped[second.Value]) = (swapped[second.Value], swapped[first.Value]);
        return swapped;
    }
}
