namespace NemoBot.LocalNemo.Rendering.Visuals.Particles;

/// <summary>A dot in flight.</summary>
/// <param name="band">Where it came from.</param>
/// <param name="x">In pixels.</param>
/// <param name="y">In pixels.</param>
/// <param name="speedX">Pixels a second.</param>
/// <param name="speedY">Pixels a second, negative is up.</param>
/// <param name="life">Seconds.</param>
/// <param name="gravity">Pixels a second, each second.</param>
internal struct Spark(int band, double x, double y, double speedX, double speedY, double life, double gravity)
{
    public int Band { get; } = band;

    public double X { get; private set; } = x;

    public double Y { get; private set; } = y;

    public double Life { get; private set; } = life;

    public void Move(double seconds)
    {
        Life -= seconds;
        speedY += gravity * seconds;
        (X, Y) = (X + (speedX * seconds), Y + (speedY * seconds));
    }
}
