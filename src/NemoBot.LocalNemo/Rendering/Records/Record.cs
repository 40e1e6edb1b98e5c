using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Records;

/// <summary>The round art in the middle of a record, which turns. What is around it stands still.</summary>
internal sealed class Record
{
    /// <summary>A real one turns in 1.8 s, too fast to look at for minutes.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(10);
    private readonly TurnedPlane[] _planes;
    private readonly int _left;

    /// <param name="art">A square picture.</param>
    /// <param name="left">Column of its left edge; even.</param>
    /// <param name="top">Row of its upper edge; even.</param>
    public Record(Frame art, int left, int top)
    {
        _planes = [new TurnedPlane(art.Y, art.Width), new TurnedPlane(art.U, art.Width / 2), new TurnedPlane(art.V, art.Width / 2)];
        _left = left;
        Rows = new Rows(top, art.Width);
    }

    public Rows Rows { get; }

    public void Draw(Frame frame, TimeSpan time)
    {
        var angle = Math.Tau * (time / Turn % 1);
        _planes[0].Draw(frame.Y, frame.Width, _left, Rows.Top, angle);
        _planes[1].Draw(frame.U, frame.Width / 2, _left / 2, Rows.Top / 2, angle);
        _planes[2].Draw(frame.V, frame.Width / 2, _left / 2, Rows.Top / 2, angle);
    }
}
