using NemoBot.Core.Storage;
using NemoBot.Settings;
using NemoBot.Storage;
using NemoBot.Storage.Backups;

namespace NemoBot.Maintenance;

/// <summary>
/// <c>backup FILE</c> and <c>restore FILE</c>. If a bot runs on the data folder it is asked, because it has the store to itself;
/// otherwise the store is opened here. Exit code 0 if it was done, 2 for bad arguments, 3 if it failed.
/// </summary>
internal static class MaintenanceVerb
{
    public const string Usage = """
        nemobot backup FILE                      writes everything that is kept to a file; the bot may run meanwhile
        nemobot explain TURN                     prints the life of one turn, by its number in the log
        nemobot restore FILE                     replaces everything that is kept by a backup; the bot may run meanwhile
        """;

    private const int Good = 0;
    private const int BadInput = 2;
    private const int Failed = 3;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    public static async Task<int> RunAsync(string verb, IReadOnlyList<string> words)
    {
        if (words is not [{ Length: > 0 } file])
        {
            await Console.Error.WriteLineAsync(Usage).ConfigureAwait(false);
            return BadInput;
        }

        var configuration = BotConfiguration.Load();
        var answer = await RunAsync(configuration, new MaintenanceRequest(verb, verb == MaintenanceRunner.Explain ? file : Path.GetFullPath(file))).ConfigureAwait(false);
        await (answer.Done ? Console.Out : Console.Error).WriteLineAsync(answer.Text).ConfigureAwait(false);
        return answer.Done ? Good : Failed;
    }

    private static async Task<MaintenanceAnswer> RunAsync(IConfiguration configuration, MaintenanceRequest request)
    {
        var folder = DataFolder.Find(configuration);
        if (Path.GetDirectoryName(request.Argument) == folder && Path.GetFileName(request.Argument).StartsWith("nemobot.litedb", StringComparison.Ordinal))
        {
            return new MaintenanceAnswer(false, "That is the store itself; name another file.");
        }

        return StorageServices.IsInUse(folder)
            ? await AskAsync(folder, request).ConfigureAwait(false)
            : await RunHereAsync(configuration, request).ConfigureAwait(false);
    }

    private static async Task<MaintenanceAnswer> AskAsync(string folder, MaintenanceRequest request)
    {
        var requests = new RequestFolder(folder);
        var name = requests.Ask(request);
        using var timer = new PeriodicTimer(Interval, TimeProvider.System);
        while (await timer.WaitForNextTickAsync().ConfigureAwait(false))
        {
            if (requests.TakeAnswer(name) is { } answer)
            {
                return answer;
            }

            if (!StorageServices.IsInUse(folder))
            {
                break;
            }

            if (!requests.Knows(name))
            {
                // The bot was starting and has cleared the folder.
                name = requests.Ask(request);
            }
        }

        requests.Withdraw(name);
        return new MaintenanceAnswer(false, "The bot ended before it was done. Run the command again.");
    }

    private static async Task<MaintenanceAnswer> RunHereAsync(IConfiguration configuration, MaintenanceRequest request)
    {
        var services = new ServiceCollection()
            .AddLogging(logging => logging.AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning))
            .AddStorage(configuration.GetSection(SettingsCatalog.Root))
            .AddMaintenance()
            .BuildServiceProvider();
        await using (services.ConfigureAwait(false))
        {
            var store = services.GetRequiredService<IStoreBackup>();
            try
            {
                await services.GetRequiredService<IBotStore>().InitializeAsync(CancellationToken.None).ConfigureAwait(false);
            }
            catch (StoreException exception) when (exception.Problem is StoreProblem.Corrupt && request.Verb == MaintenanceRunner.Restore)
            {
                return RestoreDamaged(store, request);
            }
            catch (StoreException exception)
            {
                return new MaintenanceAnswer(false, exception.Message);
            }

            return await services.GetRequiredService<MaintenanceRunner>().RunAsync(request, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static MaintenanceAnswer RestoreDamaged(IStoreBackup store, MaintenanceRequest request)
    {
        try
        {
            store.RestoreOffline(request.Argument);
            return new MaintenanceAnswer(true, $"The damaged store was replaced by {request.Argument}.");
        }
        catch (Exception exception) when (exception is StoreException or IOException or UnauthorizedAccessException)
        {
            return new MaintenanceAnswer(false, exception.Message);
        }
    }
}
