using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Homes;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Discord.Channels;
using NemoBot.Discord.Commands;
using NemoBot.Discord.Configuration;
using NemoBot.Discord.Events;
using NemoBot.Discord.Gateway;
using NemoBot.Discord.Interactions;
using NemoBot.Discord.Messages;
using NemoBot.Discord.Rest;
using NemoBot.Discord.Supervision;
using NemoBot.Discord.Threads;

namespace NemoBot.Discord;

/// <summary>Adds Discord to a host.</summary>
public static class DiscordServices
{
    /// <summary>
    /// Registers Discord as an <see cref="IChatPlatform"/> if the section holds a token; does nothing otherwise.
    /// Needs an <see cref="IPlatformCursors"/> or <see cref="IBotStore"/> among the services.
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

        services.AddOptions<DiscordOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DiscordOptions>, DiscordOptionsValidator>();
        return services.AddDiscord(s => s.GetRequiredService<IOptions<DiscordOptions>>().Value);
    }

    /// <summary>Registers the platform with options from elsewhere.</summary>
    internal static IServiceCollection AddDiscord(this IServiceCollection services, Func<IServiceProvider, DiscordOptions> options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ISoleWork, LocalSoleWork>();
        services.TryAddSingleton<IPaceShare, LocalPaceShare>();
        services.TryAddSingleton<IPlatformCursors>(s => s.GetRequiredService<IBotStore>());
        services.AddSingleton(options);
        services.AddSingleton<HealthMonitor>().AddSingleton<RetryLoop>();
        AddMessages(services);
        AddEvents(services);
        services.AddSingleton<SignIn>().AddSingleton<DiscordSession>().AddSingleton<DiscordPlatform>();
        return services.AddSingleton<IChatPlatform>(s => s.GetRequiredService<DiscordPlatform>());
    }

    private static void AddMessages(IServiceCollection services)
    {
        services.AddSingleton(s => new DiscordRest(
            NewClient(s.GetRequiredService<DiscordOptions>()),
            s.GetRequiredService<DiscordOptions>(),
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<IPaceShare>(),
            s.GetRequiredService<ILogger<DiscordRest>>()));
        services.AddSingleton<DiscordApi>();
        services.AddSingleton<ChannelRegistry>().AddSingleton<ChannelLimits>().AddSingleton<GuildTiers>();
        services.AddSingleton<AdministratorLookup>().AddSingleton<RoleLookup>().AddSingleton<OpenInteractions>();
        services.AddSingleton<FollowUps>().AddSingleton<PermissionNotices>().AddSingleton<MessageSender>().AddSingleton<AttachmentLoader>();
    }

    private static void AddEvents(IServiceCollection services)
    {
        services.AddSingleton<BotIdentity>().AddSingleton<GatewaySessionStore>().AddSingleton<IdentifyLimiter>().AddSingleton<DiscordGateway>();
        services.AddSingleton<CommandRegistrar>().AddSingleton<ThreadOpener>();
        services.AddSingleton<InteractionResponder>().AddSingleton<CommandEcho>().AddSingleton<AutocompleteHandler>();
        services.AddSingleton<ThreadButton>().AddSingleton<InteractionHandler>();
        services.AddSingleton<MessageReceiver>().AddSingleton<CatchUp>().AddSingleton<EventRouter>();
    }

    private static HttpClient NewClient(DiscordOptions options) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = options.RequestTimeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
    })
    {
        // Each request has its own timeouts, on the injected clock.
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
