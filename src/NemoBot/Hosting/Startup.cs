using Microsoft.Extensions.Options;
using NemoBot.Core.Media;
using NemoBot.Core.Storage;

namespace NemoBot.Hosting;

/// <summary>What must stand before anything else runs: folders, the database, the local backend.</summary>
internal static class Startup
{
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var work = services.GetRequiredService<IOptions<WorkOptions>>().Value.Folder;
        if (Directory.Exists(work))
        {
            // Scratch files of a killed process; what they were for is begun anew.
            Directory.Delete(work, recursive: true);
        }

        Directory.CreateDirectory(work);
        await Task.WhenAll(
            services.GetRequiredService<IBotStore>().InitializeAsync(cancellationToken),
            services.GetRequiredService<EmbeddedBackend>().StartAsync(cancellationToken)).ConfigureAwait(false);
    }
}
