using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;
using NemoBot.Discord.Configuration;
using NemoBot.Discord.Messages;
using NemoBot.Discord.Places;
using NemoBot.Discord.Rest;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord.Events;

/// <summary>
/// After a down time too long to resume, reads what was said to the bot meanwhile in conversations that it knows. What had already
/// come in is dropped by its id.
/// </summary>
internal sealed partial class CatchUp(
    DiscordApi api, PlaceBook book, MessageIntake intake, DiscordOptions options, TimeProvider clock, ILogger<CatchUp> log)
{
    private const int PageSize = 100;
    private const int AtOnce = 4;

    /// <summary>Reads the channels, a few at a time, until all of them are read: until then nothing moves the mark of a channel.</summary>
    public async Task RunAsync(
        IReadOnlyList<(string Channel, Place Place, string After)> channels, string self, IInboundSink sink, ChannelLanes lanes, CancellationToken cancellationToken)
    {
        while (channels.Count > 0)
        {
            var left = new ConcurrentBag<(string Channel, Place Place, string After)>();
            await Parallel.ForEachAsync(
                channels,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (c, stop) =>
                {
                    if (await TryReadAsync(c.Channel, c.Place, c.After, self, sink, lanes, stop))
                    {
                        book.EndCatchUp(c.Channel, c.Place);
                    }
                    else
                    {
                        left.Add(c);
                    }
                });
            channels = [.. left];
            if (channels.Count > 0)
            {
                LogLeft(log, channels.Count, options.CatchUpRetry);
                await Task.Delay(options.CatchUpRetry, clock, cancellationToken);
            }
        }
    }

    private async Task<bool> TryReadAsync(
        string channel, Place place, string after, string self, IInboundSink sink, ChannelLanes lanes, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(channel, place, after, self, sink, lanes, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or System.Text.Json.JsonException)
        {
            LogFailed(log, e.GetType().Name);
            return false;
        }
    }

    /// <summary>True if everything that there is was read.</summary>
    private async Task<bool> ReadAsync(
        string channel, Place place, string after, string self, IInboundSink sink, ChannelLanes lanes, CancellationToken cancellationToken)
    {
        if (!await sink.KnowsAsync(new ConversationKey("discord", channel), cancellationToken))
        {
            return true;
        }

        for (var page = 0; page < options.CatchUpPages; page++)
        {
            var answer = await api.GetMessagesAfterAsync(channel, after, cancellationToken);
            if (!answer.IsSuccess)
            {
                if (answer.Code is ErrorCodes.UnknownChannel)
                {
                    book.Forget(channel);
                }

                return answer.Wait is null && (int)answer.Status < 500;
            }

            var messages = answer.Read(DiscordJson.Default.IReadOnlyListWireMessage).OrderBy(m => PlaceBook.Id(m.Id)).ToList();
            foreach (var message in messages.Select(m => Placed(m, channel, place)).Where(m => MessageReader.IsAddressed(m, self)))
            {
                await lanes.RunAsync(PlaceBook.Id(channel), stop => intake.PostAsync(message, self, sink, stop));
            }

            if (messages.Count < PageSize)
            {
                return true;
            }

            after = messages[^1].Id;
        }

        LogCut(log, options.CatchUpPages);
        return true;
    }

    /// <summary>Messages that are read by REST do not say which server they are from.</summary>
    private static WireMessage Placed(WireMessage message, string channel, Place place) => message with
    {
        ChannelId = message.ChannelId ?? channel,
        GuildId = place.Guild == 0 ? null : place.Guild.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Missed messages of {Count} conversations are looked for again in {Wait}")]
    private static partial void LogLeft(ILogger logger, int count, TimeSpan wait);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Missed messages of a conversation could not be read ({Kind})")]
    private static partial void LogFailed(ILogger logger, string kind);

    [LoggerMessage(Level = LogLevel.Warning, Message = "More than {Pages} pages of missed messages in a conversation: the rest was left unread")]
    private static partial void LogCut(ILogger logger, int pages);
}
