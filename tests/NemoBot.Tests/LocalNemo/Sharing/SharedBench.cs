using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NemoBot.Core.Storage;
using NemoBot.LocalNemo;
using NemoBot.LocalNemo.Settings;
using NemoBot.LocalNemo.Sharing.Renders;
using NemoBot.Media.Processes;
using NemoBot.Storage.Postgres;
using NemoBot.Tests.Storage.Postgres;
using NemoBot.Web.Files;
using NemoBot.Web.Settings;

namespace NemoBot.Tests.LocalNemo.Sharing;

/// <summary>Studios that share a database and a vault, each with a folder of its own.</summary>
internal sealed class SharedBench : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nemobot-vault-").FullName;
    private readonly List<LocalBench> _studios = [];
    private readonly List<MediaProcesses> _processes = [];
    private readonly PostgresDatabase _database;

    private SharedBench(PostgresDatabase database)
    {
        _database = database;
        Queue = new PostgresStudioRenders(database);
        Records = new PostgresStudioRecords(database);
        var vault = VaultIn(_folder);
        Vault = vault;
        Spool = new FileSpool(Options.Create(new WebChatOptions { DataFolder = _folder }), Options.Create(new ClusterOptions()), vault, TimeProvider.System);
    }

    public PostgresStudioRenders Queue { get; }

    public PostgresStudioRecords Records { get; }

    /// <summary>The files of the web chat in the same vault.</summary>
    public FileSpool Spool { get; }

    public IFileVault Vault { get; init; }

    /// <summary>Of the studio that was added last with the means to render.</summary>
    public RenderReadiness? LastReadiness { get; private set; }

    public static async Task<SharedBench> StartAsync() => new(await OpenDatabaseAsync((await PostgresServer.SharedAsync()).NewSchema()));

    /// <summary>Starts one whose files are in a bucket.</summary>
    public static async Task<SharedBench> StartAsync(IFileVault bucket) => new(await OpenDatabaseAsync((await PostgresServer.SharedAsync()).NewSchema())) { Vault = bucket };

    /// <summary>Lets another studio be asked with the same token.</summary>
    public static void Follow(LocalBench from, LocalBench to)
    {
        foreach (var (name, values) in from.Http.DefaultRequestHeaders)
        {
            to.Http.DefaultRequestHeaders.TryAddWithoutValidation(name, values);
        }
    }

    public static FolderVault VaultIn(string folder) => new(Options.Create(new WebChatOptions { DataFolder = folder }), new DiskSync());

    public static async Task<PostgresDatabase> OpenDatabaseAsync(string connection)
    {
        var database = new PostgresDatabase(new ClusterOptions { Database = connection, ConnectPatience = TimeSpan.FromSeconds(2) }, TimeProvider.System);
        await database.OpenAsync(CancellationToken.None);
        return database;
    }

    public async Task<LocalBench> AddAsync(
        bool renders, TimeProvider? clock = null, Action<LocalNemoOptions>? configure = null, string ffmpeg = "ffmpeg")
    {
        var sharing = new StudioSharing(Records, Queue, Vault, $"worker{_studios.Count}", renders ? Readiness(ffmpeg, clock ?? TimeProvider.System) : null);
        _studios.Add(await LocalBench.StartAsync(configure, clock, sharing: sharing));
        return _studios[^1];
    }

    /// <summary>Makes claims on renders look as old as those of a machine that was lost.</summary>
    public Task<int> LoseClaimsAsync() => _database.WriteAsync(
        s => s.ExecuteAsync("UPDATE studio_renders SET lease_until = now() - interval '1 second'"), CancellationToken.None);

    /// <summary>The bundles in the vault, by what they are: f for uploaded files, v for videos.</summary>
    public string Bundles => string.Concat(
        new DirectoryInfo(_folder).GetFiles("content", SearchOption.AllDirectories).Where(f => f.Directory!.Parent!.Name == IFileVault.Studio).Select(f => f.Directory!.Name[0]).Order());

    /// <summary>Stops one of the studios.</summary>
    public async Task StopAsync(LocalBench studio)
    {
        _studios.Remove(studio);
        await studio.DisposeAsync();
    }

    private RenderReadiness Readiness(string ffmpeg, TimeProvider clock)
    {
        var processes = new MediaProcesses(Options.Create(new MediaOptions { FfmpegPath = ffmpeg }), clock);
        _processes.Add(processes);
        return LastReadiness = new RenderReadiness(new FakeMediaTools(), processes, clock, NullLogger<RenderReadiness>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        _processes.ForEach(p => p.Dispose());
        foreach (var studio in _studios)
        {
            await studio.DisposeAsync();
        }

        _database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
