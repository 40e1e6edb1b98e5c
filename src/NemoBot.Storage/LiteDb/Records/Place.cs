namespace NemoBot.Storage.LiteDb.Records;

/// <summary>Channel and number in one key, because LiteDB has no index over two fields: all numbers of a channel are a range.</summary>
internal static class Place
{
    private const int Bits = 36;
    private const long Mask = (1L << Bits) - 1;

    /// <summary>The key of a number in a channel.</summary>
    public static long Of(long channel, long number) => (channel << Bits) | number;

    /// <summary>The first key of a channel.</summary>
    public static long First(long channel) => Of(channel, 0);

    /// <summary>The last key of a channel.</summary>
    public static long Last(long channel) => Of(channel, Mask);

    /// <summary>The channel of a key.</summary>
    public static long Channel(long place) => place >> Bits;

    /// <summary>The number of a key.</summary>
    public static long Number(long place) => place & Mask;
}
