namespace NemoBot.Core.Media;

/// <summary>A video that was made to fit a size.</summary>
/// <param name="Path">The smaller file.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Width">Pixels after fitting.</param>
/// <param name="Height">Pixels after fitting.</param>
/// <param name="FrameRate">Frames per second after fitting.</param>
/// <param name="AudioBitrate">Bits per second of the sound after fitting.</param>
public sealed record FitResult(string Path, long Size, int Width, int Height, double FrameRate, int AudioBitrate);
