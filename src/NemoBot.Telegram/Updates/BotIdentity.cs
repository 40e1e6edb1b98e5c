using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Platforms;
using NemoBot.Telegram.Api;
using NemoBot.Telegram.Settings;
using Telegram.Bot.Types;

namespace NemoBot.Telegram.Updates;

/// <summary>The bot's own account, fetched at every start.</summary>
internal sealed partial class BotIdentity(
    TelegramGateway gateway, IOptions<TelegramOptions> options, TimeProvider clock, ILogger<BotIdentity> logger)
{
    private volatile User? _me;

    /// <summary>The bot.</summary>
    public User Me => _me ?? throw new InvalidOperationException("The bot's account is not known yet.");

    /// <summary>In groups the service hides messages that are not addressed to the bot.</summary>
    public bool HasPrivacyMode => _me is { CanReadAllGroupMessages: false };

    /// <summary>Asks once. A service out of reach is logged and no error.</summary>
    /// <exception cref="PlatformStartException">The token is refused.</exception>
    public Task<bool> CheckAsync(CancellationToken cancellationToken) => TryFetchAsync(cancellationToken);

    /// <summary>Asks until the service answers.</summary>
    /// <exception cref="PlatformStartException">The token is refused.</exception>
    public async Task<User> FetchAsync(CancellationToken cancellationToken)
    {
        for (var wait = options.Value.FirstRetry; ; wait = Backoff.Next(wait, options.Value.LongestRetry))
        {
            if (await TryFetchAsync(cancellationToken))
            {
                return Me;
            }

            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    private async Task<bool> TryFetchAsync(CancellationToken cancellationToken)
    {
        try
        {
            _me = await gateway.GetMeAsync(cancellationToken);
            return true;
        }
        catch (TelegramApiException error) when (error.IsTokenRefused || error.Code == 403)
        {
            throw new PlatformStartException(
                "Telegram does not accept the bot token in NemoBot:Telegram:Token (environment variable NEMOBOT__Telegram__Token). "
                + "Copy it again from @BotFather, or leave it empty to run without Telegram.");
        }
        catch (Exception error) when (error is TelegramApiException or TelegramUnreachableException)
        {
            LogUnreachable(error.Message);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram cannot be reached yet: {Reason}")]
    private partial void LogUnreachable(string reason);
}
