using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NemoBot.Core.Storage;
using NemoBot.Discord;
using NemoBot.Discord.Configuration;

namespace NemoBot.Tests.Discord.StandIn;

/// <summary>Composes the platform as the host does.</summary>
internal static class DiscordInstance
{
    public static ServiceProvider Make(DiscordOptions options, IPlatformCursors cursors, TimeProvider clock) => new ServiceCollection()
        .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
        .AddSingleton(cursors)
        .AddSingleton(clock)
        .AddDiscord(_ => options)
        .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
}
