using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Titles;

/// <summary>Finds a place for each title: clear of the drawn sound, and of each other when they are seen at the same time.</summary>
internal static class TitlePlacement
{
    /// <param name="blocks">In the project's order.</param>
    /// <param name="canvas">The picture.</param>
    /// <param name="visual">Where the sound is drawn, and at which place; null: nowhere.</param>
    /// <param name="duration">Of the video.</param>
    /// <returns>The upper edge of each.</returns>
    public static IReadOnlyList<double> Find(
        IReadOnlyList<TitleBlock> blocks, Canvas canvas, (VerticalPlace Place, Rows Rows)? visual, TimeSpan duration)
    {
        List<double> tops = [];
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            var above = blocks.Take(i)
                .Where(b => b.Title.Place == block.Title.Place && AreTogether(b.Title, block.Title, duration))
                .Sum(b => b.Height + (0.15 * b.Size));
            var taken = visual is { } v && v.Place == block.Title.Place ? v.Rows : (Rows?)null;
            tops.Add(Math.Clamp(Top(block, canvas, taken, above), 0, Math.Max(0, canvas.Height - block.Height)));
        }

        return tops;
    }

    private static double Top(TitleBlock block, Canvas canvas, Rows? taken, double stacked)
    {
        var isTall = canvas.Height > canvas.Width * 1.1;
        var margin = canvas.Height * (isTall ? 0.11 : 0.065);
        var gap = canvas.Height * 0.02;
        return (block.Title.Place, taken) switch
        {
            (VerticalPlace.Top, null) => margin + stacked,
            (VerticalPlace.Top, { } rows) => rows.Bottom + gap + stacked,
            (VerticalPlace.Middle, null) => ((canvas.Height - block.Height) / 2) + stacked,
            (_, { } rows) => rows.Top - gap - block.Height - stacked,
            _ => canvas.Height - margin - block.Height - stacked,
        };
    }

    private static bool AreTogether(Title a, Title b, TimeSpan duration) => a.Start < (b.End ?? duration) && b.Start < (a.End ?? duration);
}
