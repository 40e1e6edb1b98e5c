using Microsoft.Extensions.Options;
using NemoBot.Core.Homes;
using NemoBot.Core.Media;
using NemoBot.Core.Storage;
using NemoBot.LocalNemo;

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
        await Task.WhenAll(
            services.GetRequiredService<IBotStore>().InitializeAsync(cancellationToken),
            services.GetRequiredService<EmbeddedBackend>().StartAsync(cancellationToken)).ConfigureAwait(false);
        await (services.GetService<IAdmission>()?.CheckAsync(cancellationToken) ?? Task.CompletedTask).ConfigureAwait(false);
    }
}
