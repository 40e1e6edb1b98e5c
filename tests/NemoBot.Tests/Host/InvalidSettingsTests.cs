using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NemoBot.Hosting;
using NemoBot.Tests.Media;
using Xunit;

namespace NemoBot.Tests.Host;

/// <summary>A setting that would make the bot do nothing, or fail later, is named at the start.</summary>
public sealed class InvalidSettingsTests
{
    [Theory]
    [InlineData("LocalNemo:RenderConcurrency", "0")]
    [InlineData("Rendering:FailedPolls", "0")]
    [InlineData("Rendering:LongestRender", "00:00:00")]
    [InlineData("Status:Refresh", "00:00:00")]
    [InlineData("Engine:LaneCapacity", "0")]
    [InlineData("Files:LargestSpool", "-1")]
    public void A_setting_out_of_range_is_refused_by_name(string setting, string value)
    {
        var folder = Directory.CreateTempSubdirectory("nemobot-settings-");
        try
        {
            var configuration = new ConfigurationBuilder()
                .AddInMemoryCollection(new Dictionary<string, string?> { ["NemoBot:DataFolder"] = folder.FullName, ["NemoBot:" + setting] = value })
                .Build();
            using var services = new ServiceCollection().AddLogging().AddBot(configuration, null).BuildServiceProvider();
            var refusal = Assert.ThrowsAny<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());
            Assert.Contains(refusal.Failures, f => f.Contains(setting.Split(':')[1], StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Without_ffmpeg_a_request_says_what_is_missing()
    {
        using var media = new SampleMedia();
        await using var host = await HostProcess.StartAsync(new() { ["NEMOBOT__Media__FfmpegPath"] = "/nonexistent/ffmpeg" });
        await host.SayAsync("waveform video", media.Tone(2));
        await host.WaitAsync(m => HostProcess.Has(m, "status", "FFmpeg is not installed on this server"));
    }
}
