namespace NemoBot.LocalNemo.Rendering.Bitstream;

/// <summary>Gives the slices of a stream that has one slice a picture.</summary>
internal sealed class SliceReader(Stream stream)
{
    private readonly NalReader _units = new(stream);

    /// <exception cref="FormatException">There is none, or it is not of the kind that belongs here.</exception>
    public async Task<byte[]> NextAsync(bool isKey)
    {
        while (await _units.NextAsync().ConfigureAwait(false) is { } unit)
        {
            var type = NalUnit.TypeOf(unit);
            if (type is NalUnit.Slice or NalUnit.KeySlice)
            {
                return type == (isKey ? NalUnit.KeySlice : NalUnit.Slice) ? unit : throw new FormatException("A key picture is in the wrong place.");
            }
        }

        throw new FormatException("A picture is missing.");
    }
}
