using NemoBot.Core.Platforms;
using NemoBot.Telegram.Api;
using NemoBot.Telegram.Api.Wire;

namespace NemoBot.Telegram.Updates;

/// <summary>Who the bot is, asked once and again at every start.</summary>
internal sealed class BotIdentity(TelegramGateway gateway)
{
    private volatile User? _me;

    /// <summary>The bot; null before it was asked.</summary>
    public User? Me => _me;

    /// <summary>In groups the service holds back what is not addressed to the bot.</summary>
    public bool HasPrivacyMode => _me is { CanReadAllGroupMessages: false };

    /// <summary>Asks the service.</summary>
    /// <exception cref="PlatformStartException">The token is not taken.</exception>
    public async Task<User> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            return _me = await gateway.GetMeAsync(cancellationToken);
        }
        catch (TelegramApiException error) when (error.Code is 401 or 403 or 404)
        {
            throw new PlatformStartException(
                "Telegram does not accept the bot token in NemoBot:Telegram:Token (environment variable NEMOBOT__Telegram__Token). "
                + "Copy it again from @BotFather, or leave it empty to run without Telegram.");
        }
    }
}
