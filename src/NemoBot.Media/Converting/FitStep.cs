namespace NemoBot.Media.Converting;

/// <summary>One way to make a video smaller.</summary>
/// <param name="Shorter">Most pixels of the shorter side.</param>
/// <param name="FrameRate">Most frames per second.</param>
/// <param name="AudioBitrate">Bits per second of the sound.</param>
internal sealed record FitStep(int Shorter, int FrameRate, int AudioBitrate);
