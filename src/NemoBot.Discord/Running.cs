using System.Net;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;
using NemoBot.Discord.Commands;
using NemoBot.Discord.Configuration;
using NemoBot.Discord.Events;
using NemoBot.Discord.Gateway;
using NemoBot.Discord.Interactions;
using NemoBot.Discord.Rest;
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
        var me = await AskAsync(parts.Api.GetMeAsync, DiscordJson.Default.WireUser, cancellationToken);
        var application = await FindApplicationAsync(me.Id, cancellationToken);
        var gateway = await AskAsync(parts.Api.GetGatewayAsync, DiscordJson.Default.WireGatewayBot, cancellationToken);
        var plan = ShardPlan.Make(parts.Options.Shards, gateway.Shards);
        parts.ReadsContent = WantsContent(application);
        await parts.Book.LoadAsync(cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var lanes = new ChannelLanes(parts.Clock, parts.Logs.CreateLogger<ChannelLanes>(), stop.Token);
        var router = Route(me.Id, plan, lanes, stop.Token);
        var intents = Guilds | GuildMessages | DirectMessages | (parts.ReadsContent ? MessageContent : 0);
        var identity = new GatewayIdentity(application.Id, gateway.Url, intents, plan, router.OnEventAsync);
        var registering = new CommandRegistrar(parts.Api, parts.Cursors, parts.Logs.CreateLogger<CommandRegistrar>()).RegisterAsync(application, stop.Token);
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
        catch (DiscordStartupException e)
        {
            LogImpossible(_log, e.Message);
            throw;
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(registering, saving).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            await parts.Book.SaveAsync(CancellationToken.None);
        }
    }

    /// <summary>A proxy may not pass this on; the application of a bot has the bot's id unless it is very old.</summary>
    private async Task<WireApplication> FindApplicationAsync(string self, CancellationToken cancellationToken)
    {
        var answer = await parts.Api.GetApplicationAsync(cancellationToken);
        if (answer.IsSuccess)
        {
            return answer.Read(DiscordJson.Default.WireApplication);
        }

        LogNoApplication(_log, (int)answer.Status);
        return new WireApplication { Id = self };
    }

    private EventRouter Route(string self, ShardPlan plan, ChannelLanes lanes, CancellationToken stopping)
    {
        var intake = new MessageIntake(parts.Book, parts.Administrators, parts.Sender);
        var answers = new Answers(parts.Api, parts.Logs.CreateLogger<Answers>());
        var handler = new InteractionHandler(
            answers,
            new Echoes(answers, parts.FollowUps),
            new Completion(answers, parts.Options, parts.Clock),
            new ThreadButton(new ThreadOpener(parts.Api, parts.Options), parts.FollowUps, answers, parts.Book),
            parts.Interactions,
            parts.Book,
            parts.Administrators,
            parts.Options,
            parts.Clock,
            parts.Logs.CreateLogger<InteractionHandler>());
        var catchUp = new CatchUp(parts.Api, parts.Book, intake, parts.Options, parts.Logs.CreateLogger<CatchUp>());
        return new EventRouter(
            self, plan, sink, lanes, intake, handler, catchUp, parts.Book, parts.Tiers, parts.Logs.CreateLogger<EventRouter>(), stopping);
    }

    /// <summary>The intent is asked for if the application has it; asking without having it would close the connection.</summary>
    private bool WantsContent(WireApplication application)
    {
        var has = application.Flags is { } flags && (flags & HasContentFlags) != 0;
        return parts.Options.MessageContent switch
        {
            true when application.Flags is not null && !has => throw CloseCodes.Fatal(4014)!,
            { } wanted => wanted,
            null => has,
        };
    }

    /// <summary>Asks until there is an answer: a network that comes up later than the bot is no reason to give up.</summary>
    private async Task<T> AskAsync<T>(Func<CancellationToken, Task<RestAnswer>> ask, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        for (var wait = parts.Options.ReconnectDelay; ; wait = wait * 2 < parts.Options.ReconnectDelayMax ? wait * 2 : parts.Options.ReconnectDelayMax)
        {
            try
            {
                var answer = await ask(cancellationToken);
                if (answer.IsSuccess)
                {
                    return answer.Read(type);
                }

                if (answer.Status == HttpStatusCode.Unauthorized)
                {
                    var bad = CloseCodes.BadToken();
                    LogImpossible(_log, bad.Message);
                    throw bad;
                }

                LogWaiting(_log, (int)answer.Status, wait);
            }
            catch (Exception e) when (e is HttpRequestException or System.Text.Json.JsonException)
            {
                LogWaiting(_log, 0, wait);
            }

            await Task.Delay(wait, parts.Clock, cancellationToken);
        }
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

    [LoggerMessage(Level = LogLevel.Critical, Message = "Discord cannot start: {Sentence}")]
    private static partial void LogImpossible(ILogger logger, string sentence);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord does not answer as it should ({Status}); trying again in {Wait}")]
    private static partial void LogWaiting(ILogger logger, int status, TimeSpan wait);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord does not tell about the application ({Status}); going on without")]
    private static partial void LogNoApplication(ILogger logger, int status);

    [LoggerMessage(Level = LogLevel.Error, Message = "What was read in Discord could not be noted; trying again")]
    private static partial void LogNotSaved(ILogger logger, Exception exception);
}
