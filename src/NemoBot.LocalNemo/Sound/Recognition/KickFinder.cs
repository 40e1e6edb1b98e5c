namespace NemoBot.LocalNemo.Sound.Recognition;

/// <summary>Finds the hits of the bass drum: clear peaks among the rises of the bass.</summary>
internal static class KickFinder
{
    private const float Clear = 0.45f;
    private const int Apart = 12;

    /// <summary>Frames of the hits.</summary>
    public static IEnumerable<int> Find(SoundFeatures features)
    {
        var bass = OnsetCurve.Sharpen(features.Bass, least: 0.01f);
        var last = -Apart;
        for (var i = 1; i + 1 < bass.Length; i++)
        {
            if (bass[i] >= Clear && bass[i] >= bass[i - 1] && bass[i] > bass[i + 1] && i - last >= Apart)
            {
                last = i;
                yield return i;
            }
        }
    }
}
