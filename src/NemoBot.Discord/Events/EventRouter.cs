using System.Text.Json;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;
using NemoBot.Discord.Gateway;
using NemoBot.Discord.Interactions;
using NemoBot.Discord.Messages;
using NemoBot.Discord.Places;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord.Events;

/// <summary>Looks at each event just long enough to know whether it matters, and hands it to the lane of its channel.</summary>
internal sealed partial class EventRouter(
    OwnIdentity own,
    ShardPlan plan,
    IInboundSink sink,
    ChannelLanes lanes,
    MessageIntake intake,
    InteractionHandler interactions,
    CatchUp catchUp,
    PlaceBook book,
    GuildTiers tiers,
    ILogger<EventRouter> log,
    CancellationToken stopping)
{
    /// <summary>The task ends when the event is on disk or of no interest. Never throws in the caller's face.</summary>
    public async Task OnEventAsync(GatewayEvent e)
    {
        try
        {
            await RouteAsync(e);
        }
        catch (JsonException)
        {
            LogUnreadable(log, e.Name);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(log, e.Name, failure);
        }
    }

    private Task RouteAsync(GatewayEvent e) => e.Name switch
    {
        "MESSAGE_CREATE" => OnMessageAsync(e.Data.Deserialize(DiscordJson.Default.WireMessage)!),
        "INTERACTION_CREATE" => OnInteractionAsync(e.Data.Deserialize(DiscordJson.Default.WireInteraction)!),
        "GUILD_CREATE" or "GUILD_UPDATE" => OnGuild(e.Data.Deserialize(DiscordJson.Default.WireGuild)!),
        "GUILD_DELETE" => OnGuildGoneAsync(e.Data.Deserialize(DiscordJson.Default.WireGuild)!),
        "CHANNEL_DELETE" or "THREAD_DELETE" => OnChannelGoneAsync(e.Data.Deserialize(DiscordJson.Default.WireChannel)!.Id),
        "READY" => OnReady(e.Shard, e.Data.Deserialize(DiscordJson.Default.WireReady)!),
        _ => Task.CompletedTask,
    };

    private Task OnMessageAsync(WireMessage message)
    {
        if (message.ChannelId is not { } channel)
        {
            return Task.CompletedTask;
        }

        if (MessageReader.IsAddressed(message, own.User))
        {
            return lanes.RunAsync(PlaceBook.Id(channel), stop => intake.PostAsync(message, own.User, sink, stop));
        }

        if (book.Find(channel) is not { } place)
        {
            return Task.CompletedTask;
        }

        // Moves the mark of what was read, in the channel's order.
        var id = message.Id;
        return lanes.RunAsync(PlaceBook.Id(channel), _ =>
        {
            book.Seen(channel, place, id);
            return Task.CompletedTask;
        });
    }

    private Task OnInteractionAsync(WireInteraction interaction)
    {
        if (InteractionHandler.IsDirect(interaction))
        {
            return interactions.AnswerAsync(interaction, own.User, sink, stopping);
        }

        if (interaction.Type is not (InteractionKinds.Command or InteractionKinds.Component))
        {
            return Task.CompletedTask;
        }

        var acknowledged = interactions.AcknowledgeAsync(interaction, stopping);
        var channel = PlaceBook.Id(Surroundings.Channel(interaction));
        return lanes.RunAsync(channel, stop => interactions.PostAsync(interaction, acknowledged, own.User, sink, stop));
    }

    private Task OnGuild(WireGuild guild)
    {
        if (guild is { Unavailable: not true, PremiumTier: { } tier })
        {
            tiers.Set(guild.Id, tier);
        }

        return Task.CompletedTask;
    }

    /// <summary>An outage makes servers unavailable; only without that word was the bot removed.</summary>
    private Task OnGuildGoneAsync(WireGuild guild)
    {
        if (guild.Unavailable == true)
        {
            return Task.CompletedTask;
        }

        tiers.Remove(guild.Id);
        return Task.WhenAll(book.In(guild.Id).Select(OnChannelGoneAsync));
    }

    private Task OnChannelGoneAsync(string channel) => book.Find(channel) is null
        ? Task.CompletedTask
        : lanes.RunAsync(PlaceBook.Id(channel), async stop =>
        {
            await sink.CloseAsync(new ConversationKey("discord", channel), stop);
            book.Forget(channel);
        });

    private Task OnReady(int shard, WireReady ready)
    {
        own.Learn(ready.User?.Id, ready.Application?.Id ?? ready.User?.Id);
        var missed = book.BeginCatchUp(guild => plan.ShardOf(guild) == shard);
        if (missed.Count > 0)
        {
            _ = CatchUpAsync(missed);
        }

        return Task.CompletedTask;
    }

    private async Task CatchUpAsync(IReadOnlyList<(string Channel, Place Place, string After)> missed)
    {
        try
        {
            await catchUp.RunAsync(missed, own.User, sink, lanes, stopping);
            LogCaughtUp(log, missed.Count);
        }
        catch (OperationCanceledException)
        {
            // The marks have not moved: the next start goes on.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An event from Discord could not be read: {Name}")]
    private static partial void LogUnreadable(ILogger logger, string name);

    [LoggerMessage(Level = LogLevel.Error, Message = "An event from Discord could not be answered: {Name}")]
    private static partial void LogFailed(ILogger logger, string name, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Looked for missed messages in {Count} conversations")]
    private static partial void LogCaughtUp(ILogger logger, int count);
}
