using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NemoBot.Core.Access;
using NemoBot.Core.Budgets;
using NemoBot.Core.Commands;
using NemoBot.Core.Homes;
using NemoBot.Core.Erasure;
using NemoBot.Core.Inbound;
using NemoBot.Core.Media;
using NemoBot.Core.Platforms;
using NemoBot.Core.Prompting;
using NemoBot.Core.Prompting.Uploads;
using NemoBot.Core.Queueing;
using NemoBot.Core.Recovery;
using NemoBot.Core.Rendering;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Core.Telemetry;
using NemoBot.Core.Turns;

namespace NemoBot.Core;

/// <summary>Puts the engine together. The host adds the platforms, the backends, the store, the media tools and the clock.</summary>
public static class EngineServices
{
    /// <summary>Adds the engine; <paramref name="section"/> is the section <c>NemoBot</c>.</summary>
    public static IServiceCollection AddEngine(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        services.AddOptions<EngineOptions>().Bind(section.GetSection("Engine")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<AccessOptions>().Bind(section.GetSection("Access")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<AccessOptions>, AccessOptionsValidator>();
        services.AddOptions<BudgetOptions>().Bind(section.GetSection("Budget")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ClaimOptions>().Bind(section.GetSection("Claims")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<DeliveryOptions>().Bind(section.GetSection("Delivery")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<LiveStatusOptions>().Bind(section.GetSection("Status")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<RenderOptions>().Bind(section.GetSection("Rendering")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<WorkOptions>().Bind(section.GetSection("Work")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<UploadOptions>().Bind(section.GetSection("Files")).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddDelivery().AddRendering().AddConversations().AddAccess().AddUploads().AddPrompts().AddTurns().AddInbound().AddHomes().AddUpkeep().AddCommands();
    }

    private static IServiceCollection AddDelivery(this IServiceCollection services) => services
        .AddSingleton<PlatformDirectory>()
        .AddSingleton<Messenger>()
        .AddSingleton<LiveStatusFactory>()
        .AddSingleton<StatusFinalizer>()
        .AddSingleton<RenderRecords>()
        .AddSingleton<FullFileLinks>()
        .AddSingleton<VideoDelivery>();

    private static IServiceCollection AddRendering(this IServiceCollection services) => services
        .AddSingleton<RenderSubmitter>()
        .AddSingleton<RenderPoller>()
        .AddSingleton<RenderParts>()
        .AddSingleton<RenderOffers>()
        .AddSingleton<RenderReporter>()
        .AddSingleton<RenderWorker>()
        .AddSingleton<RenderQueue>();

    private static IServiceCollection AddConversations(this IServiceCollection services) => services
        .AddSingleton<ConversationQueues>()
        .AddSingleton<QueueRunner>()
        .AddSingleton<ConversationProvider>()
        .AddSingleton<SessionProvider>()
        .AddSingleton<SessionStreams>()
        .AddSingleton<DraftService>()
        .AddSingleton<LocalBackendMigration>()
        .AddSingleton<SessionEraser>()
        .AddSingleton<ConversationEraser>()
        .AddSingleton<SuggestionProvider>();

    private static IServiceCollection AddAccess(this IServiceCollection services) => services
        .AddSingleton<AccessPolicyEvaluator>()
        .AddSingleton<AccountLinkService>()
        .AddSingleton<AccessLists>()
        .AddSingleton<PairingService>()
        .AddSingleton<AccessGate>()
        .AddSingleton<CreditService>()
        .AddSingleton<IValueStore>(s => s.GetRequiredService<IBotStore>())
        .AddSingleton<UsageLedger>()
        .AddSingleton<BudgetService>();

    private static IServiceCollection AddUploads(this IServiceCollection services) => services
        .AddSingleton<SkillSelector>()
        .AddSingleton<AttachmentInspector>()
        .AddSingleton<AttachmentIntake>()
        .AddSingleton<LinkFetcher>()
        .AddSingleton<AttachmentUploader>();

    private static IServiceCollection AddPrompts(this IServiceCollection services) => services
        .AddSingleton<PromptRequestReader>()
        .AddSingleton<PromptStream>()
        .AddSingleton<LostStreamRecovery>()
        .AddSingleton<ReplyComposer>()
        .AddSingleton<PromptConclusion>()
        .AddSingleton<PromptHandler>()
        .AddSingleton<PostedFormats>()
        .AddSingleton<RenderStarter>()
        .AddSingleton<DeferredRender>();

    private static IServiceCollection AddTurns(this IServiceCollection services) => services
        .AddSingleton<TurnReplies>()
        .AddSingleton<OwedEnds>()
        .AddSingleton<TurnFinalizer>()
        .AddSingleton<TurnReport>()
        .AddSingleton<TurnContextFactory>()
        .AddSingleton<TurnFailures>()
        .AddSingleton<ITurnHandler>(s => s.GetRequiredService<PromptHandler>())
        .AddSingleton<ITurnHandler, CommandHandler>()
        .AddSingleton<ITurnExecutor, TurnRunner>();

    private static IServiceCollection AddInbound(this IServiceCollection services) => services
        .AddSingleton<Inbox>()
        .AddSingleton<NoticeSender>()
        .AddSingleton<QueueNotices>()
        .AddSingleton<InboundDispatcher>()
        .AddSingleton<IInboundSink>(s => s.GetRequiredService<InboundDispatcher>());

    private static IServiceCollection AddHomes(this IServiceCollection services) => services
        .AddSingleton<ConversationDispatcher>()
        .AddSingleton<IConversationHomes, LocalHomes>()
        .AddSingleton<IConversationHome, ConversationHome>()
        .AddSingleton<ISoleWork, LocalSoleWork>()
        .AddSingleton<ILaneGuard, LocalLaneGuard>()
        .AddSingleton<LaneCheck>();

    private static IServiceCollection AddUpkeep(this IServiceCollection services) => services
        .AddSingleton<LoopHealth>()
        .AddSingleton<SupervisedLoop>()
        .AddSingleton<Upkeep>()
        .AddSingleton<WorkResumer>()
        .AddSingleton<StartupRecovery>()
        .AddSingleton<ITakeUp>(s => s.GetRequiredService<StartupRecovery>());

    /// <summary>Every command is found by its type, so that a new one is one class.</summary>
    private static IServiceCollection AddCommands(this IServiceCollection services)
    {
        foreach (Type type in typeof(ICommand).Assembly.DefinedTypes.Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(ICommand))))
        {
            services.AddSingleton(type);
            services.AddSingleton(s => (ICommand)s.GetRequiredService(type));
        }

        return services.AddSingleton<CommandSet>();
    }
}
