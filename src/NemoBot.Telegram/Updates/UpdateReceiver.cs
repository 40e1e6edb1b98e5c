using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
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
            background.Run(token => commands.RegisterAsync(me.Id, token));
            background.Run(relay.RunAsync);
            await (options.Value.WebhookUrl is null ? poller.RunAsync(me.Id, stop.Token) : webhook.RunAsync(stop.Token));
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
