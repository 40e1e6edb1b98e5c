using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;
using NemoBot.Discord.Channels;
using NemoBot.Discord.Gateway;
using NemoBot.Discord.Interactions;
using NemoBot.Discord.Messages;
using NemoBot.Discord.Supervision;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord.Events;

/// <summary>Parses each event just far enough to know whether it matters, and enqueues it for its channel.</summary>
internal sealed partial class EventRouter(
    BotIdentity identity,
    MessageReceiver receiver,
    InteractionHandler interactions,
    CatchUp catchUp,
    ChannelRegistry registry,
    GuildTiers tiers,
    RetryLoop retries,
    ILogger<EventRouter> log)
{
    /// <summary>Returns a task that completes when the event is on disk or irrelevant, and is cancelled if it is neither at the shutdown.</summary>
    public async Task OnEventAsync(GatewayEvent e, EventTarget target)
    {
        try
        {
            await RouteAsync(e, target);
        }
        catch (JsonException)
        {
            LogUnreadable(log, e.Name);
        }
        catch (Exception failure) when (!target.Stopping.IsCancellationRequested)
        {
            LogFailed(log, e.Name, failure);
        }
    }

    private Task RouteAsync(GatewayEvent e, EventTarget target) => e.Name switch
    {
        "MESSAGE_CREATE" => OnMessageAsync(Read(e, DiscordJson.Default.WireMessage), target),
        "INTERACTION_CREATE" => OnInteractionAsync(Read(e, DiscordJson.Default.WireInteraction), target),
        "GUILD_CREATE" or "GUILD_UPDATE" => OnGuild(Read(e, DiscordJson.Default.WireGuild)),
        "GUILD_DELETE" => OnGuildRemovedAsync(Read(e, DiscordJson.Default.WireGuild), target),
        "CHANNEL_DELETE" or "THREAD_DELETE" => OnChannelRemovedAsync(Read(e, DiscordJson.Default.WireChannel).Id, target),
        "READY" => OnReady(e.Shard, Read(e, DiscordJson.Default.WireReady), target),
        _ => Task.CompletedTask,
    };

    private static T Read<T>(GatewayEvent e, JsonTypeInfo<T> type) => e.Data.Deserialize(type) ?? throw new JsonException("The event has no data.");

    private Task OnMessageAsync(WireMessage message, EventTarget target)
    {
        if (message.ChannelId is not { } channel)
        {
            return Task.CompletedTask;
        }

        if (MessageReader.IsAddressed(message, identity.User))
        {
            return target.Queues.RunAsync(ChannelRegistry.Id(channel), stop => receiver.PostAsync(message, identity.User, target.Sink, stop));
        }

        if (registry.Find(channel) is not { } state)
        {
            return Task.CompletedTask;
        }

        // Advance the read position in the channel's order.
        var id = message.Id;
        return target.Queues.RunAsync(ChannelRegistry.Id(channel), _ =>
        {
            registry.MarkRead(channel, state, id);
            return Task.CompletedTask;
        });
    }

    private Task OnInteractionAsync(WireInteraction interaction, EventTarget target)
    {
        if (InteractionHandler.IsDirect(interaction))
        {
            return interactions.AnswerAsync(interaction, target.Sink, target.Stopping);
        }

        if (interaction.Type is not (InteractionKinds.Command or InteractionKinds.Component))
        {
            return Task.CompletedTask;
        }

        var acknowledged = interactions.AcknowledgeAsync(interaction, target.Stopping);
        var channel = ChannelRegistry.Id(InteractionContext.Channel(interaction));
        return target.Queues.RunAsync(channel, stop => interactions.PostAsync(interaction, acknowledged, identity.User, target.Sink, stop));
    }

    private Task OnGuild(WireGuild guild)
    {
        if (guild is { Unavailable: not true, PremiumTier: { } tier })
        {
            tiers.Set(guild.Id, tier);
        }

        return Task.CompletedTask;
    }

    /// <summary>An outage marks servers as unavailable; without that flag the bot was removed.</summary>
    private Task OnGuildRemovedAsync(WireGuild guild, EventTarget target)
    {
        if (guild.Unavailable == true)
        {
            return Task.CompletedTask;
        }

        tiers.Remove(guild.Id);
        return Task.WhenAll(registry.ChannelsOf(guild.Id).Select(c => OnChannelRemovedAsync(c, target)));
    }

    private Task OnChannelRemovedAsync(string channel, EventTarget target) => registry.Find(channel) is null
        ? Task.CompletedTask
        : target.Queues.RunAsync(ChannelRegistry.Id(channel), async stop =>
        {
            await target.Sink.CloseAsync(new ConversationKey("discord", channel), stop);
            registry.Remove(channel);
        });

    private Task OnReady(int shard, WireReady ready, EventTarget target)
    {
        identity.Update(ready.User?.Id, ready.Application?.Id ?? ready.User?.Id);
        var missed = registry.BeginCatchUp(guild => target.Plan.ShardOf(guild) == shard);
        if (missed.Count > 0)
        {
            // The read positions do not advance before it has completed: a crash in between repeats it.
            _ = retries.RunAsync("reading missed messages", stop => catchUp.RunAsync(missed, target, stop), target.Stopping);
        }

        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A {Name} event from Discord could not be parsed")]
    private static partial void LogUnreadable(ILogger logger, string name);

    [LoggerMessage(Level = LogLevel.Error, Message = "A {Name} event from Discord could not be processed")]
    private static partial void LogFailed(ILogger logger, string name, Exception exception);
}
