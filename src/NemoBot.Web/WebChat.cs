using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NemoBot.Core.Homes;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Web.Admin;
using NemoBot.Web.Api;
using NemoBot.Web.Chat;
using NemoBot.Web.Files;
using NemoBot.Web.Messages;
using NemoBot.Web.Pages;
using NemoBot.Web.Security;
using NemoBot.Web.Settings;
using NemoBot.Web.Uploads;

namespace NemoBot.Web;

/// <summary>Adds the web chat to a host.</summary>
public static class WebChat
{
    /// <summary>Adds the platform. Needs an <c>IMessageLog</c>; uses an <c>ISkillCatalog</c> if there is one.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="section">The section <c>NemoBot:Web</c>.</param>
    public static IServiceCollection AddWebChat(this IServiceCollection services, IConfiguration section)
    {
        services.AddOptions<WebChatOptions>()
            .Bind(section)
            .Configure<IConfiguration>((options, root) => options.DataFolder ??= root["NemoBot:DataFolder"])
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebChatOptions>, WebChatOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        AddParts(services);
        AddEndpoints(services);
        if (section.GetValue("Enabled", true))
        {
            services.AddSingleton<WebPlatform>();
            services.AddSingleton<IChatPlatform>(s => s.GetRequiredService<WebPlatform>());
            services.AddSingleton<IFileShare>(s => s.GetRequiredService<WebPlatform>());
            services.AddHostedService<BindingCheck>();
        }

        return services;
    }

    /// <summary>Maps the page and its API, unless the chat is disabled.</summary>
    public static void MapWebChat(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        if (!services.GetRequiredService<IOptions<WebChatOptions>>().Value.Enabled)
        {
            return;
        }

        var gate = services.GetRequiredService<RequestGate>();
        MapApi(routes, gate, services);
        MapPage(routes, gate, services);
    }

    private static void AddParts(IServiceCollection services)
    {
        services.AddSingleton<FileSpool>();
        services.AddSingleton<FileRetention>();
        services.TryAddSingleton<IFileVault, FolderVault>();
        services.AddSingleton<DiskSpace>();
        services.AddSingleton<DiskSync>();
        services.TryAddSingleton<ISignal, LocalSignal>();
        services.TryAddSingleton<IPaceShare, LocalPaceShare>();
        services.AddSingleton<ChangeNotifier>();
        services.AddSingleton<ChatLog>();
        services.AddSingleton<FormReader>();
        services.AddSingleton<InboundSinkHolder>();
        services.AddSingleton<Participants>();
        services.AddSingleton<HostCheck>();
        services.AddSingleton<AccessCheck>();
        services.AddSingleton<AttemptLimiter>();
        services.AddSingleton<RequestGate>();
        services.AddSingleton<PageFiles>();
    }

    private static void AddEndpoints(IServiceCollection services)
    {
        services.AddSingleton<SendEndpoint>();
        services.AddSingleton<HistoryEndpoint>();
        services.AddSingleton<EventsEndpoint>();
        services.AddSingleton<ActionEndpoint>();
        services.AddSingleton<ConnectEndpoint>();
        services.AddSingleton<FileEndpoint>();
        services.AddSingleton<SettingsEndpoint>();
        services.AddSingleton<SignInEndpoint>();
        services.AddSingleton<PageEndpoint>();
        services.AddSingleton<AdminCheck>();
        services.AddSingleton<AdminEndpoint>();
    }

    private static void MapApi(IEndpointRouteBuilder routes, RequestGate gate, IServiceProvider services)
    {
        var session = services.GetRequiredService<SignInEndpoint>();
        var files = services.GetRequiredService<FileEndpoint>();
        const string Channel = "/api/channels/{channel}/";
        routes.MapPost(Channel + "messages", gate.Guard(services.GetRequiredService<SendEndpoint>().HandleAsync));
        routes.MapGet(Channel + "messages", gate.Guard(services.GetRequiredService<HistoryEndpoint>().HandleAsync));
        routes.MapGet(Channel + "events", gate.Guard(services.GetRequiredService<EventsEndpoint>().HandleAsync));
        routes.MapPost(Channel + "actions", gate.Guard(services.GetRequiredService<ActionEndpoint>().HandleAsync));
        routes.MapPost(Channel + "connect", gate.Guard(services.GetRequiredService<ConnectEndpoint>().HandleAsync));
        routes.MapGet("/api/settings", gate.Guard(services.GetRequiredService<SettingsEndpoint>().HandleAsync));
        routes.MapGet("/api/session", gate.Guard(SignInEndpoint.StatusAsync));
        routes.MapPost("/api/session", gate.Open(session.SignInAsync));
        routes.MapDelete("/api/session", gate.Open(session.SignOutAsync));
        MapRead(routes, "/files/{id}/{name}", gate.Open(files.ServeFileAsync, isFile: true));
        MapRead(routes, "/posters/{id}", gate.Open(files.ServePosterAsync, isFile: true));
    }

    private static void MapPage(IEndpointRouteBuilder routes, RequestGate gate, IServiceProvider services)
    {
        var page = services.GetRequiredService<PageEndpoint>();
        MapRead(routes, "/", gate.Open(PageEndpoint.RedirectHomeAsync));
        MapRead(routes, "/c/{channel}", gate.Open(page.ServePageAsync));
        MapRead(routes, "/assets/{**path}", gate.Open(page.ServeAssetAsync));
        MapRead(routes, "/favicon.ico", gate.Open(page.ServeIconAsync));
    }

    private static void MapRead(IEndpointRouteBuilder routes, string pattern, RequestDelegate handler) =>
        routes.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], handler);
}
