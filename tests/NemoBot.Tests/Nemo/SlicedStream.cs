namespace NemoBot.Tests.Nemo;

/// <summary>Hands its bytes out in slices that end at the given places.</summary>
public sealed class SlicedStream(byte[] bytes, params int[] ends) : MemoryStream(bytes)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var place = (int)Position;
        var end = ends.Where(e => e > place).DefaultIfEmpty((int)Length).Min();
        return base.ReadAsync(buffer[..Math.Min(buffer.Length, end - place)], cancellationToken);
    }
}
