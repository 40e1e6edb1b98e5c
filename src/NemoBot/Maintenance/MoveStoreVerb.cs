using System.Runtime.CompilerServices;
using NemoBot.Core.Storage;
using NemoBot.LocalNemo;
using NemoBot.LocalNemo.Settings;
using NemoBot.Settings;
using NemoBot.Storage;
using NemoBot.Storage.Moving;
using NemoBot.Web;

namespace NemoBot.Maintenance;

/// <summary>
/// <c>move-store</c>: copies the store of the data folder, whose bot must be stopped, into the PostgreSQL of a cluster. Exit code 0 if it
/// was done, 2 if it was refused.
/// </summary>
internal static class MoveStoreVerb
{
    public const string Verb = "move-store";

    public const string Usage = """
        nemobot move-store                       copies everything that is kept into an empty PostgreSQL, for several instances
        """;

    public static async Task<int> RunAsync()
    {
        var configuration = BotConfiguration.Load();
        using var loggers = LoggerFactory.Create(logging => logging.AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning));
        var counts = await CopyAsync(configuration, loggers).ConfigureAwait(false);
        foreach (var (kind, count) in counts.Where(c => c.Value > 0))
        {
            Console.WriteLine($"{kind,-12} {count,10:N0}");
        }

        Console.WriteLine("The store was copied. Start the instances; the files in the data folder were left as they are and are not used any more.");
        return 0;
    }

    /// <summary>A method of its own, so that the client of PostgreSQL is loaded only here.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<IReadOnlyDictionary<string, int>> CopyAsync(IConfiguration configuration, ILoggerFactory loggers)
    {
        var section = configuration.GetSection(SettingsCatalog.Root);
        var data = DataFolder.Find(configuration);
        var studio = section[$"{LocalNemoOptions.Section}:{nameof(LocalNemoOptions.DataFolder)}"] is { Length: > 0 } own ? own : Path.Combine(data, "localnemo");
        var services = new ServiceCollection().AddSingleton(configuration).AddStorage(section).AddWebChat(section.GetSection("Web")).BuildServiceProvider();
        await using (services.ConfigureAwait(false))
        {
            return await StoreMove.RunAsync(
                section,
                Path.Combine(data, "keys"),
                loggers,
                (records, renders, stop) => StudioMove.RunAsync(studio, records, renders, services.GetRequiredService<IFileVault>(), stop),
                CancellationToken.None).ConfigureAwait(false);
        }
    }
}
