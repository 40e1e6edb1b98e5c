using NemoBot.Discord;
using NemoBot.Telegram;
using NemoBot.Web;

namespace NemoBot.Hosting;

/// <summary>The platforms. A further one is one line here.</summary>
internal static class PlatformServices
{
    public static IServiceCollection AddPlatforms(this IServiceCollection services, IConfiguration section) => services
        .AddWebChat(section.GetSection("Web"))
        .AddTelegram(section.GetSection("Telegram"))
        .AddDiscord(section.GetSection("Discord"));
}
