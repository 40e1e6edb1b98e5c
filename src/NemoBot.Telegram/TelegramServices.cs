using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Telegram.Api;
using NemoBot.Telegram.Files;
using NemoBot.Telegram.Messages;
using NemoBot.Telegram.Pacing;
using NemoBot.Telegram.Settings;
using NemoBot.Telegram.Updates;

namespace NemoBot.Telegram;

/// <summary>Puts Telegram into the host.</summary>
public static class TelegramServices
{
    private const long LargestUpdate = 1 << 20;

    /// <summary>
    /// Registers the platform with the settings of the section <c>NemoBot:Telegram</c>; does nothing while the token is blank.
    /// Needs <see cref="IPlatformCursors"/> or <see cref="IBotStore"/> from elsewhere.
    /// </summary>
    public static IServiceCollection AddTelegram(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        if (string.IsNullOrWhiteSpace(section[nameof(TelegramOptions.Token)]))
        {
            return services;
        }

        services.AddOptions<TelegramOptions>().Bind(section).PostConfigure(o => o.Token = o.Token.Trim()).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TelegramOptions>, TelegramOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IPlatformCursors>(s => s.GetRequiredService<IBotStore>());
        services.AddSingleton<TelegramGateway>().AddSingleton<SendPace>();
        services.AddSingleton<ChatNews>().AddSingleton<PacedCalls>().AddSingleton<TextSender>();
        services.AddSingleton<FileSender>().AddSingleton<FileOpener>();
        services.AddSingleton<BotIdentity>().AddSingleton<BackgroundWork>().AddSingleton<Notices>().AddSingleton<SecretGuard>();
        services.AddSingleton<AlbumJournal>().AddSingleton<AlbumCollector>().AddSingleton<GroupGreeting>().AddSingleton<CommandRegistration>();
        services.AddSingleton<Administrators>().AddSingleton<UpdateHandler>().AddSingleton<OffsetCursor>();
        services.AddSingleton<UpdatePoller>().AddSingleton<WebhookReceiver>();
        services.AddSingleton<TelegramRooms>().AddSingleton<TelegramPlatform>();
        return services.AddSingleton<IChatPlatform>(s => s.GetRequiredService<TelegramPlatform>());
    }

    /// <summary>Listens for Telegram's posts if <c>NemoBot:Telegram:WebhookUrl</c> is set; otherwise does nothing.</summary>
    public static IEndpointRouteBuilder MapTelegramWebhook(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        if (endpoints.ServiceProvider.GetService<WebhookReceiver>() is { Path: { } path } receiver)
        {
            // The secret is the permission: the web chat's own access token has no meaning here.
            endpoints.MapPost(path, context => ReceiveAsync(receiver, context)).WithMetadata(new AllowAnonymousAttribute());
        }

        return endpoints;
    }

    private static async Task ReceiveAsync(WebhookReceiver receiver, HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = LargestUpdate;
        }

        string? secret = context.Request.Headers[WebhookReceiver.SecretHeader];
        context.Response.StatusCode = await receiver.ReceiveAsync(secret, context.Request.Body, context.RequestAborted);
    }
}
