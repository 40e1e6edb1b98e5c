namespace NemoBot.LocalNemo.Rendering.Strips;

/// <summary>Gives the slices of one strip, frame after frame.</summary>
internal interface IStrip
{
    Task<byte[]> SliceAsync(long number);
}
