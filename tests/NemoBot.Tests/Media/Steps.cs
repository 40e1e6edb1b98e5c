namespace NemoBot.Tests.Media;

/// <summary>Collects progress at once, without a synchronization context in between.</summary>
internal sealed class Steps(List<double> list) : IProgress<double>
{
    public void Report(double value)
    {
        lock (list)
        {
            list.Add(value);
        }
    }
}
