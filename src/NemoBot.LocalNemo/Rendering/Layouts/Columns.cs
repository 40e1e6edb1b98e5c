namespace NemoBot.LocalNemo.Rendering.Layouts;

/// <summary>Some columns of a picture.</summary>
internal readonly record struct Columns(double Left, double Width)
{
    public double Middle => Left + (Width / 2);
}
