using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NemoBot.Hosting;
using NemoBot.Settings;
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

    [Theory]
    [InlineData("")]
    [InlineData("data")]
    public void A_data_folder_that_is_a_file_is_refused_in_words_about_the_setting(string below)
    {
        var file = Path.GetTempFileName();
        try
        {
            var configuration = new ConfigurationBuilder()
                .AddInMemoryCollection(new Dictionary<string, string?> { ["NemoBot:DataFolder"] = Path.Join(file, below).TrimEnd('/') })
                .Build();
            var refusal = Assert.Throws<SettingsException>(() => new ServiceCollection().AddBot(configuration, null));
            Assert.StartsWith($"{file} is a file: NemoBot:DataFolder (NEMOBOT__DataFolder) must name a folder", refusal.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Without_ffmpeg_a_request_says_what_is_missing()
    {
        using var media = new SampleMedia();
        await using var host = await HostProcess.StartAsync(new() { ["NEMOBOT__Media__FfmpegPath"] = "/nonexistent/ffmpeg" });
        await host.SayAsync("waveform video", media.Tone(2));
        await host.WaitAsync(m => HostProcess.Has(m, "status", "FFmpeg is not installed on this server"));
        using var ready = await host.Http.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("\nbackend local: FFmpeg is not installed (apt-get install ffmpeg)", await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
