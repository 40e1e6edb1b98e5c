namespace NemoBot.LocalNemo.Rendering.Pictures;

/// <summary>Some rows of a picture, from an even one to an even one.</summary>
internal readonly record struct Rows(int Top, int Height)
{
    public int Bottom => Top + Height;

    public bool Meets(Rows other) => Top < other.Bottom && other.Top < Bottom;

    /// <summary>Both, and what is between them.</summary>
    public Rows With(Rows other)
    {
        var top = Math.Min(Top, other.Top);
        return new Rows(top, Math.Max(Bottom, other.Bottom) - top);
    }

    public Rows Within(Rows other)
    {
        var top = Math.Max(Top, other.Top);
        return new Rows(top, Math.Max(0, Math.Min(Bottom, other.Bottom) - top));
    }
}
