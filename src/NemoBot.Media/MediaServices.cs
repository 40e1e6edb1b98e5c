using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NemoBot.Core.Media;
using NemoBot.Media.Processes;

namespace NemoBot.Media;

/// <summary>Wires FFmpeg up.</summary>
public static class MediaServices
{
    /// <summary>Registers <see cref="IMediaTools"/> and <see cref="MediaProcesses"/>.</summary>
    /// <param name="services">Where.</param>
    /// <param name="section">The section <c>NemoBot:Media</c>.</param>
    public static IServiceCollection AddMedia(this IServiceCollection services, IConfiguration section)
    {
        services.AddOptions<MediaOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<MediaProcesses>();
        services.TryAddSingleton<IMediaTools, MediaTools>();
        return services;
    }
}
