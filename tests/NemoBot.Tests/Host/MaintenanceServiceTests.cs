using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using NemoBot.Core.Storage;
using NemoBot.Maintenance;
using NemoBot.Storage.Backups;
using NemoBot.Tests.Support;
using NSubstitute;
using NSubstitute.ExceptionExtensions;
using Xunit;

namespace NemoBot.Tests.Host;

/// <summary>Whoever asks at the command line gets an answer, whatever goes wrong in the bot.</summary>
public sealed class MaintenanceServiceTests
{
    [Fact]
    public async Task A_request_that_fails_in_any_way_or_cannot_be_read_is_answered_and_the_bot_goes_on()
    {
        var data = Directory.CreateTempSubdirectory("nemobot-requests-").FullName;
        var store = Substitute.For<IStoreBackup>();
        store.BackupAsync(default!, TestContext.Current.CancellationToken).ThrowsAsyncForAnyArgs(new NotSupportedException("Not on this disk."));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("NemoBot:DataFolder", data)]).Build();
        var runner = new MaintenanceRunner(store, new TurnExplanation(Substitute.For<IBotStore>()));
        var clock = new ManualTimeProvider();
        using var service = new MaintenanceService(runner, configuration, clock, NullLogger<MaintenanceService>.Instance);
        var requests = new RequestFolder(data);

        // What takes the place of the folder is gone when the service looks again.
        var place = Path.Combine(data, "requests");
        await File.WriteAllTextAsync(place, "", TestContext.Current.CancellationToken);
        await service.StartAsync(TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromSeconds(1));
        File.Delete(place);
        await clock.AdvanceUntilAsync(() => Directory.Exists(place), TimeSpan.FromSeconds(1));

        var failing = requests.Ask(new MaintenanceRequest(MaintenanceRunner.Backup, "file"));
        await File.WriteAllTextAsync(Path.Combine(place, "broken.request"), "{", TestContext.Current.CancellationToken);
        Assert.Equal("Not on this disk.", (await AnswerAsync(failing)).Text);
        Assert.False((await AnswerAsync("broken")).Done);
        Assert.False(service.ExecuteTask!.IsCompleted);
        await service.StopAsync(TestContext.Current.CancellationToken);
        Directory.Delete(data, recursive: true);

        async Task<MaintenanceAnswer> AnswerAsync(string name)
        {
            MaintenanceAnswer? answer = null;
            await clock.AdvanceUntilAsync(() => (answer ??= requests.TakeAnswer(name)) is not null, TimeSpan.FromSeconds(1));
            return answer!;
        }
    }
}
