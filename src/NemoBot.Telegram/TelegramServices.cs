using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NemoBot.Core.Homes;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Telegram.Api;
using NemoBot.Telegram.Files;
using NemoBot.Telegram.Messages;
using NemoBot.Telegram.Pacing;
using NemoBot.Telegram.Settings;
using NemoBot.Telegram.Updates;

namespace NemoBot.Telegram;

/// <summary>Adds Telegram to the host.</summary>
public static class TelegramServices
{
    private const long LargestUpdate = 1 << 20;

    /// <summary>
    /// Registers the platform with the settings of the section <c>NemoBot:Telegram</c>; does nothing if the token is blank.
    /// Requires an <see cref="IPlatformCursors"/> or <see cref="IBotStore"/>.
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
        services.TryAddSingleton<ISoleWork, LocalSoleWork>();
        services.TryAddSingleton<IPaceShare, LocalPaceShare>();
        services.TryAddSingleton<IPlatformCursors>(s => s.GetRequiredService<IBotStore>());
        services.AddSingleton<TelegramGateway>().AddSingleton<SendPace>();
        services.AddSingleton<ChatStateEvents>().AddSingleton<PacedCalls>().AddSingleton<TextSender>();
        services.AddSingleton<FileSender>().AddSingleton<FileOpener>();
        services.AddSingleton<BotIdentity>().AddSingleton<BackgroundWork>().AddSingleton<NoticeSender>().AddSingleton<TokenFilter>();
        services.AddSingleton<InboundPublisher>().AddSingleton<AlbumJournal>().AddSingleton<AlbumCollector>();
        services.AddSingleton<GroupGreeting>().AddSingleton<CommandRegistration>().AddSingleton<AdministratorLookup>();
        services.AddSingleton<UpdateHandler>().AddSingleton<OffsetCursor>().AddSingleton<UpdatePoller>().AddSingleton<WebhookReceiver>();
        services.AddSingleton<ChatStateRelay>().AddSingleton<UpdateReceiver>().AddSingleton<TelegramPlatform>();
        return services.AddSingleton<IChatPlatform>(s => s.GetRequiredService<TelegramPlatform>());
    }

    /// <summary>Maps the webhook if <c>NemoBot:Telegram:WebhookUrl</c> is set; otherwise does nothing.</summary>
    public static IEndpointRouteBuilder MapTelegramWebhook(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        if (endpoints.ServiceProvider.GetService<WebhookReceiver>() is { Path: { } path } receiver)
        {
            // The webhook's own secret authenticates the caller; the web chat's access token does not apply.
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
