using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Lists of clips and pictures that are counted from 1.</summary>
internal static class Items
{
    /// <summary>Each picture of a slideshow once, however often it is shown.</summary>
    public static IReadOnlyList<Slide> Pictures(Project project) => [.. project.Slides.DistinctBy(s => s.Asset.Id)];

    /// <summary>The place of a number in a list; null if there is none.</summary>
    public static int? Index(int count, int number)
    {
        var index = number < 0 ? count + number : number - 1;
        return index >= 0 && index < count ? index : null;
    }

    /// <summary>The list with one item at another place.</summary>
    public static IReadOnlyList<T> Move<T>(EditContext context, IReadOnlyList<T> items, int from, int to)
    {
        if (Index(items.Count, from) is not { } source || Index(items.Count, to) is not { } target)
        {
            context.Note("items.count", items.Count);
            return items;
        }

        var moved = items.ToList();
        moved.RemoveAt(source);
        moved.Insert(target, items[source]);
        return moved;
    }

    /// <summary>The list without one item.</summary>
    public static IReadOnlyList<T> Remove<T>(EditContext context, IReadOnlyList<T> items, int number)
    {
        if (Index(items.Count, number) is { } index)
        {
            return [.. items.Where((_, i) => i != index)];
        }

        context.Note("items.count", items.Count);
        return items;
    }
}
