using NemoBot.LocalNemo.Projects;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

public sealed class FrameRateTests
{
    [Theory]
    [InlineData(25, 25)]
    [InlineData(30, 30)]
    [InlineData(50, 50)]
    [InlineData(60, 60)]
    [InlineData(29.97002997, 29.97)]
    [InlineData(23.976, 23.976)]
    [InlineData(59.94, 59.94)]
    [InlineData(15, 15)]
    [InlineData(120, 60)]
    [InlineData(239.76, 59.94)]
    [InlineData(100, 50)]
    [InlineData(29.58, 30)]
    [InlineData(27.43, 30)]
    [InlineData(59.2, 60)]
    [InlineData(5, 30)]
    [InlineData(0, 30)]
    public void The_rate_of_a_source_is_kept_where_it_is_even(double source, double expected) =>
        Assert.Equal(expected, CanvasSizes.RateOf(Facts.Video(10) with { FrameRate = source }), 0.002);

    [Fact]
    public async Task An_uneven_rate_is_told()
    {
        await using var bench = await LocalBench.StartAsync(media: new FakeMediaTools { FrameRate = 27.43 });
        var session = await bench.BeginSessionAsync();
        using var upload = await bench.UploadAsync(session, ("phone.mp4", FakeMediaTools.Video()));
        var answer = LocalBench.Texts(await bench.SayAsync(session, "add the title 'Hi'"))[^1];
        Assert.Contains("“phone.mp4” has 27.43 fps on average; the video has an even 30 fps.", answer);
    }
}
