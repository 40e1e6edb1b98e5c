using System.Runtime.CompilerServices;
using NemoBot.Settings;
using NemoBot.Storage.Moving;

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
    private static Task<IReadOnlyDictionary<string, int>> CopyAsync(IConfiguration configuration, ILoggerFactory loggers) => StoreMove.RunAsync(
        configuration.GetSection(SettingsCatalog.Root), Path.Combine(DataFolder.Find(configuration), "keys"), loggers, CancellationToken.None);
}
