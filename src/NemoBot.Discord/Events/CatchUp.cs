using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;
using NemoBot.Discord.Channels;
using NemoBot.Discord.Configuration;
using NemoBot.Discord.Gateway;
using NemoBot.Discord.Messages;
using NemoBot.Discord.Rest;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord.Events;

/// <summary>
/// After a downtime too long to resume, reads what was said to the bot in conversations it knows. Messages that had already arrived
/// are dropped by their id.
/// </summary>
internal sealed partial class CatchUp(
    DiscordApi api, BotIdentity identity, ChannelRegistry registry, MessageReceiver receiver, DiscordOptions options, TimeProvider clock, ILogger<CatchUp> log)
{
    private const int PageSize = 100;
    private const int Parallelism = 4;

    /// <summary>Reads the channels, a few in parallel, until every one has been read; failures are retried.</summary>
    public async Task RunAsync(IReadOnlyList<UnreadChannel> channels, EventTarget target, CancellationToken cancellationToken)
    {
        for (var left = channels; left.Count > 0;)
        {
            left = await ReadAllAsync(left, target, cancellationToken);
            if (left.Count > 0)
            {
                LogRetry(log, left.Count, options.CatchUpRetry);
                await Task.Delay(options.CatchUpRetry, clock, cancellationToken);
            }
        }

        LogCompleted(log, channels.Count);
    }

    private async Task<IReadOnlyList<UnreadChannel>> ReadAllAsync(
        IReadOnlyList<UnreadChannel> channels, EventTarget target, CancellationToken cancellationToken)
    {
        var left = new ConcurrentBag<UnreadChannel>();
        await Parallel.ForEachAsync(
            channels,
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
            async (channel, stop) =>
            {
                if (await TryReadAsync(channel, target, stop))
                {
                    registry.EndCatchUp(channel.Id, channel.State);
                }
                else
                {
                    left.Add(channel);
                }
            });
        return [.. left];
    }

    private async Task<bool> TryReadAsync(UnreadChannel channel, EventTarget target, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(channel, target, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(log, e.GetType().Name);
            return false;
        }
    }

    /// <summary>Returns true if the channel needs no further attempt.</summary>
    private async Task<bool> ReadAsync(UnreadChannel channel, EventTarget target, CancellationToken cancellationToken)
    {
        if (!await target.Sink.KnowsAsync(new ConversationKey("discord", channel.Id), cancellationToken))
        {
            return true;
        }

        var after = channel.After;
        for (var page = 0; page < options.CatchUpPages; page++)
        {
            var response = await api.GetMessagesAfterAsync(channel.Id, after, cancellationToken);
            if (!response.IsSuccess)
            {
                if (response.Code is ErrorCodes.UnknownChannel)
                {
                    registry.Remove(channel.Id);
                }

                return response.Wait is null && (int)response.Status < 500;
            }

            var messages = response.Read(DiscordJson.Default.IReadOnlyListWireMessage).OrderBy(m => ChannelRegistry.Id(m.Id)).ToList();
            foreach (var message in messages.Select(m => Located(m, channel)).Where(m => MessageReader.IsAddressed(m, identity.User)))
            {
                await target.Queues.RunAsync(ChannelRegistry.Id(channel.Id), stop => receiver.PostAsync(message, identity.User, target.Sink, stop));
            }

            if (messages.Count < PageSize)
            {
                return true;
            }

            after = messages[^1].Id;
        }

        LogTruncated(log, options.CatchUpPages);
        return true;
    }

    /// <summary>Messages read over REST do not name their server.</summary>
    private static WireMessage Located(WireMessage message, UnreadChannel channel) => message with
    {
        ChannelId = message.ChannelId ?? channel.Id,
        GuildId = channel.State.Guild == 0 ? null : channel.State.Guild.ToString(CultureInfo.InvariantCulture),
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Missed messages of {Count} conversations could not be read; retrying in {Wait}")]
    private static partial void LogRetry(ILogger logger, int count, TimeSpan wait);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Missed messages of a conversation could not be read ({Kind})")]
    private static partial void LogFailed(ILogger logger, string kind);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A conversation has more than {Pages} pages of missed messages; the rest is skipped")]
    private static partial void LogTruncated(ILogger logger, int pages);

    [LoggerMessage(Level = LogLevel.Information, Message = "Checked {Count} conversations for missed messages")]
    private static partial void LogCompleted(ILogger logger, int count);
}
