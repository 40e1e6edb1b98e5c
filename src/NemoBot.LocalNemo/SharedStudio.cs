using NemoBot.Core.Storage;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Rendering;
using NemoBot.LocalNemo.Renders;
using NemoBot.LocalNemo.Settings;
using NemoBot.LocalNemo.Sharing;
using NemoBot.LocalNemo.Sharing.Files;
using NemoBot.LocalNemo.Sharing.Renders;
using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo;

/// <summary>A studio that shares its sessions, files and renders with those of other processes.</summary>
internal static class SharedStudio
{
    private const string SecretKind = "secret";
    private const string SecretId = "links";

    public static async Task<Studio> CreateAsync(
        StudioSharing sharing,
        Folders folders,
        LocalNemoOptions options,
        IProjectRenderer renderer,
        EditTools tools,
        TimeProvider clock,
        ILoggerFactory logs,
        CancellationToken cancellationToken)
    {
        var cache = new FileCache(folders.Cache, sharing.Vault, options.CacheBytes, clock);
        cache.Prepare();
        var records = new SharedSets(sharing.Records);
        var assets = new AssetStore(records.Assets, new VaultAssetFiles(sharing.Vault, cache));
        var work = new RenderWork(assets, new FetchingRenderer(renderer, cache), options.Simulation, clock, logs.CreateLogger<RenderWork>());
        var attempts = new RenderAttempt(sharing.Renders, sharing.Vault, work, folders.Scratch, options.RenderLease, clock, logs.CreateLogger<RenderAttempt>());
        var workers = sharing.Readiness is { } readiness
            ? new RenderWorkers(
                sharing.Renders,
                attempts,
                sharing.Worker,
                options.RenderConcurrency,
                options.RenderLease,
                token => readiness.CheckAsync(folders.FreeBytes() >= options.MinFreeBytes, token),
                clock,
                logs.CreateLogger<RenderWorkers>()) : null;
        var upkeep = new VaultUpkeep(records.Assets, sharing.Renders, sharing.Vault, cache, options.CleaningInterval, clock, logs.CreateLogger<VaultUpkeep>());
        return new Studio(
            new UserStore(records.Users, clock, options.TokenLifetime, options.Simulation.StartCredits ?? 0),
            new SessionStore(records.Sessions, clock),
            new SessionTurns(clock, isShared: true),
            assets,
            new SharedRenders(sharing.Renders, sharing.Vault, workers, upkeep, options.Simulation, clock),
            await LoadSecretAsync(sharing.Records, cancellationToken),
            tools with
            {
                Sound = tools.Sound is null ? null : new FetchingSound(tools.Sound, cache),
                Captions = tools.Captions is null ? null : new FetchingCaptions(tools.Captions, cache),
                Colors = tools.Colors is null ? null : new FetchingColors(tools.Colors, cache),
            });
    }

    /// <summary>The first process makes the secret that signs addresses of files, so that each accepts those of the others.</summary>
    private static async Task<byte[]> LoadSecretAsync(IStudioRecords records, CancellationToken cancellationToken)
    {
        var secret = $"\"{Convert.ToHexString(LinkSecret.New())}\"";
        await records.UpdateAsync(
            SecretKind,
            SecretId,
            known =>
            {
                secret = known ?? secret;
                return known is null ? new StudioRecord(secret, null) : null;
            },
            cancellationToken);
        return Convert.FromHexString(secret.Trim('"'));
    }
}
