using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Rendering;
using NemoBot.LocalNemo.Renders;
using NemoBot.LocalNemo.Settings;
using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo;

/// <summary>A studio of one process: everything is in its data folder.</summary>
internal static class FolderStudio
{
    /// <summary>A session holds the drafts of its versions, a hundred kilobytes of them: the chats of now are kept, the others are read again.</summary>
    private const int SessionsKept = 32;

    public static Studio Create(Folders folders, LocalNemoOptions options, IProjectRenderer renderer, EditTools tools, TimeProvider clock, ILoggerFactory logs)
    {
        var assets = new AssetStore(new FolderRecords<AssetRecord>(folders.Files, () => StoreJson.Default.AssetRecord, null), new FolderAssetFiles(folders.Files));
        var store = new RenderStore(folders);
        var work = new RenderWork(assets, renderer, options.Simulation, clock, logs.CreateLogger<RenderWork>());
        var queue = new RenderQueue(store, work, options, clock, logs.CreateLogger<RenderQueue>());
        var reuse = new RenderReuse(store, options.Simulation, clock, logs.CreateLogger<RenderReuse>());
        return new Studio(
            new UserStore(
                new FolderRecords<UserRecord>(folders.Users, () => StoreJson.Default.UserRecord, null), clock, options.TokenLifetime, options.Simulation.StartCredits ?? 0),
            new SessionStore(new FolderRecords<SessionRecord>(folders.Sessions, () => StoreJson.Default.SessionRecord, s => s.UsedAt, SessionsKept), clock),
            new SessionTurns(clock, isShared: false),
            assets,
            new FolderRenders(store, queue, reuse),
            LinkSecret.Load(Path.Combine(folders.Root, "output.key")),
            tools);
    }
}
