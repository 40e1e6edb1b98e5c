using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NemoBot.Core.Conversations;
using NemoBot.Core.Conversations.Budgets;
using NemoBot.Core.Conversations.Commands;
using NemoBot.Core.Conversations.Files;
using NemoBot.Core.Conversations.Lanes;
using NemoBot.Core.Conversations.Talking;
using NemoBot.Core.Conversations.Turns;
using NemoBot.Core.Delivery;
using NemoBot.Core.Platforms;
using NemoBot.Core.Rendering;
using NemoBot.Core.Storage;

namespace NemoBot.Core;

/// <summary>Puts the engine together. The host adds the platforms, the backends, the store, the media tools and the clock.</summary>
public static class EngineServices
{
    /// <summary>Adds the engine; <paramref name="section"/> is the section <c>NemoBot</c>.</summary>
    public static IServiceCollection AddEngine(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        services.AddOptions<EngineOptions>().Bind(section.GetSection("Engine")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<BudgetOptions>().Bind(section.GetSection("Budget")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ClaimOptions>().Bind(section.GetSection("Claims")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<DeliveryOptions>().Bind(section.GetSection("Delivery")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<LiveStatusOptions>().Bind(section.GetSection("Status"));
        services.AddOptions<RenderOptions>().Bind(section.GetSection("Rendering"));
        services.AddOptions<EngineFiles>().Bind(section.GetSection("Files"));
        return services.AddDelivery().AddRendering().AddTurns().AddCommands();
    }

    private static IServiceCollection AddDelivery(this IServiceCollection services) => services
        .AddSingleton<PlatformDirectory>()
        .AddSingleton<Messenger>()
        .AddSingleton<LiveStatusFactory>()
        .AddSingleton<StatusEnd>()
        .AddSingleton<VideoDelivery>();

    private static IServiceCollection AddRendering(this IServiceCollection services) => services
        .AddSingleton<RenderPoller>()
        .AddSingleton<RenderPost>()
        .AddSingleton<RenderJob>()
        .AddSingleton<RenderDesk>();

    private static IServiceCollection AddTurns(this IServiceCollection services) => services
        .AddSingleton<LaneSet>()
        .AddSingleton<ConversationDesk>()
        .AddSingleton<AccessDesk>()
        .AddSingleton<ConnectDesk>()
        .AddSingleton<Suggester>()
        .AddSingleton<SessionKeeper>()
        .AddSingleton<DraftKeeper>()
        .AddSingleton<CreditDesk>()
        .AddSingleton<CreditBudget>()
        .AddSingleton<RequestBudget>()
        .AddSingleton<SkillChooser>()
        .AddSingleton<FileIntake>()
        .AddSingleton<Uploader>()
        .AddSingleton<OrderReader>()
        .AddSingleton<LocalCarry>()
        .AddSingleton<Talk>()
        .AddSingleton<Recovery>()
        .AddSingleton<TalkAnswer>()
        .AddSingleton<TalkEnds>()
        .AddSingleton<TalkTurn>()
        .AddSingleton<TurnEnd>()
        .AddSingleton<OwedRender>()
        .AddSingleton<ContextFactory>()
        .AddSingleton<TurnRunner>()
        .AddSingleton<Inbox>()
        .AddSingleton<Engine>()
        .AddSingleton<IInboundSink>(s => s.GetRequiredService<Engine>())
        .AddSingleton<Resumer>();

    private static IServiceCollection AddCommands(this IServiceCollection services) => services
        .AddSingleton<ICommand, HelpCommand>()
        .AddSingleton<ICommand, TimelineCommand>()
        .AddSingleton<ICommand, VersionsCommand>()
        .AddSingleton<ICommand, ExportCommand>()
        .AddSingleton<ICommand, CreditsCommand>()
        .AddSingleton<ICommand, SkillCommand>()
        .AddSingleton<ICommand, LanguageCommand>()
        .AddSingleton<ICommand, SettingsCommand>()
        .AddSingleton<ICommand, NewCommand>()
        .AddSingleton<ICommand, KeepCommand>()
        .AddSingleton<ICommand, ThanksCommand>()
        .AddSingleton<ICommand, DropCommand>()
        .AddSingleton<ICommand, CancelCommand>()
        .AddSingleton<ICommand, StatusCommand>()
        .AddSingleton<ICommand, ForgetCommand>()
        .AddSingleton<UnknownCommand>()
        .AddSingleton<ICommand>(s => s.GetRequiredService<UnknownCommand>())
        .AddSingleton<CommandSet>();
}
