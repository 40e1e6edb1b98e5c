using Microsoft.Extensions.Logging;
using NemoBot.Core.Homes;
using NemoBot.Core.Platforms;
using NemoBot.Discord.Channels;
using NemoBot.Discord.Commands;
using NemoBot.Discord.Configuration;
using NemoBot.Discord.Events;
using NemoBot.Discord.Gateway;
using NemoBot.Discord.Supervision;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord;

/// <summary>Signs in, registers commands that changed and keeps the shards connected.</summary>
internal sealed partial class DiscordSession(
    SignIn signIn,
    BotIdentity identity,
    ChannelRegistry registry,
    CommandRegistrar commands,
    EventRouter router,
    DiscordGateway gateway,
    RetryLoop retries,
    ISoleWork sole,
    HealthMonitor health,
    DiscordOptions options,
    TimeProvider clock,
    ILogger<ChannelQueues> queueLog,
    ILogger<DiscordSession> log)
{
    private const int Guilds = 1 << 0;
    private const int GuildMessages = 1 << 9;
    private const int DirectMessages = 1 << 12;
    private const int MessageContent = 1 << 15;
    private const long HasContentFlags = (1L << 18) | (1L << 19);

    /// <summary>Runs until cancelled.</summary>
    public async Task RunAsync(IInboundSink sink, CancellationToken cancellationToken)
    {
        var me = await signIn.FindMeAsync(cancellationToken);
        var application = await signIn.FindApplicationAsync(cancellationToken);
        identity.Update(me?.Id, application?.Id);
        var address = await signIn.FindGatewayAsync(cancellationToken);
        var plan = ShardPlan.Make(options.Shards, address.Shards);
        identity.ReadsContent = WantsContent(application);
        if (!identity.ReadsContent)
        {
            LogNoContent(log);
        }

        await registry.LoadAsync(cancellationToken);
        await ConnectAsync(sink, application, address, plan, cancellationToken);
    }

    private async Task ConnectAsync(
        IInboundSink sink, WireApplication? application, WireGatewayBot address, ShardPlan plan, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var queues = new ChannelQueues(options, health, clock, queueLog, stop.Token);
        var target = new EventTarget(sink, queues, plan, stop.Token);
        var intents = Guilds | GuildMessages | DirectMessages | (identity.ReadsContent ? MessageContent : 0);
        var introduction = new GatewayIdentity(identity, address.Url, intents, plan, e => router.OnEventAsync(e, target));
        Task[] background =
        [
            retries.RunAsync("registering the commands", ct => sole.RunAsync("discord.registration", work => commands.RegisterAsync(application, work), ct), stop.Token),
            retries.RunAsync("saving the read positions", SaveRegistryAsync, stop.Token),
        ];
        try
        {
            await gateway.RunAsync(
                introduction,
                address.SessionStartLimit,
                async () =>
                {
                    await stop.CancelAsync();
                    await queues.Drained;
                },
                cancellationToken);
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(background);
            await registry.SaveAsync(CancellationToken.None);
        }
    }

    /// <summary>Requests the intent only if the application has it: asking for one that is switched off closes the connection.</summary>
    private bool WantsContent(WireApplication? application)
    {
        var has = application?.Flags is { } flags && (flags & HasContentFlags) != 0;
        return options.MessageContent switch
        {
            true when application?.Flags is not null && !has => throw CloseCodes.Fatal(4014)!,
            { } wanted => wanted,
            null => has,
        };
    }

    private async Task SaveRegistryAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(options.SaveInterval, clock);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            await registry.SaveAsync(cancellationToken);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Discord: Message Content Intent is off (your application, page Bot, Privileged Gateway Intents): replies that do not mention the bot "
            + "cannot be read; commands, mentions and direct messages work")]
    private static partial void LogNoContent(ILogger logger);
}
