using Microsoft.Extensions.Options;
using NemoBot.Core.Homes;
using NemoBot.Core.Media;
using NemoBot.Core.Storage;
using NemoBot.LocalNemo;
using NemoBot.Nemo;

namespace NemoBot.Hosting;

/// <summary>Prepares what everything else needs: valid settings, folders, the store, the local backend.</summary>
internal static class Startup
{
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        // Verbs prepare without starting a host: a wrong setting is found here, whatever starts the bot.
        services.GetService<IStartupValidator>()?.Validate();
        var work = services.GetRequiredService<IOptions<WorkOptions>>().Value.Folder;
        if (Directory.Exists(work))
        {
            // Scratch files of a killed process; the work that needed them starts again.
            Directory.Delete(work, recursive: true);
        }

        Directory.CreateDirectory(work);
        await (services.GetService<IFileVault>()?.CheckAsync(cancellationToken) ?? Task.CompletedTask).ConfigureAwait(false);
        var (store, backend) = (services.GetRequiredService<IBotStore>(), services.GetRequiredService<EmbeddedBackend>());
        if (services.GetService<IAdmission>() is { } admission)
        {
            // The studio works on the tables of the store as soon as it starts.
            await store.InitializeAsync(cancellationToken).ConfigureAwait(false);
            var hasOthers = await admission.CheckAsync(cancellationToken).ConfigureAwait(false);
            if (!services.GetRequiredService<NemoBackendFactory>().UsesCloud && services.GetService<StudioSharing>() is { } sharing)
            {
                await sharing.RequireSameVaultAsync(!hasOthers, services.GetRequiredService<TimeProvider>(), cancellationToken).ConfigureAwait(false);
            }

            await backend.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await Task.WhenAll(store.InitializeAsync(cancellationToken), backend.StartAsync(cancellationToken)).ConfigureAwait(false);
        }
    }
}
