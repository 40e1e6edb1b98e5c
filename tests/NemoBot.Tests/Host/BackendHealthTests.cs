using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NemoBot.Admin;
using NemoBot.Core.Backend;
using NemoBot.Core.Storage;
using NemoBot.Hosting;
using NemoBot.LocalNemo;
using NemoBot.Tests.Scenarios.Support;
using NemoBot.Tests.Support;
using Xunit;

namespace NemoBot.Tests.Host;

/// <summary>Without FFmpeg an instance is not ready, unless it leaves all work on files to others.</summary>
public sealed class BackendHealthTests
{
    [Theory]
    [InlineData(null, "receive", false)]
    [InlineData("Host=database", "receive", true)]
    [InlineData("Host=database", "chat", false)]
    [InlineData("Host=database", "receive,render", false)]
    public async Task Only_an_instance_that_receives_alone_is_well_without_ffmpeg(string? database, string roles, bool isWell)
    {
        var folder = Directory.CreateTempSubdirectory("nemobot-health-");
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["NemoBot:DataFolder"] = folder.FullName, ["NemoBot:Media:FfmpegPath"] = "/nonexistent/ffmpeg" })
            .Build();
        await using (var services = new ServiceCollection().AddLogging().AddBot(configuration, null).BuildServiceProvider())
        {
            var backends = new BackendDirectory([new FakeBackend(BackendTraits.Local, new ManualTimeProvider())], BackendTraits.Local);
            var cluster = Options.Create(new ClusterOptions { Database = database, Roles = roles });
            Assert.Equal(isWell, new BackendHealth(backends, services.GetRequiredService<EmbeddedBackend>(), cluster).Problem is null);
        }

        folder.Delete(recursive: true);
    }
}
