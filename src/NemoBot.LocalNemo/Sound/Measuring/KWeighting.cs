namespace NemoBot.LocalNemo.Sound.Measuring;

/// <summary>The K-weighting of ITU-R BS.1770-4 for one channel at 48 kHz: a high shelf and a high pass.</summary>
internal sealed class KWeighting
{
    private double _shelf1;
    private double _shelf2;
    private double _pass1;
    private double _pass2;

    /// <summary>Weights one sample (transposed direct form II).</summary>
    public double Filter(double sample)
    {
        var shelf = (1.53512485958697 * sample) + _shelf1;
        _shelf1 = (-2.69169618940638 * sample) + (1.69065929318241 * shelf) + _shelf2;
        _shelf2 = (1.19839281085285 * sample) - (0.73248077421585 * shelf);
        var pass = shelf + _pass1;
        _pass1 = (-2 * shelf) + (1.99004745483398 * pass) + _pass2;
        _pass2 = shelf - (0.99007225036621 * pass);
        return pass;
    }
}
