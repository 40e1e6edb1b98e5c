namespace NemoBot.LocalNemo.Sound.Mixing;

/// <summary>Sound to be read in order, in the form of <see cref="SoundFormat"/>.</summary>
internal interface ISampleSource : IAsyncDisposable
{
    /// <summary>Fills the whole buffer; after its end a source is silent.</summary>
    ValueTask FillAsync(Memory<float> buffer);
}
