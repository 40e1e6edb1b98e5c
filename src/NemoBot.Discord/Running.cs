using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;
using NemoBot.Discord.Commands;
using NemoBot.Discord.Events;
using NemoBot.Discord.Gateway;
using NemoBot.Discord.Interactions;
using NemoBot.Discord.Threads;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord;

/// <summary>One run of the platform, from signing in to the end.</summary>
internal sealed partial class Running(Parts parts, IInboundSink sink)
{
    private const int Guilds = 1 << 0;
    private const int GuildMessages = 1 << 9;
    private const int DirectMessages = 1 << 12;
    private const int MessageContent = 1 << 15;
    private const long HasContentFlags = (1L << 18) | (1L << 19);

    private readonly ILogger _log = parts.Logs.CreateLogger<Running>();

    /// <summary>Signs in, registers what changed, and stays connected until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var sign = new SignIn(parts);
        var own = new OwnIdentity();
        var me = await sign.FindMeAsync(cancellationToken);
        var application = await sign.FindApplicationAsync(cancellationToken);
        own.Learn(me?.Id, application?.Id);
        var gateway = await sign.FindGatewayAsync(cancellationToken);
        var plan = ShardPlan.Make(parts.Options.Shards, gateway.Shards);
        parts.ReadsContent = WantsContent(application);
        if (!parts.ReadsContent)
        {
            LogBlind(_log);
        }

        await parts.Book.LoadAsync(cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var lanes = new ChannelLanes(parts.Clock, parts.Logs.CreateLogger<ChannelLanes>(), stop.Token);
        var router = Route(own, plan, lanes, stop.Token);
        var intents = Guilds | GuildMessages | DirectMessages | (parts.ReadsContent ? MessageContent : 0);
        var identity = new GatewayIdentity(own, gateway.Url, intents, plan, router.OnEventAsync);
        var registering = new CommandRegistrar(parts.Api, parts.Cursors, parts.Logs.CreateLogger<CommandRegistrar>()).RegisterAsync(own, application, stop.Token);
        var saving = SaveAgainAsync(stop.Token);
        try
        {
            var shards = new DiscordGateway(parts.Api, parts.Cursors, parts.Options, parts.Clock, parts.Logs);
            await shards.RunAsync(
                identity,
                gateway.SessionStartLimit,
                async () =>
                {
                    await stop.CancelAsync();
                    await lanes.Drained;
                },
                cancellationToken);
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(registering, saving).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            await parts.Book.SaveAsync(CancellationToken.None);
        }
    }

    private EventRouter Route(OwnIdentity own, ShardPlan plan, ChannelLanes lanes, CancellationToken stopping)
    {
        var intake = new MessageIntake(parts.Book, parts.Administrators, parts.Sender);
        var answers = new Answers(parts.Api, parts.Logs.CreateLogger<Answers>());
        var handler = new InteractionHandler(
            answers,
            new Echoes(answers, parts.FollowUps, parts.Book),
            new Completion(answers, parts.Options, parts.Clock),
            new ThreadButton(new ThreadOpener(parts.Api, parts.Options), parts.FollowUps, answers, parts.Book),
            parts.Interactions,
            parts.Book,
            parts.Administrators,
            parts.Options,
            parts.Clock,
            parts.Logs.CreateLogger<InteractionHandler>());
        var catchUp = new CatchUp(parts.Api, parts.Book, intake, parts.Options, parts.Clock, parts.Logs.CreateLogger<CatchUp>());
        return new EventRouter(
            own, plan, sink, lanes, intake, handler, catchUp, parts.Book, parts.Tiers, parts.Logs.CreateLogger<EventRouter>(), stopping);
    }

    /// <summary>The intent is asked for if the application has it; asking without having it would close the connection.</summary>
    private bool WantsContent(WireApplication? application)
    {
        var has = application?.Flags is { } flags && (flags & HasContentFlags) != 0;
        return parts.Options.MessageContent switch
        {
            true when application?.Flags is not null && !has => throw CloseCodes.Fatal(4014)!,
            { } wanted => wanted,
            null => has,
        };
    }

    private async Task SaveAgainAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(parts.Options.SaveInterval, parts.Clock);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            try
            {
                await parts.Book.SaveAsync(cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogNotSaved(_log, e);
            }
        }
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Discord: without Message Content Intent (your application, page Bot, Privileged Gateway Intents) replies that do not mention the bot "
            + "stay unread; commands, mentions and direct messages work")]
    private static partial void LogBlind(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "What was read in Discord could not be noted; trying again")]
    private static partial void LogNotSaved(ILogger logger, Exception exception);
}
