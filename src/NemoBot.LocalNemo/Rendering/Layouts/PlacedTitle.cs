using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Layouts;

/// <summary>A title broken into lines and put in its place.</summary>
/// <param name="Title">Source.</param>
/// <param name="Lines">Top to bottom.</param>
/// <param name="Size">Height of a line in pixels.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Area">Columns it may use.</param>
/// <param name="Side">The side of the area that the lines are aligned to.</param>
/// <param name="IsBeside">It is beside a card.</param>
internal sealed record PlacedTitle(Title Title, IReadOnlyList<string> Lines, double Size, double Top, Columns Area, HorizontalPlace Side, bool IsBeside)
{
    public double Height => Lines.Count * Size;

    public Rows Rows => new((int)Top & ~1, (((int)(Top + Height) + 2) & ~1) - ((int)Top & ~1));
}
