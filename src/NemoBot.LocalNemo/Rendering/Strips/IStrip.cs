namespace NemoBot.LocalNemo.Rendering.Strips;

/// <summary>Gives the slices of one strip, frame after frame.</summary>
internal interface IStrip
{
    /// <summary>The slices look at the picture before and no other.</summary>
    bool LooksAtLastOnly { get; }

    Task<byte[]> SliceAsync(long number);
}
