using NemoBot.Core.Media;
using Xunit;

namespace NemoBot.Tests.Sniffing;

/// <summary>Whether a file of boxes has its index, and whether it ends where its boxes say.</summary>
public sealed class CutOffBoxesTests
{
    [Theory]
    [InlineData("00 00 00 08 'moov' 00 00 00 10 'mdat' ..*8", false, false)]
    [InlineData("00 00 00 10 'mdat' ..*8 00 00 00 08 'moov'", false, false)]
    [InlineData("00 00 00 10 'mdat' ..*8 00 00 00 08 'moof'", false, false)]
    [InlineData("00 00 00 10 'mdat' ..*8 00 00 00 08 'free'", true, false)]
    [InlineData("00 00 00 10 'mdat' ..*8", true, false)]
    [InlineData("00 00 00 10 'mdat' ..*7", true, false)]
    [InlineData("00 00 00 10 'free' ..*8", false, false)]
    [InlineData("00 00 00 10 'free' ..*7", false, false)]
    [InlineData("00 00 00 08 'moov' 00 00 00 14 'mdat' ..*10", false, false)]
    [InlineData("00 00 00 08 'moov' 00 00 00 14 'mdat' ..*9", false, true)]
    [InlineData("00 00 00 08 'moof' 00 00 00 14 'mdat' ..*9", false, true)]
    [InlineData("00 00 00 08 'moov' 00 00 00 14 'free' ..*9", false, false)]
    [InlineData("00 00 00 14 'moov' ..*10", false, false)]
    [InlineData("00 00 00 14 'moov' ..*9", true, false)]
    [InlineData("00 00 00 00 'mdat' ..*8", true, false)]
    [InlineData("00 00 00 08 'moov' 00 00 00 00 'mdat' ..*8", false, false)]
    [InlineData("00 00 00 01 'mdat' 00*7 14 ..*4", true, false)]
    [InlineData("00 00 00 01 'free' 00*7 10 00 00 00 08 'moov' 00 00 00 14 'mdat' ..*9", false, true)]
    [InlineData("00 00 00 01 'free' FF*8 00 00 00 08 'moov'", false, false)]
    [InlineData("00 00 00 08 'moov' 00 00 00 01 'mdat' FF*8", false, true)]
    [InlineData("00 00 00 08 'mdat' 00 00 00 08 'moo'", true, false)]
    [InlineData("00 00 00 05 'mdat' 00 00 00 08 'moov'", true, false)]
    [InlineData("", false, false)]
    public async Task An_index_and_an_end_are_missed(string file, bool lacksIndex, bool lacksEnd)
    {
        using var stream = new MemoryStream(Heads.Of(file));
        Assert.Equal(lacksIndex, await CutOffBoxes.AreInAsync(stream, TestContext.Current.CancellationToken));
        Assert.Equal(lacksEnd, await CutOffBoxes.FollowIndexAsync(stream, TestContext.Current.CancellationToken));
    }
}
