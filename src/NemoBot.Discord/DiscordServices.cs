using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Discord.Configuration;

namespace NemoBot.Discord;

/// <summary>Adds Discord to a host.</summary>
public static class DiscordServices
{
    /// <summary>
    /// Registers <see cref="DiscordPlatform"/> as an <see cref="IChatPlatform"/> if the section holds a token; does nothing otherwise.
    /// Needs an <see cref="IBotStore"/> among the services.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="section">The section <c>NemoBot:Discord</c>, bound to <see cref="DiscordOptions"/>.</param>
    public static IServiceCollection AddDiscord(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        if (string.IsNullOrWhiteSpace(section[nameof(DiscordOptions.Token)]))
        {
            return services;
        }

        services.AddOptions<DiscordOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(s => new DiscordPlatform(
            s.GetRequiredService<IOptions<DiscordOptions>>().Value,
            s.GetRequiredService<IBotStore>(),
            s.GetService<TimeProvider>() ?? TimeProvider.System,
            s.GetRequiredService<ILoggerFactory>()));
        return services.AddSingleton<IChatPlatform>(s => s.GetRequiredService<DiscordPlatform>());
    }
}
