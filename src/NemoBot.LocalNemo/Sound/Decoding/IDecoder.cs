namespace NemoBot.LocalNemo.Sound.Decoding;

/// <summary>Gives the samples of an asset in order.</summary>
internal interface IDecoder : IAsyncDisposable
{
    /// <summary>Fills a buffer with samples of both channels in turn.</summary>
    /// <returns>How many floats were read; 0 at the end.</returns>
    /// <exception cref="NemoBot.Core.Media.MediaException">Nothing can be decoded.</exception>
    ValueTask<int> ReadAsync(Memory<float> buffer);
}
