using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Homes;
using NemoBot.Core.Platforms;
using NemoBot.Telegram.Settings;

namespace NemoBot.Telegram.Updates;

/// <summary>The receiving half of the platform: starts everything that delivers to the engine and stops it in the right order.</summary>
internal sealed partial class UpdateReceiver(
    BotIdentity identity,
    UpdateHandler handler,
    UpdatePoller poller,
    WebhookReceiver webhook,
    CommandRegistration commands,
    ChatStateRelay relay,
    BackgroundWork background,
    ISoleWork sole,
    IOptions<TelegramOptions> options,
    ILogger<UpdateReceiver> logger)
{
    /// <summary>Why nothing can be received; null if it can.</summary>
    public string? Problem => poller.Problem;

    /// <summary>Receives until cancelled.</summary>
    /// <exception cref="PlatformStartException">The configuration can never work.</exception>
    public async Task RunAsync(IInboundSink sink, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        background.StopWith(stop.Token);
        try
        {
            var me = await identity.FetchAsync(stop.Token);
            LogReady(me.Username);
            await handler.StartAsync(sink, stop.Token);
            background.Run(token => sole.RunAsync("telegram:commands", work => commands.RegisterAsync(me.Id, work), token));
            background.Run(relay.RunAsync);

            // The service allows one poller for each bot, and the offset is its own.
            await (options.Value.WebhookUrl is null
                ? sole.RunAsync(OffsetCursor.Name(me.Id), token => poller.RunAsync(me.Id, token), stop.Token)
                : webhook.RunAsync(stop.Token));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopping.
        }
        finally
        {
            await stop.CancelAsync();
            await background.DrainAsync();
            await handler.StopAsync();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Telegram: running as @{Username}")]
    private partial void LogReady(string? username);
}
